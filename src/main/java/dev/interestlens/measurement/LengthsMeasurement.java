package dev.interestlens.measurement;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.synth.FarTargets;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.LengthsData;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.measurement.Setting.CommaSeparated;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Needs;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.model.config.ReadingConfig.Kind;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Texts;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.score.HistoryLengths;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** How good and how fast a run's model is with histories of several lengths. */
final class LengthsMeasurement extends RunMeasurement<LengthsMeasurement.Settings, HistoryLengths> {
    private static final List<Kind> ALL = List.of(Kind.ALL, Kind.RECENT, Kind.CATEGORY, Kind.DOT);
    private static final int DECIMALS = 4;

    /**
     * What is measured.
     *
     * @param rows about so many
     * @param reading ways of reading; without one all that the model can take
     * @param recent null for as many as the run has, like {@code retrieved}
     * @param targets a file of known causes; null for none
     */
    record Settings(
            Part part,
            @Allowed(min = 1, max = 100_000_000) int rows,
            @CommaSeparated @Allowed(min = 1, max = 10_000) List<Integer> length,
            @CommaSeparated List<Kind> reading,

            @Needs(not = "--reading=all") @Allowed(min = 1, max = 10_000)
            Integer recent,

            @Needs(not = "--reading=all|recent") @Allowed(min = 1, max = 10_000)
            Integer retrieved,

            Path targets) {
        Settings {
            length = List.copyOf(length);
            reading = List.copyOf(reading);
        }
    }

    @Override
    public String id() {
        return "lengths";
    }

    @Override
    public String icon() {
        return "fth-bar-chart-2";
    }

    @Override
    public Settings usual() {
        return new Settings(Part.TEST, 2000, List.of(10, 50, 200, 1000), List.of(), null, null, null);
    }

    @Override
    public Class<HistoryLengths> result() {
        return HistoryLengths.class;
    }

    @Override
    protected boolean isMeasuredAnew() {
        return true;
    }

    @Override
    public HistoryLengths measure(OpenRun run, Settings settings, Means means) {
        Optional<FarTargets> known = Optional.ofNullable(settings.targets()).map(FarTargets::read);
        return HistoryLengths.of(
                run,
                new HistoryLengths.Settings(settings.part(), settings.rows(), settings.length(), ways(run, settings)),
                known,
                means.progress());
    }

    private static List<ReadingConfig> ways(OpenRun run, Settings settings) {
        boolean categories = run.data().schema().hasCategory();
        if (settings.reading().contains(Kind.CATEGORY) && !categories) {
            throw Problem.usage(LengthsMeasurement.class, "noCategory")
                    .with("option", "--reading")
                    .ofValue("category");
        }
        ReadingConfig own = run.model().reading();
        TrainedModel model = run.trained();
        return (settings.reading().isEmpty() ? ALL : settings.reading())
                .stream()
                        .filter(kind -> kind != Kind.CATEGORY || categories)
                        .map(kind -> new ReadingConfig(
                                kind,
                                Objects.requireNonNullElse(settings.recent(), own.recent()),
                                Objects.requireNonNullElse(settings.retrieved(), own.retrieved()),
                                own.width(),
                                own.teach()))
                        .filter(way -> isTaken(way, model, settings))
                        .toList();
    }

    /** Whether the model can read in a way that was named; one of the usual ways is left out where it cannot. */
    private static boolean isTaken(ReadingConfig way, TrainedModel model, Settings settings) {
        boolean taken = settings.length().stream()
                .anyMatch(length -> model.choice(way, length).isPresent());
        if (!taken && !settings.reading().isEmpty()) {
            throw Problem.usage(LengthsMeasurement.class, "cannotRead")
                    .with("option", "--reading")
                    .ofValue(way.id());
        }
        return taken;
    }

    @Override
    public MeasurementReport tell(Map<String, HistoryLengths> found) {
        List<MeasurementReport.Part> parts = new ArrayList<>();
        found.forEach((run, lengths) -> parts.add(MeasurementReport.Part.of(panel(run, lengths))));
        return new MeasurementReport(
                words("name"), List.of(), parts, List.of(words("read")), List.of(lengths(found), distances(found)));
    }

    private Panel panel(String run, HistoryLengths found) {
        Text title = title(run);
        Text rows = of("rows", "rows", Wording.number(found.rows()), "ofRows", Wording.number(found.ofRows()));
        Chart chart = new Chart(id(), title, found.data(), rows.then(words("read")));
        return new Panel(id(), title, List.of(chart), 0, best(found));
    }

    private Text title(String run) {
        return of("title", "run", run);
    }

    /** At which length the AUC is highest, and what a row costs there. */
    private Text best(HistoryLengths found) {
        return found.lengths().stream()
                .filter(row -> !Double.isNaN(row.auc()))
                .max(Comparator.comparingDouble(HistoryLengths.Row::auc)
                        .thenComparing(HistoryLengths.Row::cpuMillis, Comparator.reverseOrder()))
                .map(row -> of(
                        "best",
                        "auc",
                        Numerals.fixed(row.auc(), DECIMALS),
                        "length",
                        Wording.number(row.length()),
                        "reading",
                        reading(row.reading()),
                        "millis",
                        Numerals.fixed(row.cpuMillis(), 2)))
                .orElseGet(() -> words("none"));
    }

    private static Text reading(String id) {
        Phrase name = LengthsData.reading(id);
        return new Text(name.in(Locale.ENGLISH), name.in(Locale.CHINESE));
    }

    private Table lengths(Map<String, HistoryLengths> found) {
        List<List<Cell>> rows = new ArrayList<>();
        found.forEach((run, lengths) -> lengths.lengths()
                .forEach(row -> rows.add(List.of(
                        Cell.words(run),
                        Cell.words(reading(row.reading())),
                        Cell.count(row.length()),
                        Cell.number(row.read(), 1),
                        Cell.number(row.auc(), DECIMALS),
                        Cell.number(row.gauc(), DECIMALS),
                        Cell.number(row.ndcg10(), DECIMALS),
                        Cell.number(row.cpuMillis(), 3)))));
        return table(Phrase.EMPTY, rows, "run", "reading", "length", "read", "auc", "gauc", "ndcg10", "millis");
    }

    private Table distances(Map<String, HistoryLengths> found) {
        List<List<Cell>> rows = new ArrayList<>();
        found.forEach((run, lengths) -> lengths.distances()
                .forEach(row -> rows.add(List.of(
                        Cell.words(run),
                        Cell.words(reading(row.reading())),
                        Cell.count(row.distance()),
                        Cell.count(row.rows()),
                        Cell.number(row.auc(), DECIMALS),
                        Cell.number(row.found(), 3)))));
        return table(words("distances"), rows, "run", "reading", "distance", "rows", "auc", "found");
    }

    private Table table(Phrase title, List<List<Cell>> rows, String... heads) {
        return new Table(
                title, Stream.of(heads).map(head -> words("head." + head)).toList(), rows);
    }

    @Override
    public List<String> lines(Map<String, HistoryLengths> found, Locale language) {
        List<String> lines = new ArrayList<>();
        found.values().forEach(lengths -> lines(lengths, language, lines));
        return lines;
    }

    private void lines(HistoryLengths found, Locale language, List<String> lines) {
        Text about = of(
                found.candidates() > 1 ? "about.drawn" : "about.logged",
                "rows",
                Wording.number(found.rows()),
                "ofRows",
                Wording.number(found.ofRows()),
                "part",
                found.part(),
                "candidates",
                found.candidates());
        lines.add(about.in(language));
        lines.add(words("lines.lengths").in(language));
        found.lengths()
                .forEach(row -> lines.add(Texts.row(
                        "%-9s %6d %8.1f %8.4f %8.4f %8.4f %9.3f",
                        row.reading(),
                        row.length(),
                        row.read(),
                        row.auc(),
                        row.gauc(),
                        row.ndcg10(),
                        row.cpuMillis())));
        if (!found.distances().isEmpty()) {
            lines.add(words("lines.distances").in(language));
            found.distances()
                    .forEach(row -> lines.add(Texts.row(
                            "%-9s %6d %8d %8.4f %8.3f",
                            row.reading(), row.distance(), row.rows(), row.auc(), row.found())));
        }
    }
}
