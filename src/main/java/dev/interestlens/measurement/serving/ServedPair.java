package dev.interestlens.measurement.serving;

import dev.interestlens.export.onnx.Precision;
import dev.interestlens.export.serving.ServingExport;
import dev.interestlens.export.serving.ServingSession;
import dev.interestlens.measurement.quality.RealRows;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Handover;
import dev.interestlens.store.Scratch;
import dev.interestlens.workspace.OpenRun;

/**
 * An exported pair, opened from a temporary folder that is removed with it.
 *
 * @param changed products or tables that the precision changed
 */
record ServedPair(Scratch scratch, ServingSession session, int changed) implements AutoCloseable {
    /**
     * Writes and opens it.
     *
     * @param history the most behaviours that are read; scales of integers come from such histories
     */
    static ServedPair of(OpenRun run, Precision precision, int history, int threads) {
        Scratch scratch = Scratch.create();
        return Handover.of(scratch::close, () -> {
            ServingExport.Graphs graphs = new ServingExport(Disk.real())
                    .graphs(
                            run.trained(),
                            RealRows.of(run).mostRecent(history).calibration(),
                            precision,
                            scratch.folder().resolve("user.onnx"),
                            scratch.folder().resolve("candidate.onnx"));
            ServingSession session = ServingSession.open(
                    graphs.form(),
                    run.model().input(),
                    scratch.folder().resolve("user.onnx"),
                    scratch.folder().resolve("candidate.onnx"),
                    threads);
            return new ServedPair(scratch, session, graphs.reduced().changed());
        });
    }

    @Override
    public void close() {
        try (scratch) {
            session.close();
        }
    }
}
