package dev.interestlens.explain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.synth.FarCause;
import dev.interestlens.data.synth.FarSettings;
import dev.interestlens.data.synth.FarShop;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.HistoryPicture;
import dev.interestlens.explain.effect.ReadReport.State;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.export.report.json.ExplanationJson;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.figure.data.HistoryData;
import dev.interestlens.model.ModelGradients.PathGradient;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.Weights;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.config.ReadingConfig.Kind;
import dev.interestlens.store.Tensor;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadPartTest {
    private static final int LENGTH = 240;

    @TempDir
    static Path folder;

    private static PreparedDataset data;
    private static SampleSet samples;

    @BeforeAll
    static void prepare() {
        new FarShop(FarSettings.of(FarCause.SAME, 6, LENGTH, List.of(10, 200), 7)).write(folder.resolve("far"));
        data = Sources.prepare(
                List.of(folder.resolve("far")), PrepareOptions.defaults(), folder.resolve("set"), Progress.none());
        ProtocolConfig logged = ProtocolConfig.preset(Split.LOGGED);
        samples = SampleSet.build(
                data,
                new ProtocolConfig(
                        logged.split(),
                        new ProtocolConfig.History(300, LENGTH, logged.history().ties()),
                        logged.negatives(),
                        logged.candidates(),
                        logged.training(),
                        false,
                        logged.time(),
                        7),
                7);
    }

    @AfterAll
    static void close() {
        data.close();
    }

    private static TrainedModel model(String family, Kind kind) {
        ExperimentConfig config =
                ConfigJson.set(ExperimentConfig.preset(family, Preset.QUICK), "model.reading.kind=" + kind);
        return TrainedModel.untrained(config.model(), new ModelInput(data.schema(), 300), 5);
    }

    private static Impression impression() {
        return new Impressions(samples).of(Part.TRAIN, 3);
    }

    @ParameterizedTest
    @CsvSource({"din,DOT", "dien,DOT", "bst,DOT", "din,CATEGORY", "bst,RECENT"})
    void whatIsNotReadHasNoEffectAndAReasonInWords(String family, Kind kind) {
        Impression impression = impression();
        try (TrainedModel model = model(family, kind)) {
            Explanation explanation = new Explainer(model, Optional.empty())
                    .explain(impression, () -> false)
                    .orElseThrow();
            ReadReport read = explanation.read();

            assertThat(read.of()).isGreaterThanOrEqualTo(LENGTH);
            assertThat(read.read()).isBetween(1, 50).isLessThan(read.of());
            for (int j = 0; j < read.of(); j++) {
                boolean shown = read.states().get(j) == State.READ;
                if (!shown) {
                    assertThat(explanation.effects().effect()[j]).isEqualTo(0.0);
                    assertThat(explanation.looked().look()[j]).isEqualTo(0.0);
                    assertThat(read.reason(j).en()).startsWith("not read");
                } else {
                    assertThat(read.reason(j).en()).startsWith("read");
                }
            }
            assertThat(read.share()).isBetween(0.0, 1.0);
            assertThat(Double.isNaN(read.allLogit())).isFalse();
            assertThat(explanation.sentence().named())
                    .allMatch(j -> read.states().get(j) == State.READ);
            assertThat(explanation.effects().logit()).isCloseTo(model.logits(impression.batch())[0], within(1e-5));
        }
    }

    @Test
    void gradientsAlongTheWayReadBehavioursWhereTheyStood() {
        try (TrainedModel model = model("bst", Kind.DOT)) {
            Impression part = ReadPart.of(model, impression()).impression();
            PathGradient way = model.gradients().alongPath(part.batch().samples(new int[2]), new double[] {0, 1});
            assertThat(way.logits()[1]).isCloseTo(model.logits(part.batch())[0], within(1e-5f));
            double ofTables =
                    Arrays.stream(model.gradients().ofTables(part.batch())).sum();
            assertThat(IntegratedGradients.of(model, part).whole())
                    .isCloseTo(way.logits()[1] - way.logits()[0] + ofTables, within(1e-6));
        }
    }

    @Test
    void theShareIsThatOfTheAttentionOfAModelThatReadsEverything() {
        Impression impression = impression();
        try (TrainedModel model = model("din", Kind.DOT);
                TrainedModel all = TrainedModel.of(
                        ConfigJson.set(ExperimentConfig.preset("din", Preset.QUICK), "model.reading.kind=recent")
                                .model(),
                        new ModelInput(data.schema(), 300),
                        model.weights())) {
            TrainedModel.ReadAll read = model.readAll(impression.batch());
            assertThat(read.attention()).hasSize(impression.behaviours());
            float sum = 0;
            for (float weight : read.attention()) {
                sum += weight;
            }
            assertThat(sum).isCloseTo(1, within(1e-4f));
            assertThat(read.logit()).isEqualTo(all.readAll(impression.batch()).logit(), within(1e-6));
        }
    }

    @Test
    void theEffectRunsTheSearchAgainAndTheFrozenOneDoesNot() {
        Impression impression = impression();
        try (TrainedModel model = model("din", Kind.DOT)) {
            ReadReport read = new Explainer(model, Optional.empty()).read(impression);
            double[] searched =
                    new Explainer(model, Optional.empty()).effects(impression).effect();
            int[] steps = model.readSteps(impression.batch());

            assertThat(Arrays.stream(steps)
                            .filter(j -> searched[j] != read.frozen()[j])
                            .count())
                    .isPositive();
            for (int j : steps) {
                boolean[] hidden = new boolean[impression.behaviours()];
                hidden[j] = true;
                double without = model.logits(impression.batch().withHidden(hidden))[0];
                assertThat(searched[j]).isCloseTo(model.logits(impression.batch())[0] - without, within(1e-5));
            }
        }
    }

    /** What the search finds instead of a behaviour brings its part of the table with it. */
    @Test
    void thePartOfTheTableRunsTheSearchAgainToo() {
        Impression impression = impression();
        try (TrainedModel model = model("din", Kind.DOT);
                TrainedModel without = withoutTable(model)) {
            Effects effects = Effects.of(model, impression);
            Effects rest = Effects.of(without, impression);
            assertThat(Arrays.stream(effects.byTable().effect()).filter(part -> part != 0))
                    .isNotEmpty();
            for (int j = 0; j < impression.behaviours(); j++) {
                assertThat(effects.ofAttention()[j]).isCloseTo(rest.effect()[j], within(1e-6));
            }
        }
    }

    private static TrainedModel withoutTable(TrainedModel model) {
        Map<String, Tensor> weights = new HashMap<>(model.weights().tensors());
        weights.put("neighbours.weight", Tensor.of(new float[1], 1));
        return TrainedModel.of(model.config(), model.input(), new Weights(weights));
    }

    @Test
    void aModelThatReadsAllIsExplainedAsBefore() {
        try (TrainedModel model = model("din", Kind.ALL)) {
            Impression impression = impression();
            ReadPart part = ReadPart.of(model, impression);
            assertThat(part.impression()).isSameAs(impression);
            ReadReport read = new Explainer(model, Optional.empty()).read(impression);
            assertThat(read.leavesOut()).isFalse();
            assertThat(read.share()).isEqualTo(1);
        }
    }

    @Test
    void thePictureHasNoBarForWhatIsNotRead() {
        try (TrainedModel model = model("din", Kind.DOT)) {
            Explanation explanation = new Explainer(model, Optional.empty())
                    .explain(impression(), () -> false)
                    .orElseThrow();
            Chart picture = HistoryPicture.of(explanation);

            HistoryData data = (HistoryData) picture.data();
            int size = data.size();
            assertThat(size).isEqualTo(explanation.read().of());
            assertThat(data.reading().read(size))
                    .hasSize(50)
                    .isEqualTo(explanation.read().steps());
            assertThat(picture.note().en()).contains("behaviours are read");
        }
    }

    @Test
    void theJsonSaysWhatIsRead() {
        try (TrainedModel model = model("din", Kind.CATEGORY)) {
            Explanation explanation = new Explainer(model, Optional.empty())
                    .explain(impression(), () -> false)
                    .orElseThrow();
            var tree = ExplanationJson.tree(explanation, new Provenance("r", "DIN", "d", "", "s", 0));

            assertThat(tree.at("/reading/kind").asText()).isEqualTo("category");
            assertThat(tree.at("/reading/of").asInt())
                    .isEqualTo(tree.at("/history").size());
            assertThat(IntStream.range(0, tree.at("/history").size())
                            .filter(j ->
                                    tree.at("/history/" + j + "/read").asText().equals("read"))
                            .count())
                    .isEqualTo(tree.at("/reading/read").asInt());
            assertThat(tree.at("/history/0/reason").asText()).contains("another category");
        }
    }
}
