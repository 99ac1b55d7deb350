package dev.interestlens.measurement.latency;

import dev.interestlens.measurement.latency.LatencyReport.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Times a request that consists of stages repeatedly, by two clocks. */
public final class StageTimes {
    /** Before the first kind of request that many more: the virtual machine has then compiled what all kinds run through. */
    private static final int COMPILING = 500;

    private final LongSupplier cpu;
    private final LongSupplier wall;
    private final int warmUps;
    private final int runs;
    private boolean begun;
    private double cpuSum;
    private double wallSum;

    /**
     * @param cpu clock of CPU nanoseconds
     * @param wall clock of wall nanoseconds
     */
    StageTimes(LongSupplier cpu, LongSupplier wall, int warmUps, int runs) {
        this.cpu = cpu;
        this.wall = wall;
        this.warmUps = warmUps;
        this.runs = runs;
    }

    /**
     * The stages of one kind of request, then all together.
     *
     * @param stages by name, in their order
     */
    List<Row> measure(int candidates, int length, Map<String, Runnable> stages) {
        int count = stages.size() + 1;
        double[][] computed = new double[count][runs];
        double[][] passed = new double[count][runs];
        double[] first = new double[count];
        int before = begun ? warmUps : warmUps + COMPILING;
        begun = true;
        for (int run = -before; run < runs; run++) {
            double[][] one = once(stages, count);
            for (int s = 0; s < count; s++) {
                first[s] = run == -before ? one[1][s] : first[s];
                if (run >= 0) {
                    computed[s][run] = one[0][s];
                    passed[s][run] = one[1][s];
                }
            }
        }
        cpuSum += Arrays.stream(computed[count - 1]).sum();
        wallSum += Arrays.stream(passed[count - 1]).sum();
        List<String> names = new ArrayList<>(stages.keySet());
        names.add(LatencyReport.TOTAL);
        List<Row> rows = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            Arrays.sort(computed[s]);
            Arrays.sort(passed[s]);
            rows.add(new Row(
                    candidates,
                    length,
                    names.get(s),
                    part(computed[s], 0.5),
                    part(computed[s], 0.99),
                    part(passed[s], 0.5),
                    part(passed[s], 0.99),
                    first[s]));
        }
        return rows;
    }

    /** Milliseconds of each stage by both clocks, the last being all together. */
    private double[][] once(Map<String, Runnable> stages, int count) {
        double[][] times = new double[2][count];
        long computedAtBegin = cpu.getAsLong();
        long begin = wall.getAsLong();
        long computed = computedAtBegin;
        long passed = begin;
        int s = 0;
        for (Runnable stage : stages.values()) {
            stage.run();
            long computedNow = cpu.getAsLong();
            long now = wall.getAsLong();
            times[0][s] = (computedNow - computed) / 1e6;
            times[1][s++] = (now - passed) / 1e6;
            computed = computedNow;
            passed = now;
        }
        times[0][count - 1] = (computed - computedAtBegin) / 1e6;
        times[1][count - 1] = (passed - begin) / 1e6;
        return times;
    }

    /** The quantile of a share. */
    public static double part(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** Wall time over CPU time of all requests that counted. */
    double wallOverCpu() {
        return cpuSum > 0 ? wallSum / cpuSum : Double.NaN;
    }
}
