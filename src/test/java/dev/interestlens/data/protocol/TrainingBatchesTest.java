package dev.interestlens.data.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.draw.Mix;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.protocol.draw.Permutation;
import dev.interestlens.data.protocol.draw.SharedKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingBatchesTest {

    @TempDir
    private Path folder;

    private PreparedDataset data;
    private SampleSet samples;

    @BeforeEach
    void prepare() {
        data = Logs.random(folder, 50, 2);
        samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
    }

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void anEpochHoldsEveryRowOnce() {
        BatchSource source =
                samples.training(64, 3, new BatchOptions(0, NegativeKind.UNIFORM, 0, 0, SharedKind.UNIFORM));
        int rows = 0;
        int positives = 0;
        for (int b = 0; b < source.batches(); b++) {
            RawBatch batch = source.batch(0, b).requireValid(data.schema());
            rows += batch.size();
            for (float label : batch.labels) {
                positives += (int) label;
            }
        }
        assertThat(rows).isEqualTo(samples.size(Part.TRAIN));
        assertThat(positives).isEqualTo(samples.counts().positives().train());
    }

    @Test
    void aBatchIsAFunctionOfSeedEpochAndIndex() {
        BatchOptions options = new BatchOptions(2, NegativeKind.POPULARITY, 0.3, 0, SharedKind.UNIFORM);
        RawBatch one = samples.training(32, 3, options).batch(4, 1);
        BatchSource other = samples.training(32, 3, options);
        other.batch(0, 0);
        RawBatch same = other.batch(4, 1);

        assertThat(same.candidate).isDeepEqualTo(one.candidate);
        assertThat(same.history).isDeepEqualTo(one.history);
        assertThat(same.negatives).isDeepEqualTo(one.negatives);
        assertThat(same.hidden).isEqualTo(one.hidden);
        assertThat(same.labels).isEqualTo(one.labels);
    }

    @Test
    void epochsAndSeedsDiffer() {
        BatchSource source =
                samples.training(32, 3, new BatchOptions(0, NegativeKind.UNIFORM, 0, 0, SharedKind.UNIFORM));

        assertThat(source.batch(1, 0).candidate[0]).isNotEqualTo(source.batch(0, 0).candidate[0]);
        assertThat(samples.training(32, 4, new BatchOptions(0, NegativeKind.UNIFORM, 0, 0, SharedKind.UNIFORM))
                        .batch(0, 0)
                        .candidate[0])
                .isNotEqualTo(source.batch(0, 0).candidate[0]);
    }

    @Test
    void auxiliaryNegativesStandBesideEachBehaviour() {
        RawBatch batch = samples.training(32, 3, new BatchOptions(3, NegativeKind.UNIFORM, 0, 0, SharedKind.UNIFORM))
                .batch(0, 0)
                .requireValid(data.schema());

        assertThat(batch.negativesPerStep).isEqualTo(3);
        for (int n = 0; n < batch.length() * 3; n++) {
            assertThat(batch.negatives[0][n]).isNotEqualTo(batch.history[0][n / 3]);
            assertThat(samples.warm(batch.negatives[0][n])).isTrue();
        }
    }

    @Test
    void behaviourDropoutHidesAboutItsShare() {
        RawBatch batch = samples.training(
                        samples.size(Part.TRAIN),
                        3,
                        new BatchOptions(0, NegativeKind.UNIFORM, 0.4, 0, SharedKind.UNIFORM))
                .batch(0, 0);
        int hidden = 0;
        for (boolean flag : batch.hidden) {
            hidden += flag ? 1 : 0;
        }
        assertThat((double) hidden / batch.length()).isBetween(0.3, 0.5);
    }

    @Test
    void aPermutationTakesEveryPlaceOnce() {
        for (int n : new int[] {1, 2, 3, 5, 64, 1000, 4097}) {
            Permutation order = new Permutation(n, 9);
            BitSet seen = new BitSet();
            for (int i = 0; i < n; i++) {
                seen.set(order.at(i));
            }
            assertThat(seen.cardinality()).isEqualTo(n);
            assertThat(seen.length()).isEqualTo(n);
        }
    }

    @Test
    void uniformDrawsReachEveryItemAboutEquallyOften() {
        int[] counts = new int[10];
        for (int i = 0; i < 100_000; i++) {
            counts[Mix.below(Mix.draw(Mix.place(1, 2, 3), i), 10)]++;
        }
        assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(9600);
        assertThat(Arrays.stream(counts).max().orElseThrow()).isLessThan(10_400);
    }
}
