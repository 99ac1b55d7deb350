package dev.interestlens.data.protocol.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Logs;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.train.EngineInverse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselinesTest {

    @TempDir
    private Path folder;

    // Test: a -> y after x x; b -> z after x y; training events: a has x, b has x.
    private PreparedDataset small() {
        return Logs.of(
                folder,
                "a,x,1,k1",
                "a,y,2,k1",
                "a,z,3,k2",
                "a,x,4,k1",
                "a,y,5,k1",
                "b,x,1,k1",
                "b,y,2,k1",
                "b,z,3,k2",
                "b,y,4,k1",
                "b,z,5,k2");
    }

    @Test
    void popularityCountsTrainingEvents() {
        try (PreparedDataset data = small()) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);

            assertThat(new Baselines(samples, new EngineInverse()).scores(Baseline.POPULARITY, Part.TEST)[0])
                    .isEqualTo(2);
        }
    }

    @Test
    void categoryMatchIsTheShareOfTheHistoryInTheCategory() {
        try (PreparedDataset data = small()) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);

            assertThat(new Baselines(samples, new EngineInverse()).scores(Baseline.CATEGORY_MATCH, Part.TEST)[0])
                    .isEqualTo(0.75);
        }
    }

    @Test
    void repeatsAreFoundInTheHistory() {
        try (PreparedDataset data = small()) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);

            assertThat(new Baselines(samples, new EngineInverse()).scores(Baseline.ALREADY_IN_HISTORY, Part.TEST)[0])
                    .isEqualTo(1);
        }
    }

    @Test
    void piecesOfAPartHaveTheSameScoresAsTheWhole() {
        try (PreparedDataset data = Logs.random(folder, 200, 6)) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
            Baselines baselines = new Baselines(samples, new EngineInverse());
            int cut = 3 * samples.group(Part.TEST);
            for (Baseline baseline : Baseline.values()) {
                double[] whole = baselines.scores(baseline, Part.TEST);
                assertThat(baselines.scores(baseline, Part.TEST, cut, whole.length))
                        .isEqualTo(java.util.Arrays.copyOfRange(whole, cut, whole.length));
            }
        }
    }

    @Test
    void anHonestProtocolLeaksNothing() {
        try (PreparedDataset data = Logs.random(folder, 200, 6)) {
            LeakProbes probes = LeakProbes.of(SampleSet.build(data, ProtocolConfig.defaults(), 1));

            assertThat(probes.historyAfterTarget()).isZero();
            assertThat(probes.eventInTwoParts()).isZero();
            assertThat(probes.seenInTraining()).isEqualTo(0.5);
            assertThat(probes.shuffledWithinUsers()).isBetween(0.42, 0.58);
            assertThat(probes.positionInFile()).isBetween(0.42, 0.58);
        }
    }

    @Test
    void repeatedTargetsAreReportedAsALeak() {
        try (PreparedDataset data = Logs.random(folder, 200, 6)) {
            LeakProbes probes = LeakProbes.of(SampleSet.build(data, ProtocolConfig.defaults(), 1));

            assertThat(probes.alreadyInHistory()).isGreaterThan(0.52);
        }
    }
}
