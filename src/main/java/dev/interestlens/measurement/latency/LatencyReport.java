package dev.interestlens.measurement.latency;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long a model takes to serve, stage by stage, in milliseconds.
 *
 * @param run its name
 * @param model its family
 * @param threads of the runtime
 * @param warmUps runs that do not count
 * @param runs that count
 * @param rows by candidates, then length, then stage
 * @param wallOverCpu wall time over CPU time of all that was measured; NaN where there was no CPU time
 * @param load of the machine, runnable threads in the last minute; negative where the system does not tell
 */
@JsonPropertyOrder({"busy", "load", "model", "rows", "run", "runs", "threads", "wallOverCpu", "warmUps"})
public record LatencyReport(
        String run, String model, int threads, int warmUps, int runs, List<Row> rows, double wallOverCpu, double load) {
    /** The stages of a request, in their order. */
    public static final List<String> STAGES = List.of("fetch", "embed", "user", "candidate", "rank");

    /** The name of the row of all stages together. */
    public static final String TOTAL = "total";

    /** From this ratio on the machine counts as busy. */
    private static final double BUSY = 1.3;

    /**
     * One stage for a number of candidates and a length.
     *
     * @param first wall time of the first call
     */
    public record Row(
            int candidates,
            int length,
            String stage,

            @JsonProperty(required = true) @JsonPropertyDescription("Milliseconds")
            double cpuP50,

            @JsonProperty(required = true) double cpuP99,
            @JsonProperty(required = true) double wallP50,
            @JsonProperty(required = true) double wallP99,
            @JsonProperty(required = true) double first) {}

    /**
     * The last line of a measurement.
     *
     * @param event {@code done}
     */
    public record Done(String event, LatencyReport report) {}

    public LatencyReport {
        rows = List.copyOf(rows);
    }

    /** The rows of one stage, or of {@link #TOTAL}. */
    public List<Row> stage(String stage) {
        return rows.stream().filter(row -> row.stage().equals(stage)).toList();
    }

    /** Whether the machine was busy, so that only CPU time is meaningful. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public boolean busy() {
        return busy(wallOverCpu);
    }

    /** Whether a machine was busy that took so many times the CPU time. */
    public static boolean busy(double wallOverCpu) {
        return wallOverCpu > BUSY;
    }

    /** The largest number of candidates, and with it the largest length, of which 99 of 100 requests fit into so many milliseconds of CPU time. */
    public Optional<Row> within(double milliseconds) {
        return rows.stream()
                .filter(row -> row.stage().equals(TOTAL) && row.cpuP99() <= milliseconds)
                .max(Comparator.comparingInt(Row::candidates).thenComparingInt(Row::length));
    }
}
