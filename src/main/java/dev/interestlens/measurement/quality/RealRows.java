package dev.interestlens.measurement.quality;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.export.serving.ServingExport;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.workspace.OpenRun;
import java.util.stream.IntStream;

/** Rows of a run's data on which what is exported and served is compared and costed. */
public final class RealRows {
    private static final int ROWS = 256;
    private static final int CALIBRATION_ROWS = 500;
    private static final int TEST_ROWS = 4096;

    private RealRows() {}

    /** Some to compare on, some of validation for the scales of integers, and more of the test for the cost of reduced precision. */
    public static ServingExport.Rows of(OpenRun run) {
        Part scales = run.samples().size(Part.VALID) > 0 ? Part.VALID : Part.TRAIN;
        return new ServingExport.Rows(
                compared(run), spread(run, scales, CALIBRATION_ROWS), spread(run, part(run), TEST_ROWS));
    }

    /** The first rows of the {@link #part}. */
    public static RawBatch compared(OpenRun run) {
        Part part = part(run);
        int count = Math.min(ROWS, run.samples().size(part));
        return run.samples().batch(part, IntStream.range(0, count).toArray());
    }

    /** The test part, or the training part where there is no test. */
    public static Part part(OpenRun run) {
        return run.samples().size(Part.TEST) > 0 ? Part.TEST : Part.TRAIN;
    }

    /** Rows at even distances. */
    private static RawBatch spread(OpenRun run, Part part, int most) {
        int all = run.samples().size(part);
        int count = Math.min(most, all);
        return run.samples().batch(part, ArrayFill.ints(count, i -> (int) ((long) i * all / count)));
    }
}
