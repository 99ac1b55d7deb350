package dev.interestlens.explain.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.fidelity.FidelityReport.Measure;
import dev.interestlens.explain.fidelity.FidelityReport.Source;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.store.ProblemException;
import dev.interestlens.testing.TinyShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideExplanationsTest {
    @TempDir
    static Path folder;

    private static PreparedDataset data;
    private static SampleSet samples;

    @BeforeAll
    static void open() {
        data = PreparedDataset.open(TinyShop.prepare(folder));
        samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
    }

    @AfterAll
    static void close() {
        data.close();
    }

    @Test
    @Tag("thorough")
    void explanationsOfAnotherProgramAreMeasuredAsOwnOnesAre() throws IOException {
        try (TrainedModel model = TrainedModel.untrained(
                DinConfig.preset(Preset.REFERENCE),
                new ModelInput(data.schema(), samples.config().history().maxLength()),
                1)) {
            Path look = written(
                    "look.csv", impression -> Explainer.look(model, impression).strength());
            Path effect = written(
                    "effect.csv", impression -> Effects.of(model, impression).effect());
            Path reversed = written("reversed.csv", impression -> Arrays.stream(
                            Effects.of(model, impression).effect())
                    .map(each -> -each)
                    .toArray());
            Path few = Files.write(
                    folder.resolve("few.csv"),
                    List.of(OutsideExplanations.HEADER, "0,0,NaN", "1000000,3,0.5", "0,1,=1+1")
                            .subList(0, 3));
            FidelityReport report = new FidelityMeasure(
                            model,
                            Optional.empty(),
                            Siblings.none(),
                            samples,
                            OutsideExplanations.read(new LinkedHashMap<>(
                                    Map.of("look", look, "effect", effect, "reversed", reversed, "few", few))))
                    .measure(Part.TEST, 12, Optional.empty(), Progress.none())
                    .orElseThrow();
            Map<String, FidelityReport.Outside> outside =
                    report.outside().stream().collect(Collectors.toMap(FidelityReport.Outside::name, each -> each));
            Map<Measure, Figure> own = report.all().figures().get(Source.LOOK);
            FidelityReport.Outside read = outside.get("look");
            assertThat(read.rows()).isEqualTo(12);
            assertThat(read.missing()).isZero();
            assertThat(read.agreement()).isEqualTo(own.get(Measure.TAU));
            assertThat(read.comprehensiveness()).isEqualTo(own.get(Measure.COMPREHENSIVENESS));
            assertThat(read.sufficiency()).isEqualTo(own.get(Measure.SUFFICIENCY));
            assertThat(outside.get("effect").agreement().mean()).isEqualTo(1);
            assertThat(outside.get("effect").comprehensiveness().mean())
                    .isGreaterThan(read.comprehensiveness().mean())
                    .isGreaterThan(outside.get("reversed").comprehensiveness().mean());
            assertThat(outside.get("few").missing()).isEqualTo(12);
            assertThat(outside.get("few").leftOut()).isEqualTo(1);
            assertThat(outside.get("few").values()).isEqualTo(2);
        }
    }

    /** A value for each behaviour of each row of the test part. */
    private Path written(String name, Function<Impression, double[]> values) throws IOException {
        Impressions impressions = new Impressions(samples);
        List<String> lines = new ArrayList<>(List.of(OutsideExplanations.HEADER));
        for (int row = 0; row < samples.size(Part.TEST); row++) {
            Impression impression = impressions.alone(Part.TEST, row);
            double[] each = impression.behaviours() == 0 ? new double[0] : values.apply(impression);
            for (int j = 0; j < each.length; j++) {
                lines.add(row + "," + impression.history().get(j).position() + "," + each[j]);
            }
        }
        return Files.write(folder.resolve(name), lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "nan", "inf", "-inf", "Infinity", "-Infinity", "1e999"})
    void whatIsNotFiniteIsLeftOutHoweverItIsWritten(String value) throws IOException {
        Path file = Files.write(
                folder.resolve("not-finite.csv"), List.of(OutsideExplanations.HEADER, "0,0," + value, "0,1,1"));
        assertThat(OutsideExplanations.read("mine", file).leftOut()).isEqualTo(1);
    }

    @Test
    void valuesOfUnknownSamplesAreNamedInTheOrderOfTheFile() throws IOException {
        Path file = Files.write(
                folder.resolve("named.csv"),
                List.of(OutsideExplanations.HEADER, "same-7-2,0,1", "same-7-3,0,1", "same-7-2,1,1", "same-7-2,0,2"));
        OutsideExplanations read = OutsideExplanations.read("mine", file, sample -> sample);
        assertThat(read.unknown(Map.of("same-7-2", 1))).containsExactly("same-7-3,0", "same-7-2,1");
        assertThat(read.unknown(Map.of("same-7-2", 2, "same-7-3", 1))).isEmpty();
        assertThat(read.leftOut()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,0", "0,0,1,2", "a,0,1", "-1,0,1", "0,-1,1", "0,0,=1+1", "0,0,", ""})
    void aLineThatIsNoExplanationIsNamed(String line) throws IOException {
        Path file = Files.write(folder.resolve("wrong.csv"), List.of(OutsideExplanations.HEADER, "0,0,1", line));
        assertThatThrownBy(() -> OutsideExplanations.read("mine", file))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> assertThat(
                                thrown.problem().what(Locale.ENGLISH))
                        .startsWith("Line 3 of "));
    }
}
