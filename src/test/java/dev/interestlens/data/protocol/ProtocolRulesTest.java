package dev.interestlens.data.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of a protocol on both sides of their bounds. */
class ProtocolRulesTest {
    @Test
    void repeatsCountWhereMoreThanATwentiethOfEventsAre() {
        assertThat(Repeats.AUTO.in(.05)).isEqualTo(Repeats.NEW);
        assertThat(Repeats.AUTO.in(.0501)).isEqualTo(Repeats.ALL);
        assertThat(Repeats.NEW.in(.9)).isEqualTo(Repeats.NEW);
        assertThat(Repeats.ALL.in(0)).isEqualTo(Repeats.ALL);
    }

    private static SampleCounts counts(int testPositives, int cold) {
        SampleCounts.Parts parts = new SampleCounts.Parts(0, 0, testPositives);
        return new SampleCounts(parts, parts, 0, cold, 0, 0, 0, 0, 0);
    }

    /** A share c of cold targets wins all pairs, the others half: (1 − c) / 2 + c. */
    @Test
    void coldTargetsLeakWhatTheirShareIs() {
        assertThat(counts(60, 20).coldShare()).isEqualTo(0.25);
        assertThat(counts(60, 20).coldLeak()).isCloseTo(0.75 / 2 + 0.25, within(1e-12));
        assertThat(counts(0, 20).coldShare()).isEqualTo(1);
        assertThat(counts(60, 0).coldShare()).isZero();
        assertThat(counts(0, 0).coldShare()).isZero();
        assertThat(counts(0, 0).coldLeak()).isEqualTo(0.5);
    }

    /** Users with the positions 1 and 2, none, and 3 to 5. */
    @Test
    void positivesAreCountedUserByUser() {
        PositivePositions ranges = PositivePositions.ranges(new int[] {1, 4, 3}, new int[] {3, 2, 6});
        assertThat(ranges.count()).isEqualTo(5);
        assertThat(IntStream.range(0, 5).map(ranges::user)).containsExactly(0, 0, 2, 2, 2);
        assertThat(IntStream.range(0, 5).map(k -> ranges.position(k, ranges.user(k))))
                .containsExactly(1, 2, 3, 4, 5);
        PositivePositions odd = ranges.where((user, position) -> position % 2 == 1);
        assertThat(odd.count()).isEqualTo(3);
        assertThat(IntStream.range(0, 3).map(odd::user)).containsExactly(0, 2, 2);
        assertThat(IntStream.range(0, 3).map(k -> odd.position(k, odd.user(k)))).containsExactly(1, 3, 5);
    }

    /** Four events of one user, ten seconds apart, and one more at the time of the last. */
    @Test
    void timesAreCutByTheShareOfEventsBeforeThem(@TempDir Path folder) {
        try (PreparedDataset data =
                Logs.of(folder, "u,a,1000,c", "u,b,1010,c", "u,c,1020,c", "u,d,1030,c", "u,a,1030,c")) {
            assertThat(Quantile.ofTimes(data, 0)).isEqualTo(1000);
            assertThat(Quantile.ofTimes(data, 0.39)).isEqualTo(1010);
            assertThat(Quantile.ofTimes(data, 0.4)).isEqualTo(1020);
            assertThat(Quantile.ofTimes(data, 1)).isEqualTo(1030);
            HistoryRule all = new HistoryRule(data, new ProtocolConfig.History(2, 1, SameSecondRule.INPUT_ORDER));
            HistoryRule before = new HistoryRule(data, new ProtocolConfig.History(2, 1, SameSecondRule.EXCLUDE));
            assertThat(all.end(0, 4, 1030)).isEqualTo(4);
            assertThat(before.end(0, 4, 1030)).isEqualTo(3);
            assertThat(before.end(0, 1, 1000)).isZero();
            assertThat(all.first(0, 4)).isEqualTo(2);
            assertThat(all.first(0, 1)).isZero();
            assertThat(all.time(0, 4)).isEqualTo(1030);
            assertThat(all.time(0, 5)).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void timesOfSeveralUsersAreCutTogether(@TempDir Path folder) {
        try (PreparedDataset data =
                Logs.of(folder, "u,a,1000,c", "u,b,1030,c", "u,c,1040,c", "v,a,1010,c", "v,b,1020,c")) {
            assertThat(Quantile.ofTimes(data, 0.2)).isEqualTo(1010);
            assertThat(Quantile.ofTimes(data, 0.4)).isEqualTo(1020);
            assertThat(Quantile.ofTimes(data, 0.6)).isEqualTo(1030);
        }
    }
}
