package dev.interestlens.data.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.protocol.draw.SharedKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSequencesTest {
    @TempDir
    private Path folder;

    private static BatchOptions shared(int count, SharedKind kind) {
        return new BatchOptions(0, NegativeKind.UNIFORM, 0, count, kind);
    }

    @Test
    void everyTrainingEventIsForetoldOnceAndNoOther() {
        try (PreparedDataset data = Logs.random(folder, 30, 25)) {
            SampleSet samples = SampleSet.build(data, shortHistories(), 7);
            BatchSource source =
                    samples.sequences(8, 0, 3, new BatchOptions(0, NegativeKind.UNIFORM, 0, 0, SharedKind.UNIFORM));
            List<Integer> foretold = new ArrayList<>();
            for (int i = 0; i < source.batches(); i++) {
                RawBatch batch = source.batch(2, i).requireValid(data.schema());
                for (int b = 0; b < batch.size(); b++) {
                    int first = batch.length(b) == 6 ? 1 : 0; // a full window's oldest belongs to the one before
                    for (int n = batch.offsets[b] + first; n < batch.offsets[b + 1]; n++) {
                        foretold.add(batch.history[Schema.ITEM][n]);
                    }
                    foretold.add(batch.candidate[Schema.ITEM][b]);
                }
            }
            List<Integer> events = new ArrayList<>();
            for (int u = 0; u < data.users(); u++) {
                for (int k = 0; k < samples.seenEvents(u); k++) {
                    events.add(data.eventItem(data.firstEvent(u) + k));
                }
            }
            assertThat(foretold.size()).isBetween(events.size() - data.users(), events.size());
            assertThat(events).containsAll(foretold);
        }
    }

    private static ProtocolConfig shortHistories() {
        ProtocolConfig usual = ProtocolConfig.defaults();
        return new ProtocolConfig(
                usual.split(),
                new ProtocolConfig.History(6, 0, SameSecondRule.INPUT_ORDER),
                usual.negatives(),
                usual.candidates(),
                new ProtocolConfig.Training(0),
                false,
                usual.time(),
                7);
    }

    @Test
    void aBatchIsAFunctionOfSeedEpochAndIndex() {
        try (PreparedDataset data = Logs.random(folder, 30, 25)) {
            SampleSet samples = SampleSet.build(data, shortHistories(), 7);
            RawBatch one =
                    samples.sequences(8, 0, 3, shared(5, SharedKind.MIXED)).batch(4, 1);
            RawBatch again =
                    samples.sequences(8, 0, 3, shared(5, SharedKind.MIXED)).batch(4, 1);
            RawBatch other =
                    samples.sequences(8, 0, 3, shared(5, SharedKind.MIXED)).batch(5, 1);
            assertThat(one.history).isDeepEqualTo(again.history);
            assertThat(one.shared.items().candidate).isDeepEqualTo(again.shared.items().candidate);
            assertThat(one.candidate[0]).isNotEqualTo(other.candidate[0]);
        }
    }

    @Test
    void sharedItemsAreDistinctAndTheirExpectedCountsAreTheirChances() {
        try (PreparedDataset data = Logs.random(folder, 30, 25)) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 7);
            Catalogue catalogue = new Catalogue(samples);
            for (SharedKind kind : SharedKind.values()) {
                SharedDraws draws = new SharedDraws(samples, shared(4, kind), 1);
                double[] expected = new double[data.items() + 2];
                double[] drawn = new double[data.items() + 2];
                int times = 4000;
                for (int i = 0; i < times; i++) {
                    RawBatch.Shared some = draws.of(0, i);
                    int[] items = some.items().candidate[Schema.ITEM];
                    assertThat(Arrays.stream(items).distinct().count()).isEqualTo(items.length);
                    for (int k = 0; k < items.length; k++) {
                        drawn[items[k]] += 1.0 / times;
                        expected[items[k]] = Math.exp(some.logExpected()[k]);
                    }
                }
                double within =
                        kind == SharedKind.MIXED ? 0.06 : 0.04; // of mixed draws the exact chance differs a little
                for (int place = 0; place < catalogue.size(); place++) {
                    int item = catalogue.item(place);
                    assertThat(drawn[item]).as(kind + " " + item).isCloseTo(expected[item], within(within));
                }
            }
            assertThat(new SharedDraws(samples, shared(BatchOptions.WHOLE, SharedKind.UNIFORM), 1)
                            .of(0, 0)
                            .logExpected())
                    .isNull();
        }
    }
}
