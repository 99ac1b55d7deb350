package dev.interestlens.data.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.ProtocolConfig.Time;
import dev.interestlens.data.protocol.ProtocolConfig.Training;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.protocol.draw.SharedKind;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggedRowsTest {

    private static final ProtocolConfig DEFAULTS = ProtocolConfig.defaults();
    private static final ProtocolConfig LOGGED = new ProtocolConfig(
            Split.LOGGED,
            DEFAULTS.history(),
            DEFAULTS.negatives(),
            Candidates.ALL,
            new Training(0),
            false,
            new Time(0.5, 0.75, false),
            DEFAULTS.seed());

    @TempDir
    private Path folder;

    private PreparedDataset log() {
        return Logs.labelled(
                folder,
                "a,x,10,1,top",
                "a,y,20,0,side",
                "a,z,30,1,top",
                "a,w,40,0,side",
                "a,y,50,1,top",
                "a,x,60,0,top",
                "a,w,70,1,side",
                "b,q,5,0,top");
    }

    @Test
    void whatWasNotChosenIsNoEvent() {
        try (PreparedDataset data = log()) {
            assertThat(data.events()).isEqualTo(4);
            assertThat(data.impressions().orElseThrow().size()).isEqualTo(4);
            assertThat(data.users()).isEqualTo(2);
            assertThat(data.firstEvent(1)).isEqualTo(data.endEvent(1));
        }
    }

    @Test
    void labelsComeWithTheData() {
        try (PreparedDataset data = log()) {
            SampleSet samples = SampleSet.build(data, LOGGED, 1);

            assertThat(samples.labels(Part.TRAIN)).containsExactly(1, 0, 1, 0, 0);
            assertThat(samples.labels(Part.VALID)).containsExactly(1, 0);
            assertThat(samples.labels(Part.TEST)).containsExactly(1);
        }
    }

    @Test
    void historiesHoldWhatWasChosenBefore() {
        try (PreparedDataset data = log()) {
            SampleSet samples = SampleSet.build(data, LOGGED, 1);
            RawBatch batch = samples.batch(Part.VALID, new int[] {1}).requireValid(data.schema());

            assertThat(IntStream.of(batch.history[0]).mapToObj(data::itemKey)).containsExactly("x", "z", "y");
            assertThat(batch.gaps).containsExactly(50, 30, 10);
            assertThat(data.itemKey(samples.sample(Part.VALID, 1).candidate())).isEqualTo("x");
        }
    }

    @Test
    void contextIsThatOfTheRow() {
        try (PreparedDataset data = log()) {
            RawBatch batch = SampleSet.build(data, LOGGED, 1).batch(Part.TRAIN, new int[] {0, 1, 2, 3, 4});

            assertThat(IntStream.of(batch.context[0]).mapToObj(id -> data.contextValue(0, id)))
                    .containsExactly("top", "side", "top", "side", "top");
        }
    }

    @Test
    void trainingHoldsEachRowOnce() {
        try (PreparedDataset data = log()) {
            BatchSource source = SampleSet.build(data, LOGGED, 1)
                    .training(2, 1, new BatchOptions(0, NegativeKind.UNIFORM, 0, 0, SharedKind.UNIFORM));
            float positives = 0;
            for (int b = 0; b < source.batches(); b++) {
                for (float label : source.batch(0, b).requireValid(data.schema()).labels) {
                    positives += label;
                }
            }
            assertThat(source.samples()).isEqualTo(5);
            assertThat(positives).isEqualTo(2);
        }
    }

    @Test
    void aDataSetWithoutLabelsIsRefused() {
        try (PreparedDataset data = Logs.random(folder, 5, 1)) {
            assertThatThrownBy(() -> SampleSet.build(data, LOGGED, 1)).hasMessageContaining("needs labels");
        }
    }

    @Test
    void aLogWithoutAPositiveLabelSaysWhy() {
        try (PreparedDataset data = Logs.labelled(folder, "a,x,10,0,top", "a,y,20,0,top", "b,x,30,0,top")) {
            for (ProtocolConfig config : List.of(LOGGED, DEFAULTS)) {
                assertThatThrownBy(() -> SampleSet.build(data, config, 1))
                        .hasMessageContaining("All 3 training rows are labelled negative");
            }
        }
    }

    @Test
    void negativesOfTheSameCategoryNeedCategories() {
        ProtocolConfig same = DEFAULTS.withNegatives(NegativeKind.SAME_CATEGORY);
        try (PreparedDataset data = log()) {
            assertThat(data.schema().hasCategory()).isFalse();
            assertThatThrownBy(() -> SampleSet.build(data, same, 1)).hasMessageContaining("need categories");
            assertThat(SampleSet.build(data, LOGGED.withNegatives(NegativeKind.SAME_CATEGORY), 1)
                            .size(Part.TRAIN))
                    .isPositive();
        }
    }
}
