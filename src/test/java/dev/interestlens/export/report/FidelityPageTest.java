package dev.interestlens.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.effect.Agreement.Badge;
import dev.interestlens.explain.fidelity.FidelityReport;
import dev.interestlens.explain.fidelity.FidelityReport.Control;
import dev.interestlens.explain.fidelity.FidelityReport.ControlKind;
import dev.interestlens.explain.fidelity.FidelityReport.Found;
import dev.interestlens.explain.fidelity.FidelityReport.Group;
import dev.interestlens.explain.fidelity.FidelityReport.Measure;
import dev.interestlens.explain.fidelity.FidelityReport.NoControl;
import dev.interestlens.explain.fidelity.FidelityReport.Outside;
import dev.interestlens.explain.fidelity.FidelityReport.Planted;
import dev.interestlens.explain.fidelity.FidelityReport.PlantedGroups;
import dev.interestlens.explain.fidelity.FidelityReport.Seeds;
import dev.interestlens.explain.fidelity.FidelityReport.Source;
import dev.interestlens.explain.fidelity.FidelityReport.Truth;
import dev.interestlens.explain.fidelity.Figure;
import dev.interestlens.export.report.json.FidelityJson;
import dev.interestlens.export.report.json.FidelityReading;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Recorder;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.paint.IntervalPainter;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.SealedJson;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FidelityPageTest {
    private static final Provenance PROVENANCE = new Provenance("<run>", "DIN", "shop", "", "test", 0);

    @Test
    void everyMeasureStandsBesideItsBaselines() throws Exception {
        String page = page().html(Locale.ENGLISH);
        assertThat(page)
                .contains(
                        "Order against the measured Effect", "与实测影响的顺序一致度", "random order", "before training", "−0.100")
                .contains("&lt;run&gt;")
                .doesNotContain("<run>", "NaN", "<script")
                .contains("the trigger first", "0.310");
    }

    @Test
    void controlsSayWhatTheyCameToOrWhyThereIsNone() {
        String page = page().html(Locale.ENGLISH);
        assertThat(page)
                .contains("0.800 → 0.700", "−0.150", "Its weights are raw", "该模型使用未归一化的权重")
                .contains("Of 3 models that differ in the seed alone");
    }

    @Test
    void markdownHasTheNumbersOfItsPlots() {
        assertThat(page().markdown(Locale.ENGLISH))
                .contains(
                        "# Does attention agree with the measured effect? \\<run\\>",
                        "| Order against the measured Effect | random order | −0.100 |")
                .contains("## Order against the measured Effect")
                .doesNotContain("NaN", "<span");
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        assertThat(FidelityReading.of(FidelityJson.tree(report(), PROVENANCE))).isEqualTo(report());
        assertThat(SealedJson.read(SealedJson.bytes(measured()), MeasuredFidelity.class))
                .isEqualTo(measured());
    }

    @Test
    void severalRunsStandSideBySideMeasureByMeasure() {
        MeasurementReport told = FidelityPage.of(new TreeMap<>(Map.of("a", measured(), "b", measured())));
        assertThat(told.panels()).hasSize(1).allSatisfy(panel -> assertThat(
                        panel.finding().en())
                .isEqualTo("a 0.410 [0.350, 0.470], b 0.410 [0.350, 0.470]."));
        assertThat(told.page(List.of()).markdown(Locale.ENGLISH)).contains("## Controls · a", "## Controls · b");
    }

    @Test
    void equalReportsAreWrittenInTheSameOrder() {
        assertThat(FidelityJson.tree(report()).fieldNames())
                .toIterable()
                .containsSubsequence(Stream.of(Source.values())
                        .filter(report().all().figures()::containsKey)
                        .map(EnumNames::name)
                        .toList());
        assertThat(List.copyOf(report().badges().keySet())).isSorted();
    }

    @Test
    void plotsHaveTheirNumbers() {
        Recorder drawn = new Recorder(Locale.CHINESE);
        new IntervalPainter(
                        new IntervalData(List.of(new IntervalData.Row(ReportWords.of("effect"), -0.2, -0.4, 0.1)), 3))
                .paint(drawn, 480, 60);
        assertThat(drawn.texts()).contains("影响", "−0.200").noneMatch(text -> text.contains("NaN"));
    }

    private static MeasuredFidelity measured() {
        return new MeasuredFidelity(report(), PROVENANCE, "sum", false);
    }

    private static Document page() {
        return FidelityPage.of(Map.of("<run>", measured())).page(List.of());
    }

    static FidelityReport report() {
        Map<Source, Map<Measure, Figure>> figures = Map.of(
                Source.LOOK, Map.of(Measure.TAU, new Figure(0.41, 0.4, 0.35, 0.47, 200)),
                Source.RANDOM, Map.of(Measure.TAU, new Figure(-0.1, 0, Double.NaN, Double.NaN, 3)),
                Source.UNTRAINED, Map.of(Measure.TAU, new Figure(0.2, 0.2, 0.1, 0.3, 200)));
        Figure history = new Figure(0.3, 0.2, 0.1, 0.5, 200);
        Figure share = new Figure(0.9, 1, 0.8, 0.95, 100);
        Map<Found, Figure> found = new EnumMap<>(Found.class);
        double[] means = {0.31, 0.6, 0.9, 0.95, 0.4, 0.5, 2};
        for (Found each : Found.values()) {
            double mean = means[each.ordinal()];
            found.put(each, new Figure(mean, Double.NaN, mean - 0.03, mean + 0.03, 100));
        }
        Truth truth = new Truth(found);
        return new FidelityReport(
                List.of(
                        new Group("all", 0, Integer.MAX_VALUE, 200, figures, history),
                        new Group("history", 50, Integer.MAX_VALUE, 20, figures, history)),
                true,
                40,
                0.17,
                Map.of(Badge.AGREES, 120, Badge.PARTLY, 80),
                List.of(
                        new Control(ControlKind.UNIFORM, null, 300, 0.8, 0.7, -0.15, -0.05, 0.05),
                        Control.missing(ControlKind.RETRAINED, NoControl.RAW_WEIGHTS)),
                Optional.of(
                        new Seeds(3, new Figure(0.5, 0.4, 0.3, 0.6, 200), new Figure(0.6, 0.5, 0.4, 0.7, 200), 0.2)),
                Map.of(FidelityReport.Part.HEAD, new Figure(0.9, 0.9, 0.85, 0.95, 200)),
                Optional.of(new Planted(
                        100,
                        truth,
                        truth,
                        truth,
                        truth,
                        truth,
                        new PlantedGroups(share, share, share, share, share, share))),
                List.of(new Outside("shap", 190, 10, 2400, 3, share, share, history)));
    }
}
