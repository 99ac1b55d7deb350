package dev.interestlens.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.testing.TinyShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People without a history, items nobody trained on, tiny catalogues: each is served, or it is said why not. */
class RecommendEdgesTest {
    @TempDir
    static Path folder;

    private static Stocked shop;
    private static TrainedModel model;
    private static Recommender recommender;
    private static People people;

    @BeforeAll
    static void open() {
        shop = new Stocked(TinyShop.prepare(folder));
        model = shop.model(DinConfig.preset(Preset.QUICK));
        recommender = new Recommender(model, shop.samples());
        people = new People(shop.samples());
    }

    @AfterAll
    static void close() {
        recommender.close();
        model.close();
        shop.close();
    }

    private static ListSentence sentence(Recommender of, TopList list) {
        return ListSentence.of(of, list, LeaveOneOut.of(of, list, () -> false).orElseThrow(), () -> false);
    }

    @Test
    void whoHasNoHistoryGetsAListThatSaysSo() {
        Person nobody = people.made("me", List.of());
        TopList list = recommender.top(nobody, Filter.DEFAULT, 10);
        assertThat(list.size()).isEqualTo(10);
        assertThat(sentence(recommender, list).template()).isEqualTo(ListSentence.Template.COLD);
        WhyNot.Answer answer =
                WhyNot.of(recommender, list, list.chosen()[0], () -> false).orElseThrow();
        assertThat(answer.found()).isFalse();
        assertThat(WhyNotWords.of(people.item(2).title(), list, answer).en()).contains("no history");
    }

    @Test
    void aTrueItemThatTheListLeavesOutAsSeenIsMarked() {
        Person before = people.beforeTest(0);
        int again =
                before.met().stream().filter(shop.samples()::warm).findFirst().orElseThrow();
        Person returning = new Person(
                before.name(), before.user(), before.position(), before.history(), before.batch(), before.met(), again);

        assertThat(truth(before, false).seen()).isFalse();
        assertThat(truth(returning, false).seen()).isTrue();
        assertThat(truth(returning, false).rank()).isPositive();
        assertThat(truth(returning, true).seen()).isFalse();
    }

    private static Recommendation.Truth truth(Person person, boolean withSeen) {
        Filter filter = new Filter(withSeen, false, Set.of(), Filter.Popularity.ALL);
        Recommendation.Wish wish = new Recommendation.Wish(filter, 10, 0, false);
        return Recommendation.of(recommender, people, person, "test", wish, () -> false)
                .flatMap(Recommendation::truth)
                .orElseThrow();
    }

    @Test
    void whoHasOneEventIsToldWhatItDoes() {
        Person one = people.made("me", List.of(5));
        TopList list = recommender.top(one, Filter.DEFAULT, 10);
        ListSentence sentence = sentence(recommender, list);
        assertThat(sentence.template()).isEqualTo(ListSentence.Template.SHORT);
        assertThat(sentence.text().en())
                .startsWith("Only 1 behaviour can be read")
                .contains("without any history");
        assertThat(list.indexOf(recommender.catalogue().place(5))).isEqualTo(-1);
    }

    @Test
    void aFilterThatLeavesNothingIsSaidInWords() {
        Person person = people.next(0);
        int unknown = 1;
        TopList list = recommender.top(person, Filter.DEFAULT.withCategories(Set.of(unknown)), 10);
        assertThat(list.size()).isZero();
        assertThat(sentence(recommender, list).text().en()).startsWith("No item can be recommended");
        assertThat(sentence(recommender, list).text().zh()).startsWith("没有可推荐的物品");
    }

    @Test
    void anItemThatNobodyTrainedOnIsLeftOutWithTheReason() {
        int cold = IntStream.range(2, 2 + shop.data().items())
                .filter(item -> !shop.samples().warm(item))
                .findFirst()
                .orElseThrow();
        Person person = people.next(0);
        int place = recommender.catalogue().place(cold);
        assertThat(recommender.closed(person, Filter.DEFAULT, place)).contains(Recommender.Closed.COLD);
        assertThat(recommender.closed(person, Filter.DEFAULT.withCold(true), place))
                .isEmpty();
        assertThat(WhyNotWords.closed(people.item(cold).title(), Recommender.Closed.COLD)
                        .en())
                .contains("Training has no data of");
        assertThat(recommender
                        .top(people.made("me", List.of(cold)), Filter.DEFAULT, 3)
                        .size())
                .isEqualTo(3);
    }

    @Test
    void aHistoryLongerThanTheModelReadsIsCutToItsNewest() {
        List<Integer> items = IntStream.range(2, 200).boxed().toList();
        Person person = people.made("me", items);
        int most = shop.samples().config().history().maxLength();
        assertThat(person.behaviours()).isEqualTo(most);
        assertThat(person.history().get(most - 1).item().number()).isEqualTo(199);
        assertThat(person.met()).hasSize(items.size());
    }

    @Test
    void aCatalogueOfThreeItemsGivesWhatItHas() throws IOException {
        StringBuilder rows = new StringBuilder("user_id,item_id,timestamp,category\n");
        for (int user = 0; user < 20; user++) {
            for (int i = 0; i < 8; i++) {
                rows.append(String.format(
                        Locale.ROOT,
                        "u%d,i%d,%d,c%d%n",
                        user,
                        (user + i) % 3,
                        1_700_000_000 + 3_600 * i,
                        (user + i) % 3));
            }
        }
        Path table = Files.writeString(folder.resolve("three.csv"), rows);
        try (PreparedDataset data =
                Sources.prepare(List.of(table), PrepareOptions.defaults(), folder.resolve("three"), Progress.none())) {
            assertThat(data.items()).isEqualTo(3);
        }
        try (Stocked three = new Stocked(folder.resolve("three"));
                TrainedModel small = three.model(DinConfig.preset(Preset.QUICK));
                Recommender few = new Recommender(small, three.samples())) {
            Person person = new People(three.samples()).next(0);
            assertThat(few.top(person, Filter.DEFAULT, 10).size()).isZero();
            TopList all = few.top(person, Filter.DEFAULT.withSeen(true), 10);
            assertThat(all.size()).isEqualTo(3);
            assertThat(sentence(few, all).text().en()).isNotEmpty();
            WhyNot.Answer answer =
                    WhyNot.of(few, all, all.chosen()[0], () -> false).orElseThrow();
            assertThat(answer.found()).isFalse(); // there is room for all
            assertThat(few.top(person, Filter.DEFAULT.withSeen(true), 10, 0.5, Recommender.all(person))
                            .size())
                    .isEqualTo(3);
        }
    }

    @Test
    void peopleAreFoundByKeyByBehaviourAndByLength() {
        PeopleSearch search = new PeopleSearch(shop.data());
        String key = shop.data().userKey(7);
        assertThat(search.find(key, 5, () -> false)).startsWith(7);
        long first = shop.data().firstEvent(7);
        String title = shop.data().itemTitle(shop.data().eventItem(first), java.util.Locale.ENGLISH);
        assertThat(search.find("watched " + title.toLowerCase(java.util.Locale.ROOT), 60, () -> false))
                .contains(7);
        for (int user : search.find("n>=30", 60, () -> false)) {
            assertThat(shop.data().endEvent(user) - shop.data().firstEvent(user))
                    .isGreaterThanOrEqualTo(30);
        }
        assertThat(search.find("no such title at all", 60, () -> false)).isEmpty();
        assertThat(search.find("", 5, () -> false)).hasSize(5);
    }

    @Test
    void usersWithNumbersForKeysStandInTheOrderOfTheNumbers() {
        assertThat(java.util.stream.Stream.of("u1", "10", "007", "2", "1").sorted(PeopleSearch.NUMBERS_BY_VALUE))
                .containsExactly("1", "2", "10", "007", "u1");
    }
}
