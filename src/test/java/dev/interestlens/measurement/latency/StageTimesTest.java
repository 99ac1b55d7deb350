package dev.interestlens.measurement.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.measurement.latency.LatencyReport.Row;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stages by clocks that the test moves. */
class StageTimesTest {
    private long cpu;
    private long wall;

    private final StageTimes times = new StageTimes(() -> cpu, () -> wall, 3, 100);

    private Map<String, Runnable> stages(Runnable user) {
        Map<String, Runnable> stages = new LinkedHashMap<>();
        stages.put("fetch", () -> computes(1));
        stages.put("user", user);
        stages.put("candidate", () -> computes(3));
        return stages;
    }

    private void computes(double milliseconds) {
        cpu += (long) (milliseconds * 1e6);
        wall += (long) (milliseconds * 1e6);
    }

    private void sleeps(double milliseconds) {
        wall += (long) (milliseconds * 1e6);
    }

    private static Row row(List<Row> rows, String stage) {
        return rows.stream()
                .filter(row -> row.stage().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStageThatSleepsIsFoundByTheWallClockAndComputesNoMore() {
        List<Row> rows = times.measure(10, 50, stages(() -> {
            computes(2);
            sleeps(9);
        }));
        Row slowest = rows.stream()
                .filter(row -> !row.stage().equals(LatencyReport.TOTAL))
                .max(Comparator.comparingDouble(Row::wallP50))
                .orElseThrow();
        assertThat(slowest.stage()).isEqualTo("user");
        assertThat(slowest.cpuP50()).isEqualTo(2);
        assertThat(slowest.wallP50()).isEqualTo(11);
        assertThat(times.wallOverCpu()).isEqualTo(15 / 6.0, within(1e-12));
    }

    @Test
    void aStageThatComputesLongerIsFoundByBothClocks() {
        List<Row> rows = times.measure(10, 50, stages(() -> computes(20)));
        assertThat(row(rows, "user").cpuP50())
                .isGreaterThan(row(rows, "candidate").cpuP50());
        assertThat(row(rows, "user").wallP50())
                .isGreaterThan(row(rows, "candidate").wallP50());
        assertThat(times.wallOverCpu()).isEqualTo(1);
    }

    @Test
    void stagesSumToTheWhole() {
        List<Row> rows = times.measure(10, 50, stages(() -> computes(2)));
        double sum = rows.stream()
                .filter(row -> !row.stage().equals(LatencyReport.TOTAL))
                .mapToDouble(Row::cpuP50)
                .sum();
        assertThat(sum).isEqualTo(row(rows, LatencyReport.TOTAL).cpuP50());
    }

    @Test
    void theFirstCallStandsApartAndWarmUpsDoNotCount() {
        int[] calls = {0};
        List<Row> rows = times.measure(10, 50, stages(() -> computes(calls[0]++ == 0 ? 500 : 2)));
        assertThat(calls[0]).isEqualTo(603); // 500 of them warm the virtual machine up
        assertThat(row(rows, "user").first()).isEqualTo(500);
        assertThat(row(rows, "user").cpuP99()).isEqualTo(2);
    }

    @Test
    void oneOfAHundredSlowRequestsIsNotYetTheNinetyNinthPercentile() {
        int[] calls = {0};
        List<Row> rows = times.measure(10, 50, stages(() -> computes(++calls[0] % 50 == 0 ? 40 : 2)));
        assertThat(row(rows, "user").cpuP50()).isEqualTo(2);
        assertThat(row(rows, "user").cpuP99()).isEqualTo(40); // two of a hundred
    }

    @Test
    void theBestTenAreThoseOfASortedList() {
        float[] logits = new float[500];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (i * 7919 % 503) / 10f;
        }
        int[] best = RankingRequest.best(logits, 10);
        List<Integer> sorted = java.util.stream.IntStream.range(0, logits.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -logits[i]))
                .limit(10)
                .toList();
        assertThat(best)
                .containsExactly(sorted.stream().mapToInt(Integer::intValue).toArray());
        assertThat(RankingRequest.best(new float[] {1, 2}, 10)).containsExactly(1, 0);
        assertThat(RankingRequest.best(new float[0], 10)).isEmpty();
    }

    @Test
    void aBudgetNamesTheMostCandidatesAndThenTheLongestHistory() {
        LatencyReport report = new LatencyReport(
                "r",
                "din",
                1,
                50,
                200,
                List.of(
                        new Row(10, 50, "total", 1, 2, 1, 2, 9),
                        new Row(10, 200, "total", 2, 4, 2, 4, 9),
                        new Row(100, 50, "total", 3, 5, 3, 90, 9),
                        new Row(100, 200, "total", 8, 20, 8, 20, 9)),
                2.5,
                -1);
        assertThat(report.within(1)).isEmpty();
        assertThat(report.within(4.5))
                .get()
                .extracting(Row::candidates, Row::length)
                .containsExactly(10, 200);
        assertThat(report.within(6))
                .get()
                .extracting(Row::candidates, Row::length)
                .containsExactly(100, 50);
        assertThat(report.busy()).isTrue();
    }
}
