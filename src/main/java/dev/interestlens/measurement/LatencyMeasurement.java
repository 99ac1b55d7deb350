package dev.interestlens.measurement;

import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.StackData;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.measurement.Setting.CommaSeparated;
import dev.interestlens.measurement.latency.Latency;
import dev.interestlens.measurement.latency.LatencyReport;
import dev.interestlens.measurement.latency.LatencyReport.Row;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.store.Texts;
import dev.interestlens.workspace.OpenRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How long a run's model takes to rank candidates for one user, stage by stage. */
final class LatencyMeasurement extends RunMeasurement<LatencyMeasurement.Settings, LatencyReport> {
    private static final List<Integer> LENGTHS = List.of(50, 200);
    private static final int DECIMALS = 3;

    /**
     * What is measured.
     *
     * @param length of histories; none for 50 and 200, as far as the model reads so many
     * @param threads of the runtime
     */
    record Settings(
            @CommaSeparated @Allowed(min = 1, max = 100_000) List<Integer> candidates,
            @CommaSeparated @Allowed(min = 0, max = 10_000) List<Integer> length,
            @Allowed(min = 1, max = 1024) int threads) {
        Settings {
            candidates = List.copyOf(candidates);
            length = List.copyOf(length);
        }

        private List<Integer> lengths(int longest) {
            return length.isEmpty()
                    ? LENGTHS.stream().map(each -> Math.min(each, longest)).toList()
                    : length;
        }
    }

    @Override
    public String id() {
        return "latency";
    }

    @Override
    public String icon() {
        return "fth-clock";
    }

    @Override
    public Settings usual() {
        return new Settings(List.of(1, 10, 100, 1000), List.of(), 1);
    }

    @Override
    public Class<LatencyReport> result() {
        return LatencyReport.class;
    }

    @Override
    protected boolean isMeasuredAnew() {
        return true;
    }

    @Override
    public LatencyReport measure(OpenRun run, Settings settings, Means means) {
        List<Integer> lengths = settings.lengths(run.model().input().historyLength());
        LatencyReport found = Latency.of(
                run, new Latency.Settings(settings.candidates(), lengths, settings.threads()), means.progress());
        if (found.busy()) {
            means.say(busy(found));
        }
        return found;
    }

    private Text busy(LatencyReport found) {
        return of("busy", "times", Numerals.fixed(found.wallOverCpu(), 1));
    }

    @Override
    public MeasurementReport tell(Map<String, LatencyReport> found) {
        List<MeasurementReport.Part> parts = new ArrayList<>();
        found.forEach((run, report) -> parts.add(MeasurementReport.Part.of(panel(run, report))));
        return new MeasurementReport(words("name"), List.of(), parts, List.of(words("read")), List.of(table(found)));
    }

    private Panel panel(String run, LatencyReport found) {
        Text title = of("title", "run", run);
        Text note = of("note", "runs", found.runs(), "warmUps", found.warmUps(), "threads", found.threads());
        Chart chart = new Chart(
                id(),
                title,
                stack(found),
                Wording.sentences(found.busy() ? List.of(note, busy(found)) : List.of(note)));
        return new Panel(id(), title, List.of(chart), 0, largest(found));
    }

    private StackData stack(LatencyReport found) {
        List<Row> totals = found.stage(LatencyReport.TOTAL);
        List<double[]> values = new ArrayList<>();
        for (int bar = 0; bar < totals.size(); bar++) {
            int at = bar;
            values.add(LatencyReport.STAGES.stream()
                    .mapToDouble(stage -> found.stage(stage).get(at).cpuP50())
                    .toArray());
        }
        return new StackData(
                totals.stream()
                        .map(row -> Numerals.count(row.candidates()) + "\n× " + Numerals.count(row.length()))
                        .map(Phrase::same)
                        .toList(),
                LatencyReport.STAGES.stream().map(this::stage).toList(),
                values,
                words("unit"),
                Double.NaN);
    }

    private Text stage(String id) {
        return words("stage." + id);
    }

    /** What the request with the most candidates, and with them the longest history, takes, and where. */
    private Text largest(LatencyReport found) {
        Row total = found.stage(LatencyReport.TOTAL).stream()
                .max(Comparator.comparingInt(Row::candidates).thenComparingInt(Row::length))
                .orElseThrow();
        Row most = LatencyReport.STAGES.stream()
                .flatMap(stage -> found.stage(stage).stream())
                .filter(row -> row.candidates() == total.candidates() && row.length() == total.length())
                .max(Comparator.comparingDouble(Row::cpuP50))
                .orElseThrow();
        return of(
                "sentence",
                "candidates",
                Wording.number(total.candidates()),
                "length",
                Wording.number(total.length()),
                "median",
                Numerals.of(total.cpuP50()),
                "p99",
                Numerals.of(total.cpuP99()),
                "stage",
                stage(most.stage()),
                "time",
                Numerals.of(most.cpuP50()));
    }

    private Table table(Map<String, LatencyReport> found) {
        List<List<Cell>> rows = new ArrayList<>();
        found.forEach((run, report) -> report.rows().forEach(row -> rows.add(row(run, row))));
        List<Text> heads = Stream.of(
                        "run", "candidates", "length", "stage", "cpuP50", "cpuP99", "wallP50", "wallP99", "first")
                .map(head -> words("head." + head))
                .toList();
        return new Table(Phrase.EMPTY, heads, rows);
    }

    private List<Cell> row(String run, Row row) {
        return List.of(
                Cell.words(run),
                Cell.count(row.candidates()),
                Cell.count(row.length()),
                Cell.words(stage(row.stage())),
                Cell.number(row.cpuP50(), DECIMALS),
                Cell.number(row.cpuP99(), DECIMALS),
                Cell.number(row.wallP50(), DECIMALS),
                Cell.number(row.wallP99(), DECIMALS),
                Cell.number(row.first(), DECIMALS));
    }

    @Override
    public List<String> lines(Map<String, LatencyReport> found, Locale language) {
        List<String> lines = new ArrayList<>(List.of(words("lines").in(language)));
        found.values().forEach(report -> report.rows()
                .forEach(row -> lines.add(Texts.row(
                        "%10d %6d  %-9s %9.3f %9.3f %9.3f %9.3f %9.3f",
                        row.candidates(),
                        row.length(),
                        row.stage(),
                        row.cpuP50(),
                        row.cpuP99(),
                        row.wallP50(),
                        row.wallP99(),
                        row.first()))));
        return lines;
    }
}
