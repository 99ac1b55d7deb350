package dev.interestlens.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.RawBatch;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.RandomItems;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.model.pool.PoolConfig;
import dev.interestlens.testing.TinyShop;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecommenderTest {
    @TempDir
    static Path folder;

    private static Stocked shop;
    private static People people;

    @BeforeAll
    static void open() {
        shop = new Stocked(TinyShop.prepare(folder));
        people = new People(shop.samples());
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    static List<ModelConfig> families() {
        return List.of(
                DinConfig.preset(Preset.QUICK),
                PoolConfig.preset(Preset.QUICK),
                BstConfig.preset(Preset.QUICK),
                DienConfig.preset(Preset.QUICK));
    }

    /** A user whose history is neither short nor cut. */
    private static Person person() {
        return IntStream.range(0, shop.data().users())
                .mapToObj(people::next)
                .filter(each -> each.behaviours() >= 12 && each.behaviours() <= 25)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("families")
    void anEntrySaysWhatDoesMoreAsItsExplanationDoes(ModelConfig config) {
        Person person = person();
        try (TrainedModel model = shop.model(config);
                Recommender recommender = new Recommender(model, shop.samples())) {
            Recommendation why = Recommendation.of(
                            recommender,
                            people,
                            person,
                            "next",
                            new Recommendation.Wish(Filter.DEFAULT, 5, 0, true),
                            () -> false)
                    .orElseThrow();
            RandomItems items = new RandomItems(shop.samples());
            Impressions impressions = new Impressions(shop.samples());
            for (Recommendation.Entry entry : why.entries()) {
                Impression impression = impressions.of(
                        person.user(), person.position(), entry.item().number(), 0);
                assertThat(entry.leads())
                        .contains(items.standing(model, impression).lead());
            }
            Recommendation plain = Recommendation.of(
                            recommender,
                            people,
                            person,
                            "next",
                            new Recommendation.Wish(Filter.DEFAULT, 5, 0, false),
                            () -> false)
                    .orElseThrow();
            assertThat(why.entries()).noneMatch(entry -> entry.leads().orElseThrow() == Standing.Lead.UNKNOWN);
            assertThat(plain.entries()).allMatch(entry -> entry.leads().isEmpty());
        }
    }

    /** Each reason has the part of its Effect that the explanation of its item has. */
    @ParameterizedTest
    @MethodSource("families")
    void reasonsHaveThePartOfTheTable(ModelConfig config) {
        Person person = person();
        int parts = 0;
        try (TrainedModel model = shop.model(config);
                Recommender recommender = new Recommender(model, shop.samples())) {
            Recommendation why = Recommendation.of(
                            recommender,
                            people,
                            person,
                            "next",
                            new Recommendation.Wish(Filter.DEFAULT, 5, 0, true),
                            () -> false)
                    .orElseThrow();
            Impressions impressions = new Impressions(shop.samples());
            for (Recommendation.Entry entry : why.entries()) {
                Impression impression = impressions.of(
                        person.user(), person.position(), entry.item().number(), 0);
                Effects effects = Effects.of(model, impression);
                for (Recommendation.Reason reason : entry.reasons()) {
                    int at = IntStream.range(0, person.behaviours())
                            .filter(j -> person.history().get(j).item().equals(reason.item()))
                            .boxed()
                            .min(Comparator.comparingDouble(j -> Math.abs(effects.effect()[j] - reason.effect())))
                            .orElseThrow();
                    assertThat(reason.byTable()).isCloseTo(effects.byTable().effect()[at], within(1e-6));
                    parts += reason.byTable() == 0 ? 0 : 1;
                }
            }
            assertThat(parts > 0).isEqualTo(model.input().neighbours());
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void theListIsTheBestOfAllUnseenItemsThatTrainingKnows(ModelConfig config) {
        Person person = person();
        try (TrainedModel model = shop.model(config);
                Recommender recommender = new Recommender(model, shop.samples())) {
            TopList list = recommender.top(person, Filter.DEFAULT, 10);
            int[] all = IntStream.range(2, 2 + shop.data().items()).toArray();
            RawBatch every = person.batch().before(shop.samples().custom(new int[0], new long[0], 0, all));
            float[] logits = model.logits(every);
            Set<Integer> seen = new HashSet<>();
            long first = shop.data().firstEvent(person.user());
            for (long event = first; event < shop.data().endEvent(person.user()); event++) {
                seen.add(shop.data().eventItem(event));
            }
            int[] expected = IntStream.range(0, all.length)
                    .filter(i -> shop.samples().warm(all[i]) && !seen.contains(all[i]))
                    .boxed()
                    .sorted((a, b) -> Float.compare(logits[b], logits[a]))
                    .limit(10)
                    .mapToInt(i -> all[i])
                    .toArray();
            assertThat(Arrays.stream(list.chosen()).map(recommender.catalogue()::item))
                    .containsExactly(Arrays.stream(expected).boxed().toArray(Integer[]::new));
            assertThat(list.rank(list.chosen()[3])).isEqualTo(4);
            assertThat(list.cost()).isZero();
        }
    }

    @Test
    void diversityMakesItemsLessAlikeAndCostsScore() {
        try (TrainedModel model = shop.model(DinConfig.preset(Preset.QUICK));
                Recommender recommender = new Recommender(model, shop.samples())) {
            Person person = person();
            boolean[] all = Recommender.all(person);
            TopList plain = recommender.top(person, Filter.DEFAULT, 10, 0, all);
            TopList mixed = recommender.top(person, Filter.DEFAULT, 10, 0.7, all);
            assertThat(mixed.best()).containsExactly(plain.chosen());
            assertThat(mixed.cost()).isPositive();
            assertThat(ListCharacter.alike(recommender, mixed))
                    .isLessThan(ListCharacter.alike(recommender, plain) - 0.05);
            assertThat(mixed.chosen()).doesNotHaveDuplicates().startsWith(plain.chosen()[0]);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void eachRemovalScoresTheListAsHidingTheBehaviourDoes(ModelConfig config) {
        Person person = person();
        try (TrainedModel model = shop.model(config);
                Recommender recommender = new Recommender(model, shop.samples())) {
            boolean[] readable = Recommender.all(person);
            readable[2] = false;
            TopList list = recommender.top(person, Filter.DEFAULT, 10, 0, readable);
            LeaveOneOut removals =
                    LeaveOneOut.of(recommender, list, () -> false).orElseThrow();
            assertThat(removals.places()).startsWith(list.chosen());
            assertThat(removals.effects(0)[2]).isCloseTo(0, within(1e-5));
            for (int j : new int[] {0, 5, person.behaviours() - 1}) {
                float[] logits = recommender.logits(person, LeaveOneOut.without(readable, j));
                assertThat(removals.effect(j, 7))
                        .isCloseTo(list.logits()[list.chosen()[7]] - logits[list.chosen()[7]], within(1e-4));
                assertThat(removals.score(j, 7)).isCloseTo(TopList.sigmoid(logits[list.chosen()[7]]), within(1e-5));
                if (removals.complete()) {
                    assertThat(removals.bestWithout(j, 10)).containsExactly(FullRanking.best(logits, list.open(), 10));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyAnswerToWhyNotHoldsOnTheWholeCatalogue(ModelConfig config) {
        Person person = person();
        int found = 0;
        try (TrainedModel model = shop.model(config);
                Recommender recommender = new Recommender(model, shop.samples())) {
            TopList list = recommender.top(person, Filter.DEFAULT, 10);
            int[] near = FullRanking.best(list.logits(), list.open(), 30);
            for (int rank : new int[] {3, 10, 11, 14}) {
                WhyNot.Answer answer = WhyNot.of(recommender, list, near[rank - 1], () -> false)
                        .orElseThrow();
                assertThat(answer.rank()).isEqualTo(rank);
                if (answer.found()) {
                    found++;
                    boolean[] left = LeaveOneOut.without(
                            list.readable(),
                            answer.removed().stream()
                                    .mapToInt(Integer::intValue)
                                    .toArray());
                    TopList without = recommender.top(person, Filter.DEFAULT, 10, 0, left);
                    assertThat(without.rank(answer.place())).isEqualTo(answer.after());
                    assertThat(without.indexOf(answer.place()) >= 0).isEqualTo(rank > 10);
                }
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void anAnswerCalledSmallestHasNoSmallerOne() {
        Person person = person();
        try (TrainedModel model = shop.model(DinConfig.preset(Preset.QUICK));
                Recommender recommender = new Recommender(model, shop.samples())) {
            TopList list = recommender.top(person, Filter.DEFAULT, 10);
            LeaveOneOut singles = LeaveOneOut.of(recommender, list, () -> false).orElseThrow();
            int[] near = FullRanking.best(list.logits(), list.open(), 40);
            int larger = 0;
            for (int place : near) {
                WhyNot.Answer answer =
                        WhyNot.of(recommender, list, place, () -> false).orElseThrow();
                boolean inside = answer.rank() <= 10;
                boolean one = IntStream.range(0, singles.behaviours())
                        .anyMatch(j -> Arrays.stream(singles.bestWithout(j, 10)).anyMatch(p -> p == place) != inside);
                assertThat(answer.removed().size() == 1).isEqualTo(one);
                larger += answer.removed().size() > 1 ? 1 : 0;
            }
            assertThat(larger).isPositive();
        }
    }

    @Test
    void aFilterLetsNothingElseThrough() {
        try (TrainedModel model = shop.model(DinConfig.preset(Preset.QUICK));
                Recommender recommender = new Recommender(model, shop.samples())) {
            Person person = person();
            int popular = FullRanking.best(
                    recommender.catalogue().popularity(), recommender.open(person, Filter.DEFAULT), 1)[0];
            int category = recommender.categories().orElseThrow()[popular][0];
            Filter filter = Filter.DEFAULT
                    .withSeen(true)
                    .withCategories(Set.of(category))
                    .withPopularity(Filter.Popularity.HEAD);
            TopList list = recommender.top(person, filter, 10);
            assertThat(list.size()).isPositive();
            for (int place : list.chosen()) {
                assertThat(recommender.categories().orElseThrow()[place]).contains(category);
                assertThat(recommender.inHead(place)).isTrue();
            }
            int met =
                    recommender.catalogue().place(person.history().get(0).item().number());
            assertThat(recommender.closed(person, Filter.DEFAULT, met)).contains(Recommender.Closed.SEEN);
            assertThat(recommender.closed(person, Filter.DEFAULT.withSeen(true), met))
                    .isEmpty();
        }
    }

    @Test
    void whatTheWindowAsksOfACancelledPersonIsDropped() {
        Person person = person();
        try (TrainedModel model = shop.model(BstConfig.preset(Preset.QUICK));
                Recommender recommender = new Recommender(model, shop.samples())) {
            TopList list = recommender.top(person, Filter.DEFAULT, 10);
            assertThat(LeaveOneOut.of(recommender, list, () -> true)).isEmpty();
            assertThat(WhyNot.of(recommender, list, list.chosen()[0], () -> true))
                    .isEmpty();
            LeaveOneOut removals =
                    LeaveOneOut.of(recommender, list, () -> false).orElseThrow();
            AtomicInteger asked = new AtomicInteger();
            assertThatThrownBy(() -> ListSentence.of(recommender, list, removals, () -> asked.incrementAndGet() > 3))
                    .isInstanceOf(CancellationException.class);
            assertThat(asked).hasValue(4);
        }
    }
}
