package dev.interestlens.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.RawBatch;
import dev.interestlens.explain.Fixtures;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Safetensors;
import dev.interestlens.store.SafetensorsFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsExportTest {
    private static final RawBatch ROWS = Fixtures.batch(new int[] {2, 5, 8}, 20, 21, 30);

    @TempDir
    Path folder;

    @Test
    void theCopyScoresAsTheModelDoes() {
        Path target = folder.resolve("model.safetensors");
        try (TrainedModel model = Fixtures.model(DinConfig.preset(Preset.QUICK))) {
            RoundTrip trip = new SafetensorsExport(Disk.real()).write(model, Map.of("fingerprint", "f"), ROWS, target);
            assertThat(trip.rows()).isEqualTo(3);
            assertThat(trip.largestLogit()).isZero();
        }
        try (SafetensorsFile file = Safetensors.map(target)) {
            assertThat(file.metadata()).containsEntry("model", "din").containsEntry("fingerprint", "f");
            assertThat(file.metadata().get("schema")).contains("\"category\"");
            assertThat(file.names()).contains("item_embedding.weight", "cate_embedding.weight");
        }
    }

    @Test
    void aDeviationBeyondTheToleranceDoesNotHold() {
        assertThat(RoundTrip.of(new float[] {0}, new float[] {0.00003f}).holds())
                .isTrue();
        assertThat(RoundTrip.of(new float[] {0}, new float[] {0.001f}).holds()).isFalse();
        assertThat(RoundTrip.of(new float[] {0}, new float[] {Float.NaN}).holds())
                .isFalse();
    }
}
