package dev.interestlens.measurement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.table.Table;
import dev.interestlens.measurement.compare.StoredScores;
import dev.interestlens.measurement.gate.Gate;
import dev.interestlens.measurement.gate.GateIntervals;
import dev.interestlens.measurement.gate.GateJson;
import dev.interestlens.measurement.gate.GateTables;
import dev.interestlens.measurement.gate.GateWords;
import dev.interestlens.measurement.gate.RunGate;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Texts;
import dev.interestlens.train.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Judges whether the second run may replace the first, group of users by group; further runs are other seeds of the first. */
final class GateMeasurement extends ComparisonMeasurement<GateMeasurement.Settings, Gate> {
    /** Groups of a picture. */
    private static final int DRAWN = 20;

    /**
     * What is asked.
     *
     * @param loss in the metric that is not accepted
     * @param metric by which true items are judged
     */
    record Settings(
            @Allowed(min = 0, max = 1) double loss,

            @Allowed(known = RankingMetricNames.class) String metric) {
        private Gate.Terms terms() {
            return new Gate.Terms(
                    RankingMetric.of(metric).orElseThrow(() -> Problem.usage(Setting.class, "wrongSetting")
                            .with("setting", "metric")
                            .ofValue(metric)),
                    loss);
        }
    }

    @Override
    public String id() {
        return "gate";
    }

    @Override
    public String icon() {
        return "fth-users";
    }

    @Override
    public Settings usual() {
        return new Settings(
                Gate.Terms.DEFAULT.loss(), Gate.Terms.DEFAULT.figure().option());
    }

    @Override
    public Class<Gate> result() {
        return Gate.class;
    }

    @Override
    public Optional<String> further() {
        return Optional.of("null");
    }

    /** One of the other seeds that is given twice is refused as that. */
    @Override
    protected void requireSeveral(List<RunFolder> runs) {
        super.requireSeveral(runs.subList(0, Math.min(2, runs.size())));
    }

    @Override
    protected Gate compare(List<RunFolder> runs, Settings settings, Means means) {
        return new RunGate(runs.get(0), runs.get(1), runs.subList(2, runs.size()))
                .measure(settings.terms(), means.progress(), StoredScores.Writing.of(means.keeps()));
    }

    @Override
    public boolean isJudging() {
        return true;
    }

    @Override
    public int exitCode(Gate found) {
        return switch (found.answer()) {
            case PASSES -> 0;
            case LOSES -> 1;
            case UNKNOWN -> 2;
        };
    }

    @Override
    public ObjectNode document(Gate found) {
        return (ObjectNode) Json.finite(new GateJson(found).tree());
    }

    @Override
    public List<String> command(List<RunFolder> runs) {
        List<String> words = new ArrayList<>(List.of(id()));
        for (int i = 0; i < runs.size(); i++) {
            words.addAll(List.of(i < 2 ? "--run" : "--null", runs.get(i).path().toString()));
        }
        return words;
    }

    @Override
    public MeasurementReport tell(Map<String, Gate> found) {
        List<MeasurementReport.Part> parts = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        found.values().forEach(gate -> {
            parts.add(MeasurementReport.Part.of(panel(gate)));
            if (gate.groups().stream().anyMatch(Gate.Group::byRanksAlone)) {
                parts.add(MeasurementReport.Part.of(ranks(gate)));
            }
            tables.addAll(GateTables.of(gate));
        });
        return new MeasurementReport(words("name"), List.of(), parts, List.of(), tables);
    }

    private Panel panel(Gate gate) {
        GateWords told = new GateWords(gate);
        Text title = told.title();
        IntervalData groups =
                GateIntervals.differences(gate.groups().stream().limit(DRAWN).toList());
        Chart chart = new Chart("groups", title, groups, of("groups", "figure", told.figure()));
        return new Panel("groups", title, List.of(chart), 0, told.answer());
    }

    /** The groups that their ranks alone name: how much further down their true items stand. */
    private Panel ranks(Gate gate) {
        Text title = words("ranks");
        Chart chart = new Chart("ranks", title, GateIntervals.ranks(gate.groups()), words("ranksNote"));
        return new Panel("ranks", title, List.of(chart), 0, new GateWords(gate).answer());
    }

    /** The answer, the groups that are named, and what could not be seen. */
    @Override
    public List<String> lines(Map<String, Gate> found, Locale language) {
        List<String> lines = new ArrayList<>();
        found.values().forEach(gate -> {
            GateWords told = new GateWords(gate);
            lines.add(told.answer().in(language));
            gate.groups().stream()
                    .filter(group -> group.everybody() || group.named())
                    .map(group -> Texts.row(
                            "  %+.4f [%+.4f, %+.4f]  %6d  %s",
                            group.found().difference(),
                            group.found().low(),
                            group.found().high(),
                            group.found().users(),
                            line(group).in(language)))
                    .forEach(lines::add);
            told.more().forEach(line -> lines.add(line.in(language)));
            lines.add(told.basis().in(language));
        });
        return lines;
    }

    /** The ranks beside the figure; where they alone name the group, they say so. */
    private static Text line(Gate.Group group) {
        return group.byRanksAlone()
                ? GateWords.label(group)
                : group.name().then(Text.same(", ")).then(GateWords.ranks(group));
    }
}
