package dev.interestlens.data.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.protocol.draw.SharedKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingGroupsTest {
    @TempDir
    private Path folder;

    @Test
    void eachTrueItemStandsOnceAnEpochBeforeOthersOfTheSameHistory() {
        try (PreparedDataset data = Logs.random(folder, 30, 25)) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 7);
            BatchOptions options = new BatchOptions(2, NegativeKind.UNIFORM, 0.5, 3, SharedKind.MIXED);
            BatchSource source = samples.groups(40, 5, options);
            int positives = 0;
            for (int i = 0; i < source.batches(); i++) {
                RawBatch batch = source.batch(1, i).requireValid(data.schema());
                assertThat(batch.size() % 4).isZero();
                for (int b = 0; b < batch.size(); b += 4) {
                    Set<Integer> items = new HashSet<>();
                    for (int k = 0; k < 4; k++) {
                        assertThat(batch.labels[b + k]).isEqualTo(k == 0 ? 1 : 0);
                        items.add(batch.candidate[Schema.ITEM][b + k]);
                        assertThat(history(batch, b + k)).isEqualTo(history(batch, b));
                        assertThat(hidden(batch, b + k)).isEqualTo(hidden(batch, b));
                    }
                    assertThat(items).hasSize(4);
                    positives++;
                }
            }
            assertThat(positives).isEqualTo(samples.counts().positives().train());
            assertThat(source.samples()).isEqualTo(4 * positives);
            assertThat(source.batch(1, 0).candidate).isDeepEqualTo(source.batch(1, 0).candidate);
            assertThat(source.batch(1, 0).candidate[0]).isNotEqualTo(source.batch(2, 0).candidate[0]);
        }
    }

    private static int[] history(RawBatch batch, int b) {
        return Arrays.copyOfRange(batch.history[Schema.ITEM], batch.offsets[b], batch.offsets[b + 1]);
    }

    private static boolean[] hidden(RawBatch batch, int b) {
        return Arrays.copyOfRange(batch.hidden, batch.offsets[b], batch.offsets[b + 1]);
    }

    @Test
    void whatIsTakenOffALogitIsHowMuchLikelierThanUniformTheDrawIs() {
        try (PreparedDataset data = Logs.random(folder, 30, 25)) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 7);
            Catalogue catalogue = new Catalogue(samples);
            for (SharedKind kind : SharedKind.values()) {
                float[] logs = samples.logDraws(kind);
                double sum = 0;
                for (int place = 0; place < catalogue.size(); place++) {
                    sum += Math.exp(logs[catalogue.item(place)]) / catalogue.size();
                }
                assertThat(sum).as(kind.name()).isCloseTo(1, within(1e-5));
            }
            assertThat(samples.logDraws(SharedKind.UNIFORM)).containsOnly(0);
        }
    }
}
