package dev.interestlens.workspace.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.model.family.DataFinding;
import dev.interestlens.testing.TinyShop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdviceTest {
    /** Which family each finding may be given as a reason for. */
    private static final Map<DataFinding, Set<String>> SPEAKS = Map.of(
            DataFinding.SHORT_HISTORIES, Set.of("pool"),
            DataFinding.MIDDLING_HISTORIES, Set.of("din", "bst"),
            DataFinding.LONG_HISTORIES, Set.of("dien", "bst"),
            DataFinding.UNTIMED, Set.of("din"),
            DataFinding.TIES, Set.of("din"),
            DataFinding.ORDER_MATTERS, Set.of("dien", "bst"),
            DataFinding.ORDER_HARDLY_MATTERS, Set.of("din"),
            DataFinding.LAST_IS_NO_GUIDE, Set.of("din"),
            DataFinding.REPEATS, Set.of("din"),
            DataFinding.PLACE_TO_START, Set.of("din"));

    private static DataTraits traits(long median, double ties, double last, double any) {
        return new DataTraits(median, 2 * median, ties, true, 0.05, last, any);
    }

    private static List<DataFinding> kinds(List<Advice.Reason> reasons) {
        return reasons.stream().map(Advice.Reason::kind).toList();
    }

    private static List<DataTraits> combinations() {
        List<DataTraits> all = new ArrayList<>();
        for (long median : new long[] {1, 4, 5, 19, 20, 70, 400}) {
            for (double ties : new double[] {0, 0.29, 0.3, 1}) {
                for (double lift : new double[] {0, 0.67, 0.89, 0.9, 1, 1.1, 1.2, 1.3, 4}) {
                    for (double repeats : new double[] {0, 0.2, 0.6}) {
                        for (boolean timed : new boolean[] {true, false}) {
                            all.add(new DataTraits(median, 2 * median, ties, timed, repeats, lift * 0.2, 0.2));
                        }
                    }
                }
            }
        }
        return all;
    }

    @Test
    void everyReasonSpeaksForTheFamilyThatIsAdvised() {
        for (DataTraits traits : combinations()) {
            Advice advice = Advice.of(traits);
            assertThat(advice.reasons()).as(traits.toString()).isNotEmpty();
            assertThat(kinds(advice.reasons())).as(traits.toString()).allMatch(kind -> SPEAKS.get(kind)
                    .contains(advice.family()));
        }
    }

    @Test
    void whatSpeaksAgainstItSpeaksForTheRivalAndNotForTheFamily() {
        for (DataTraits traits : combinations()) {
            Advice advice = Advice.of(traits);
            assertThat(advice.rival().isEmpty())
                    .as(traits.toString())
                    .isEqualTo(advice.against().isEmpty());
            assertThat(kinds(advice.against()))
                    .as(traits.toString())
                    .allMatch(kind -> SPEAKS.get(kind).contains(advice.rival())
                            && !SPEAKS.get(kind).contains(advice.family()));
        }
    }

    @Test
    void everyFindingAndEveryFamilyOccursInSomeData() {
        Set<DataFinding> seen = EnumSet.noneOf(DataFinding.class);
        for (DataTraits traits : combinations()) {
            seen.addAll(kinds(Advice.of(traits).reasons()));
        }
        assertThat(seen).containsExactlyInAnyOrder(DataFinding.values());
        assertThat(combinations())
                .extracting(traits -> Advice.of(traits).family())
                .contains("pool", "din", "dien");
    }

    @Test
    void longHistoriesAreNoReasonForDinButSpeakAgainstIt() {
        Advice advice = Advice.of(traits(70, 0, 0.134, 0.2));
        assertThat(advice.family()).isEqualTo("din");
        assertThat(kinds(advice.reasons())).containsExactly(DataFinding.LAST_IS_NO_GUIDE);
        assertThat(advice.rival()).isEqualTo("dien");
        assertThat(kinds(advice.against())).containsExactly(DataFinding.LONG_HISTORIES);
    }

    @Test
    void anOrderThatIsWeakerThanChanceIsNotSaidToBeHardlyMore() {
        assertThat(kinds(Advice.of(traits(10, 0, 0.134, 0.2)).reasons())).contains(DataFinding.LAST_IS_NO_GUIDE);
        assertThat(kinds(Advice.of(traits(10, 0, 0.21, 0.2)).reasons())).contains(DataFinding.ORDER_HARDLY_MATTERS);
    }

    @Test
    void shortHistoriesSpeakForTheBaseline() {
        assertThat(Advice.of(traits(2, 0, 0.2, 0.17)).family()).isEqualTo("pool");
    }

    @Test
    void longHistoriesInAnOrderThatMattersSpeakForEvolution() {
        Advice advice = Advice.of(traits(60, 0.01, 0.4, 0.1));
        assertThat(advice.family()).isEqualTo("dien");
        assertThat(kinds(advice.reasons())).containsExactly(DataFinding.LONG_HISTORIES, DataFinding.ORDER_MATTERS);
    }

    @Test
    void tiesMakeOrderWorthless() {
        assertThat(Advice.of(traits(60, 0.9, 0.4, 0.1)).family()).isEqualTo("din");
    }

    @Test
    void traitsAreSharesAndRepeatable(@TempDir Path folder) {
        Path dataset = TinyShop.prepare(folder);
        DataTraits traits = DataTraits.of(dataset);
        assertThat(traits).isEqualTo(DataTraits.of(dataset));
        assertThat(traits.lastMatch()).isBetween(0.0, 1.0);
        assertThat(traits.repeatShare()).isBetween(0.0, 1.0);
        assertThat(traits.medianLength()).isPositive();
    }
}
