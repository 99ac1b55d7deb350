package dev.interestlens.explain.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.ForwardResult;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.figure.data.PathData;
import dev.interestlens.figure.data.PlotData;
import dev.interestlens.model.ContractCases;
import dev.interestlens.model.Trace;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.dien.DienConfig.Scored;
import dev.interestlens.model.dien.Evolution;
import dev.interestlens.store.Components;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvolutionPanelsTest {
    private static final int N = 7;

    @ParameterizedTest
    @EnumSource(Evolution.class)
    void whatSurvivesAndWhatWasNeverTouchedSumToOne(Evolution evolution) {
        GateFlow flow = flow(dien(evolution));
        for (int e = 0; e < flow.units(); e++) {
            double sum = flow.untouched()[e];
            for (int t = 0; t < flow.steps(); t++) {
                sum += flow.surviving()[t][e];
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
        }
    }

    @ParameterizedTest
    @EnumSource(Evolution.class)
    void theInterestIsTheSumOfWhatWasWrittenByWhatSurvives(Evolution evolution) {
        List<Trace> traces = traces(dien(evolution));
        GateFlow flow = GateFlow.of(traces, 0).orElseThrow();
        float[] interest = values(traces, "interest");
        float[] content = values(traces, "evolution.candidate");
        for (int e = 0; e < flow.units(); e++) {
            double sum = 0;
            for (int t = 0; t < flow.steps(); t++) {
                sum += flow.surviving()[t][e] * content[t * flow.units() + e];
            }
            assertThat(sum).isCloseTo(interest[e], within(1e-4));
        }
    }

    @ParameterizedTest
    @EnumSource(Evolution.class)
    void theVariantIsFoundInTheNumbers(Evolution evolution) {
        assertThat(flow(dien(evolution)).variant().name()).isEqualTo(evolution.name());
    }

    @Test
    void unitsThatTheScoreRestsOnStandFirst() {
        try (TrainedModel model = Fixtures.model(dien(Evolution.AUGRU))) {
            ForwardResult seen = new Explainer(model, Optional.empty()).see(Fixtures.impression(N));
            assertThat(seen.panels())
                    .extracting(Panel::name)
                    .containsExactly("candidates", "flow", "gates", "movement", "path", "traces");
            Panel gates = named(seen, "gates");
            assertThat(gates.firstRows()).isEqualTo(16);
            double[] weights =
                    gates.pictures().stream()
                            .map(HeatMatrix.class::cast)
                            .findFirst()
                            .orElseThrow()
                            .rows()
                            .labels()
                            .stream()
                            .map(label -> label.en().replaceAll(".* ", "").replace('−', '-'))
                            .mapToDouble(label -> Math.abs(Double.parseDouble(label)))
                            .toArray();
            double[] sorted = Arrays.stream(weights).sorted().toArray();
            assertThat(weights).as("a small one has digits, too").doesNotContain(0);
            assertThat(weights[0]).isEqualTo(sorted[sorted.length - 1]);
            assertThat(weights[weights.length - 1]).isEqualTo(sorted[0]);
        }
    }

    @Test
    void theStateEndsWhereItEnds() {
        try (TrainedModel model = Fixtures.model(dien(Evolution.AUGRU))) {
            ForwardResult seen = new Explainer(model, Optional.empty()).see(Fixtures.impression(N));
            List<PlotData> lines = lines(named(seen, "movement"));
            PlotData evolution = lines.get(0);
            assertThat(evolution.lines().get(0).values()[N - 1]).isCloseTo(evolution.reference(), within(1e-5));
            assertThat(lines.get(2).lines().get(0).values()[N - 1]).isCloseTo(1, within(1e-6));
            PathData path = (PathData) named(seen, "path").pictures().get(0).data();
            assertThat(path.tracks()).hasSize(3).allSatisfy(track -> {
                assertThat(track.x()).hasSize(N + 1);
                assertThat(track.x()[0]).isCloseTo(path.tracks().get(0).x()[0], within(1e-9));
            });
            assertThat(path.shares()[0]).isGreaterThanOrEqualTo(path.shares()[1]);
            assertThat(named(seen, "path").pictures().get(0).buildUp())
                    .as("the empty state, and one after each behaviour")
                    .hasSize(N + 1);
        }
    }

    @Test
    void attentionGatesAndWhatSurvivesStandOverOneHistory() {
        try (TrainedModel model = Fixtures.model(dien(Evolution.AUGRU))) {
            ForwardResult seen = new Explainer(model, Optional.empty()).see(Fixtures.impression(N));
            List<PlotData> lines = lines(named(seen, "flow"));
            assertThat(named(seen, "flow").pictures())
                    .extracting(Picture::name)
                    .containsExactly("flow.attention", "flow.update", "flow.written", "flow.surviving");
            assertThat(lines)
                    .extracting(PlotData::steps)
                    .containsOnly(lines.get(0).steps());
            assertThat(lines.get(0).lines().get(0).values())
                    .isEqualTo(seen.looked().look());
            for (int t = 0; t < N; t++) {
                double attention = lines.get(0).lines().get(0).values()[t];
                double update = lines.get(1).lines().get(0).values()[t];
                assertThat(lines.get(2).lines().get(0).values()[t]).isCloseTo(attention * update, within(1e-5));
            }
        }
    }

    private static List<PlotData> lines(Panel panel) {
        return panel.pictures().stream()
                .map(picture -> (PlotData) picture.data())
                .toList();
    }

    private static Panel named(ForwardResult seen, String name) {
        return seen.panels().stream()
                .filter(panel -> panel.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static GateFlow flow(ModelConfig config) {
        return GateFlow.of(traces(config), 0).orElseThrow();
    }

    private static List<Trace> traces(ModelConfig config) {
        try (TrainedModel model = Fixtures.model(config)) {
            return model.traces(Fixtures.impression(N).otherBatch());
        }
    }

    private static float[] values(List<Trace> traces, String name) {
        return traces.stream()
                .filter(t -> t.id().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }

    private static DienConfig dien(Evolution evolution) {
        return Components.of(DienConfig.preset(Preset.QUICK))
                .with("scored", Scored.STATES, "position", PositionKind.NONE, "evolution", evolution);
    }

    /** Look is the mean of several attentions, but the gates follow the first. */
    @Test
    void theGatesFollowTheFirstOfSeveralAttentions() {
        ExperimentConfig quick = ExperimentConfig.of(DienConfig.preset(Preset.QUICK));
        try (TrainedModel model =
                ContractCases.model(ConfigJson.set(quick, "model.interests=3").model())) {
            GateFlow flow = GateFlow.of(model.traces(ContractCases.batch(6)), 0).orElseThrow();

            assertThat(flow.variant()).isEqualTo(GateFlow.Variant.AUGRU);
        }
    }
}
