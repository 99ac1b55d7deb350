package dev.interestlens.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.export.report.MeasuredFidelity;
import dev.interestlens.measurement.fidelity.Fidelity;
import dev.interestlens.measurement.quality.RunFidelity;
import dev.interestlens.metric.Auc;
import dev.interestlens.store.Disk;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fails when the run in {@code sample-data/run} is out of date; {@code sample-data/make-run.sh} makes it anew. */
class SampleRunTest {
    private static final int ROWS = 4_200;

    @TempDir
    Path root;

    @Test
    void theModelThatTravelsAlongFitsTheShopThatTravelsAlong() {
        Workspace workspace = new Workspace(root).create(Disk.real());
        RunFolder folder = SampleRun.bring(Disk.real(), workspace);
        RunSummary listed = workspace.listRuns().get(0);
        assertThat(listed.status()).isEqualTo(RunSummary.Status.ENDED);
        assertThat(SampleRun.bring(Disk.real(), workspace)).isEqualTo(folder);
        try (OpenRun run = OpenRun.best(folder)) {
            float[] logits = run.model()
                    .logits(run.samples()
                            .batch(Part.TEST, IntStream.range(0, ROWS).toArray()));
            float[] labels = Arrays.copyOf(run.samples().labels(Part.TEST), ROWS);
            double[] scores =
                    IntStream.range(0, ROWS).mapToDouble(row -> logits[row]).toArray();
            assertThat(Fidelity.kept(run)).as("fidelity of these very weights").isPresent();
            MeasuredFidelity told = RunFidelity.read(folder).orElseThrow();
            assertThat(told.older()).isFalse();
            AttentionLog attention = AttentionLog.read(folder).orElseThrow();
            assertThat(attention.moments()).hasSizeGreaterThan(8);
            assertThat(SampleRun.attention()).as("what the first screen shows").isEqualTo(attention);
            assertThat(Auc.of(scores, labels).orNaN()).isGreaterThan(0.8);
        }
    }
}
