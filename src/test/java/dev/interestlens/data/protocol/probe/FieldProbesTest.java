package dev.interestlens.data.protocol.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Logs;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldProbesTest {

    @TempDir
    private Path folder;

    private interface Place {
        String of(int label, Random random);
    }

    private PreparedDataset log(Place place) {
        Random random = new Random(5);
        String[] rows = new String[400];
        for (int k = 0; k < rows.length; k++) {
            int label = random.nextInt(3) == 0 ? 1 : 0;
            rows[k] = "u" + k % 20 + ",x" + random.nextInt(15) + "," + (1_700_000_000 + k * 100) + "," + label + ","
                    + place.of(label, random);
        }
        return Logs.labelled(folder, rows);
    }

    private PreparedDataset two(Place moment) {
        Random random = new Random(8);
        String[] rows = new String[4000];
        for (int k = 0; k < rows.length; k++) {
            int label = random.nextInt(3) == 0 ? 1 : 0;
            rows[k] = "u" + k % 400 + ",x" + random.nextInt(40) + "," + (1_700_000_000 + k * 100) + "," + label + ","
                    + moment.of(label, random);
        }
        return Logs.labelled(folder, List.of("one", "other"), rows);
    }

    private static SampleSet samples(PreparedDataset data) {
        return SampleSet.build(data, ProtocolConfig.preset(Split.LOGGED), 7);
    }

    @Test
    void aCopyOfTheLabelIsNamed() {
        try (PreparedDataset data = log((label, random) -> label == 1 ? "seen" : "not")) {
            FieldProbes probes = FieldProbes.of(samples(data));
            assertThat(probes.auc()).containsOnlyKeys("context.place");
            assertThat(probes.auc().get("context.place")).isEqualTo(1);
            assertThat(probes.nearlyTheLabel()).containsExactly("context.place");
        }
    }

    @Test
    void aNumberThatFollowsTheLabelIsNamedToo() {
        try (PreparedDataset data = log((label, random) -> String.valueOf(random.nextDouble() - label))) {
            FieldProbes probes = FieldProbes.of(samples(data));
            assertThat(probes.auc().get("context.place")).isZero();
            assertThat(probes.nearlyTheLabel()).containsExactly("context.place");
        }
    }

    @Test
    void aFieldThatKnowsNothingIsLeftAlone() {
        try (PreparedDataset data = log((label, random) -> "p" + random.nextInt(4))) {
            FieldProbes probes = FieldProbes.of(samples(data));
            assertThat(probes.auc().get("context.place")).isBetween(0.2, 0.8);
            assertThat(probes.nearlyTheLabel()).isEmpty();
            assertThat(probes.doubtful()).isEmpty();
        }
    }

    @Test
    void aLabelCopiedWithNoiseIsAQuestionWithItsFigure() {
        String[] rows = new String[6000];
        Random random = new Random(6);
        for (int k = 0; k < rows.length; k++) {
            int label = random.nextInt(3) == 0 ? 1 : 0;
            int copied = random.nextInt(10) == 0 ? 1 - label : label;
            rows[k] = "u" + k % 600 + ",x" + random.nextInt(40) + "," + (1_700_000_000 + k * 100) + "," + label + ",p"
                    + copied;
        }
        try (PreparedDataset data = Logs.labelled(folder, rows)) {
            FieldProbes probes = FieldProbes.of(samples(data));
            assertThat(probes.nearlyTheLabel()).isEmpty();
            assertThat(probes.doubtful()).containsExactly("context.place");
        }
    }

    @Test
    void fieldsThatHoldTheLabelOnlyTogetherAreAQuestion() {
        try (PreparedDataset data = two((label, random) -> {
            double secret = 4 * random.nextGaussian();
            return secret + "," + (label - secret + 0.3 * random.nextGaussian());
        })) {
            FieldProbes probes = FieldProbes.of(samples(data));
            assertThat(probes.auc().get("context.one")).isBetween(0.35, 0.65);
            assertThat(probes.auc().get("context.other")).isBetween(0.35, 0.65);
            assertThat(probes.auc().get(FieldProbes.ALL)).isGreaterThan(0.9);
            assertThat(Stream.concat(probes.nearlyTheLabel().stream(), probes.doubtful().stream()))
                    .contains(FieldProbes.ALL);
        }
    }

    @Test
    void fieldsThatKnowNothingTogetherAreLeftAlone() {
        try (PreparedDataset data = two((label, random) -> random.nextGaussian() + "," + random.nextGaussian())) {
            FieldProbes probes = FieldProbes.of(samples(data));
            assertThat(probes.auc()).containsKey(FieldProbes.ALL);
            assertThat(probes.nearlyTheLabel()).isEmpty();
            assertThat(probes.doubtful()).isEmpty();
        }
    }

    @Test
    void aFieldThatHoldsTheItemToBeChosenIsNamed() {
        String[] rows = new String[600];
        Random random = new Random(5);
        for (int k = 0; k < rows.length; k++) {
            int item = random.nextInt(15);
            int label = random.nextInt(3) == 0 ? 1 : 0;
            int held = label == 1 ? item : (item + 1 + random.nextInt(14)) % 15;
            rows[k] = "u" + k % 20 + ",x" + item + "," + (1_700_000_000 + k * 100) + "," + label + ",X" + held;
        }
        try (PreparedDataset data = Logs.labelled(folder, rows)) {
            assertThat(FieldProbes.of(samples(data)).nearlyTheLabel())
                    .containsExactly("context.place" + FieldProbes.MATCH);
        }
    }

    @Test
    void whatFollowsFromTheChosenItemIsAQuestionWhereNegativesAreDrawn() throws IOException {
        Random random = new Random(4);
        String rows = IntStream.range(0, 4000)
                .mapToObj(k -> {
                    int item = random.nextInt(40);
                    return "u" + k % 80 + ",x" + item + "," + (1_700_000_000 + k * 100) + ","
                            + (item + 3 * random.nextGaussian()) + "," + random.nextGaussian() + ",p"
                            + random.nextInt(5);
                })
                .collect(Collectors.joining("\n", "user,item,time,minutes,temperature,place\n", "\n"));
        PrepareOptions kept = PrepareOptions.defaults().withColumns(Map.of("context.minutes", "minutes"));
        Path log = Files.writeString(folder.resolve("minutes.csv"), rows);
        try (PreparedDataset data = Sources.prepare(List.of(log), kept, folder.resolve("minutes"), Progress.none())) {
            FieldProbes probes = FieldProbes.of(SampleSet.build(data, ProtocolConfig.defaults(), 7));

            assertThat(probes.auc().get("context.minutes")).isBetween(0.45, 0.55);
            assertThat(probes.auc().get("context.minutes" + FieldProbes.WITH)).isGreaterThan(0.8);
            assertThat(probes.auc().get("context.temperature" + FieldProbes.WITH))
                    .isBetween(0.4, 0.6);
            assertThat(probes.auc().get("context.place" + FieldProbes.WITH)).isBetween(0.4, 0.6);
            assertThat(probes.doubtful()).containsExactly("context.minutes" + FieldProbes.WITH);
        }
    }

    @Test
    void moreNegativesThanItemsAreRefused() {
        try (PreparedDataset data = Logs.random(folder, 30, 3)) {
            ProtocolConfig usual = ProtocolConfig.defaults();
            ProtocolConfig many = new ProtocolConfig(
                    usual.split(),
                    usual.history(),
                    new ProtocolConfig.Negatives(1, 100_000, NegativeKind.UNIFORM),
                    usual.candidates(),
                    usual.training(),
                    usual.novel(),
                    usual.time(),
                    usual.seed());
            assertThatThrownBy(() -> SampleSet.build(data, many, 7))
                    .hasMessageContaining("data.protocol.negatives.evaluate is 100000, but only");
        }
    }

    @Test
    void oneLabelInAllTrainingRowsIsRefusedBeforeTraining() {
        String[] rows = new String[40];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = "u" + k % 4 + ",x" + k % 7 + "," + (1_700_000_000 + k * 100) + "," + (k < 38 ? 1 : 0) + ",p";
        }
        try (PreparedDataset data = Logs.labelled(folder, rows)) {
            assertThatThrownBy(() -> samples(data).requireTrainable()).hasMessageContaining("labelled positive");
        }
    }
}
