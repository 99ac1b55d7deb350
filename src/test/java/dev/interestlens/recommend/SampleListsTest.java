package dev.interestlens.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.testing.TinyShop;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleListsTest {
    @TempDir
    static Path folder;

    private static Stocked shop;
    private static People people;
    private static TrainedModel model;
    private static Recommender recommender;

    @BeforeAll
    static void open() {
        shop = new Stocked(TinyShop.prepare(folder));
        people = new People(shop.samples());
        model = shop.model(DinConfig.preset(Preset.QUICK));
        recommender = new Recommender(model, shop.samples());
    }

    @AfterAll
    static void close() {
        recommender.close();
        model.close();
        shop.close();
    }

    private TopList list(int user, Filter filter, int count) {
        return recommender.top(people.next(user), filter, count);
    }

    /** By the lists of all users, where the sample holds them all. */
    private SampleLists.Sharing byHand(TopList list) {
        List<Set<Integer>> others = IntStream.range(0, shop.data().users())
                .filter(user -> user != list.person().user())
                .mapToObj(user -> Set.copyOf(boxed(list(user, list.filter(), list.size()))))
                .toList();
        List<Integer> own = boxed(list);
        return new SampleLists.Sharing(
                others.size(),
                (int) others.stream().filter(other -> other.containsAll(own)).count(),
                others.stream()
                        .mapToLong(other -> own.stream().filter(other::contains).count())
                        .average()
                        .orElseThrow());
    }

    private static List<Integer> boxed(TopList list) {
        return Arrays.stream(list.chosen()).boxed().toList();
    }

    @Test
    void countsWhatTheListsOfOthersShareAlsoOfAnotherFilterOrLength() {
        SampleLists sample = new SampleLists(recommender, people, Integer.MAX_VALUE);
        Filter seen = new Filter(true, false, Set.of(), Filter.Popularity.ALL);
        for (TopList list : List.of(
                list(3, Filter.DEFAULT, 10),
                list(4, Filter.DEFAULT, 10),
                list(4, seen, 10),
                list(4, seen, 5),
                list(3, Filter.DEFAULT, 10))) {
            SampleLists.Sharing expected = byHand(list);
            SampleLists.Sharing found = sample.sharing(list, () -> false);
            assertThat(found.users()).isEqualTo(expected.users());
            assertThat(found.same()).isEqualTo(expected.same());
            assertThat(found.shared())
                    .isCloseTo(expected.shared(), within(1e-12))
                    .isPositive();
        }
    }

    @Test
    void goesOnWhereItWasCancelled() {
        SampleLists sample = new SampleLists(recommender, people, 20);
        TopList list = list(3, Filter.DEFAULT, 10);
        AtomicInteger asked = new AtomicInteger();
        assertThat(sample.sharing(list, () -> asked.incrementAndGet() > 5).users())
                .isBetween(1, 5);
        assertThat(sample.sharing(list, () -> false))
                .isEqualTo(new SampleLists(recommender, people, 20).sharing(list, () -> false));
    }
}
