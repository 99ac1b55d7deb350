package dev.interestlens.explain.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.anatomy.Anatomy;
import dev.interestlens.explain.anatomy.CoalitionScores;
import dev.interestlens.explain.anatomy.InputPart;
import dev.interestlens.explain.anatomy.MeasuredRows;
import dev.interestlens.explain.fidelity.FidelityReport.Control;
import dev.interestlens.explain.fidelity.FidelityReport.ControlKind;
import dev.interestlens.explain.fidelity.FidelityReport.NoControl;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.model.ContractCases;
import dev.interestlens.model.Intervention;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.model.pool.PoolConfig;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlMeasureTest {
    @TempDir
    static Path folder;

    private static PreparedDataset data;
    private static SampleSet samples;
    private static ModelInput input;

    @BeforeAll
    static void prepare() throws IOException {
        Path table = TinyShop.table(folder.resolve("table.csv"));
        data = Sources.prepare(List.of(table), PrepareOptions.defaults(), folder.resolve("data"), Progress.none());
        samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
        input = new ModelInput(data.schema(), 12);
    }

    @AfterAll
    static void close() {
        data.close();
    }

    private static TrainedModel model(ModelConfig config) {
        return ContractCases.enlarged(config, input, 30);
    }

    private static MeasuredRows rows() {
        return MeasuredRows.of(samples, Part.TEST, 20);
    }

    private static final List<ModelConfig> WEIGHING =
            List.of(DinConfig.preset(Preset.QUICK), DienConfig.preset(Preset.QUICK), BstConfig.preset(Preset.QUICK));

    @Test
    void attentionThatStaysItselfChangesNothing() {
        for (ModelConfig config : WEIGHING) {
            try (TrainedModel model = Fixtures.model(config)) {
                Impression impression = Fixtures.impression(6);
                double[] same = new double[36];
                for (int i = 0; i < 6; i++) {
                    same[i * 7] = 1;
                }
                assertThat(model.intervened(impression.batch(), Intervention.NONE.mixed(same)))
                        .isCloseTo(model.logits(impression.batch())[0], within(1e-5f));
            }
        }
    }

    @Test
    void dealingOutChangesTheScoreOfEveryModelThatWeighs() {
        for (ModelConfig config : WEIGHING) {
            try (TrainedModel model = Fixtures.model(config)) {
                Impression impression = Fixtures.impression(6);
                float plain = model.logits(impression.batch())[0];
                double[] reversed = new double[36];
                for (int i = 0; i < 6; i++) {
                    reversed[i * 6 + 5 - i] = 1;
                }
                assertThat(model.intervened(impression.batch(), Intervention.NONE.mixed(reversed)))
                        .as(config.id())
                        .isNotCloseTo(plain, within(1e-5f));
            }
        }
    }

    @Test
    void uniformDinReadsTheMeanAsPoolDoes() {
        try (TrainedModel model = Fixtures.model(DinConfig.preset(Preset.QUICK))) {
            Impression impression = Fixtures.impression(5);
            double alike = model.intervened(impression.batch(), Intervention.even(5));
            double dealt = model.intervened(
                    impression.batch(), Intervention.NONE.mixed(ControlMeasure.dealt(5, new Random(1))));
            assertThat(alike).isNotCloseTo(dealt, within(1e-6));
            // uniform twice is uniform
            double[] twice = multiplied(
                    ControlMeasure.dealt(5, new Random(1)), Intervention.even(5).mixing());
            double again = model.intervened(impression.batch(), Intervention.NONE.mixed(twice));
            assertThat(again).isCloseTo(alike, within(1e-5));
        }
    }

    private static double[] multiplied(double[] a, double[] b) {
        int n = (int) Math.sqrt(a.length);
        return IntStream.range(0, n * n)
                .mapToDouble(at -> IntStream.range(0, n)
                        .mapToDouble(k -> a[at / n * n + k] * b[k * n + at % n])
                        .sum())
                .toArray();
    }

    @Test
    void poolSaysWhyItHasNoControl() {
        try (TrainedModel model = model(PoolConfig.preset(Preset.QUICK))) {
            assertThat(controls(model, Siblings.none()))
                    .hasSize(ControlKind.values().length)
                    .allMatch(control -> control.missing() == NoControl.ALIKE_ALREADY);
        }
    }

    @Test
    void rawWeightsHaveControlsAtTestTimeAndSayWhyNoneIsTrained() {
        ModelConfig raw = ConfigJson.set(
                        ExperimentConfig.of(DinConfig.preset(Preset.QUICK)), "model.normalisation=none")
                .model();
        try (TrainedModel model = model(raw)) {
            List<Control> controls = controls(model, new Siblings(Optional.empty(), NoControl.RAW_WEIGHTS, List.of()));
            assertThat(controls.get(0).missing()).isNull();
            assertThat(controls.get(1).scoreChange()).isPositive();
            assertThat(controls.get(2).missing()).isEqualTo(NoControl.RAW_WEIGHTS);
        }
    }

    @Test
    void aModelAgreesWithItselfAndLessWithAnotherSeed() {
        DinConfig config = DinConfig.preset(Preset.QUICK);
        try (TrainedModel model = Fixtures.model(config);
                TrainedModel same = Fixtures.model(config);
                TrainedModel other = TrainedModel.untrained(config, Fixtures.INPUT, 99)) {
            ControlMeasure measure = new ControlMeasure(
                    model,
                    Optional.of(model),
                    List.of(Fixtures.impression(6), Fixtures.impression(9)),
                    rows(),
                    Progress.none());
            assertThat(measure.seeds(List.of(same)).orElseThrow().look().mean()).isEqualTo(1);
            assertThat(measure.seeds(List.of(same, other))
                            .orElseThrow()
                            .effect()
                            .mean())
                    .isBetween(0.0, 0.999);
            assertThat(measure.seeds(List.of())).isEmpty();
        }
    }

    @Test
    void sharedIsTheMeanOverPairs() {
        assertThat(ControlMeasure.shared(List.of(Set.of(1, 2, 3), Set.of(1, 2, 3), Set.of(3, 4, 5))))
                .isCloseTo((1 + 1 / 3.0 + 1 / 3.0) / 3, within(1e-12));
    }

    @Test
    void uniformAttentionLosesWhatAnatomySaysThatAttentionGives() {
        for (ModelConfig config : WEIGHING) {
            try (TrainedModel model = model(config)) {
                Control uniform = controls(model, Siblings.none()).get(0);
                CoalitionScores scores = CoalitionScores.of(model, rows(), 3, share -> {});
                Anatomy.Share attention = Anatomy.of(
                                scores, new double[rows().rows().length], 60, List.of(RankMetric.AUC))
                        .metrics()
                        .get(0)
                        .shares()
                        .stream()
                        .filter(share -> share.part() == InputPart.ATTENTION)
                        .findFirst()
                        .orElseThrow();
                assertThat(uniform.kind()).isEqualTo(ControlKind.UNIFORM);
                assertThat(uniform.users()).isEqualTo(20);
                assertThat(attention.share()).as(config.id()).isNotZero();
                assertThat(uniform.auc() - uniform.changedAuc()).isCloseTo(attention.share(), within(1e-12));
                assertThat(-uniform.high()).isCloseTo(attention.low(), within(1e-12));
                assertThat(-uniform.low()).isCloseTo(attention.high(), within(1e-12));
            }
        }
    }

    private static List<Control> controls(TrainedModel model, Siblings siblings) {
        Impressions impressions = new Impressions(samples);
        List<Impression> seen = List.of(impressions.alone(Part.TEST, 0), impressions.alone(Part.TEST, 1));
        return new ControlMeasure(model, Optional.of(model), seen, rows(), Progress.none()).controls(siblings);
    }
}
