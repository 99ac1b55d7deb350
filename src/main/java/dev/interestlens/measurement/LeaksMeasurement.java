package dev.interestlens.measurement;

import dev.interestlens.data.protocol.probe.LeakProbes;
import dev.interestlens.data.protocol.probe.Leaks;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.StagedProgress;
import dev.interestlens.workspace.data.LeakWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether something beside preferences shows the answer in the samples that a run was trained on and judged by. */
final class LeaksMeasurement extends RunMeasurement<LeaksMeasurement.Settings, Leaks> {
    private static final int DECIMALS = 3;

    /** The AUC of chance. */
    private static final double CHANCE = .5;

    /** None: the samples are those of the run. */
    record Settings() {}

    @Override
    public String id() {
        return "leaks";
    }

    @Override
    public String icon() {
        return "fth-droplet";
    }

    @Override
    public Settings usual() {
        return new Settings();
    }

    @Override
    public Class<Leaks> result() {
        return Leaks.class;
    }

    @Override
    public Leaks measure(OpenRun run, Settings settings, Means means) {
        new StagedProgress(means.progress()).begin("probes", 0, 1);
        return Leaks.of(run.samples());
    }

    @Override
    public MeasurementReport tell(Map<String, Leaks> found) {
        List<MeasurementReport.Part> parts = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        found.forEach((run, leaks) -> {
            parts.add(MeasurementReport.Part.of(panel(run, leaks)));
            rows(run, leaks, rows);
        });
        List<Text> heads = Stream.of("run", "probe", "value")
                .map(head -> words("head." + head))
                .toList();
        return new MeasurementReport(
                words("name"), List.of(), parts, List.of(words("read")), List.of(new Table(Phrase.EMPTY, heads, rows)));
    }

    private Panel panel(String run, Leaks leaks) {
        List<IntervalData.Row> rows = new ArrayList<>();
        leaks.probes().figures().forEach((name, value) -> {
            if (!LeakProbes.isCount(name)) {
                rows.add(bar(new LeakWords(leaks).probe(name), value));
            }
        });
        fields(leaks)
                .forEach(role -> rows.add(bar(field(role), leaks.fields().auc().get(role))));
        Chart chart = new Chart(id(), words("chart"), new IntervalData(rows, DECIMALS, CHANCE), words("read"));
        return new Panel(id(), of("title", "run", run), List.of(chart), 0, sentence(leaks));
    }

    private static IntervalData.Row bar(Phrase name, double auc) {
        return new IntervalData.Row(name, auc - CHANCE, Double.NaN, Double.NaN);
    }

    /** The one that tells most first. */
    private static List<String> fields(Leaks leaks) {
        Map<String, Double> auc = leaks.fields().auc();
        return auc.keySet().stream()
                .sorted(Comparator.<String>comparingDouble(role -> -Math.abs(auc.get(role) - CHANCE))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Text field(String role) {
        return of("field", "field", role);
    }

    /** Which probes show the answer, and what stands out beside them. */
    private Text sentence(Leaks leaks) {
        Map<String, Double> probes = leaks.probes().figures();
        List<Text> said = new ArrayList<>();
        said.add(leaks.showsAnswer() ? words("some") : of("none", "probes", probes.size()));
        probes.keySet().stream()
                .filter(name -> !leaks.isHarmless(name))
                .map(name ->
                        of("shown", "probe", new LeakWords(leaks).probe(name), "value", value(name, probes.get(name))))
                .forEach(said::add);
        said.addAll(new LeakWords(leaks).warnings());
        return said.stream().reduce(Text::then).orElseThrow();
    }

    private static Text value(String probe, double value) {
        return LeakProbes.isCount(probe)
                ? Wording.number(Math.round(value))
                : Text.same(Numerals.fixed(value, DECIMALS));
    }

    private void rows(String run, Leaks leaks, List<List<Cell>> rows) {
        leaks.probes()
                .figures()
                .forEach((name, value) -> rows.add(List.of(
                        Cell.words(run),
                        Cell.words(new LeakWords(leaks).probe(name)),
                        LeakProbes.isCount(name) ? Cell.count(Math.round(value)) : Cell.number(value, DECIMALS))));
        fields(leaks)
                .forEach(role -> rows.add(List.of(
                        Cell.words(run),
                        Cell.words(field(role)),
                        Cell.number(leaks.fields().auc().get(role), DECIMALS))));
    }
}
