package dev.interestlens.measurement.compare;

import dev.interestlens.data.RawBatch;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.workspace.Timing;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Times a model repeatedly, a few calls at a time: first one row, then a batch. The first calls of both are warm-up. */
final class LatencyProbe {
    private static final int WARM = 20;
    private static final int TIMED = 60;
    private static final int BATCH_WARM = 2;
    private static final int BATCH_TIMED = 9;

    private final ToDoubleFunction<RawBatch> nanos;
    private final Function<int[], RawBatch> batches;
    private final int rows;
    private final int batch;
    private final double[] one = new double[TIMED];
    private final double[] many = new double[BATCH_TIMED];
    private int ones = -WARM;
    private int batched = -BATCH_WARM;

    /**
     * @param nanos scores a batch and returns the time
     * @param batches makes a batch of rows
     * @param rows number of rows
     * @param batch rows in a batch
     */
    LatencyProbe(ToDoubleFunction<RawBatch> nanos, Function<int[], RawBatch> batches, int rows, int batch) {
        this.nanos = nanos;
        this.batches = batches;
        this.rows = rows;
        this.batch = Math.min(batch, rows);
    }

    /** Times some more calls; false once all are done. */
    boolean more(int calls) {
        if (rows == 0) {
            return false;
        }
        for (int i = 0; i < calls && ones < TIMED; i++, ones++) {
            double took = time(Math.floorMod(ones * 131, rows), 1);
            if (ones >= 0) {
                one[ones] = took / 1e6;
            }
        }
        if (ones == TIMED && batched < BATCH_TIMED) {
            double took = time(0, batch);
            if (batched >= 0) {
                many[batched] = batch * 1e9 / took;
            }
            batched++;
        }
        return batched < BATCH_TIMED;
    }

    private double time(int first, int count) {
        int[] some = ArrayFill.ints(count, i -> (first + i) % rows);
        return nanos.applyAsDouble(batches.apply(some));
    }

    RunScores.Latency result() {
        return rows == 0
                ? new RunScores.Latency(Timing.of(), Timing.of(), Timing.of())
                : new RunScores.Latency(Timing.of(one), Timing.of(many), Timing.of());
    }
}
