package dev.interestlens.measurement;

import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.onnx.Precision;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.measurement.Setting.CommaSeparated;
import dev.interestlens.measurement.serving.FrontReport;
import dev.interestlens.measurement.serving.FrontReport.Point;
import dev.interestlens.measurement.serving.FrontReport.Quality;
import dev.interestlens.measurement.serving.ServingFront;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Texts;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.workspace.OpenRun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Quality against time of ways to serve runs of the same data, and which of them no other way exceeds in both: the Pareto front. */
final class ParetoMeasurement extends RunMeasurement<ParetoMeasurement.Settings, FrontReport> {
    private static final int DECIMALS = 4;

    /**
     * What is measured.
     *
     * @param candidates of a request
     * @param history the most behaviours that are read; none for usual ones, as far as a run reads so many
     * @param users whose catalogue is ranked
     */
    record Settings(
            @Allowed(min = 1, max = 100_000) int candidates,
            @CommaSeparated @Allowed(min = 1, max = 10_000) List<Integer> history,

            @CommaSeparated @Allowed(values = {"float", "int8", "float16-embeddings"})
            List<String> precision,

            @Allowed(min = 1, max = 1_000_000) int users) {
        Settings {
            history = List.copyOf(history);
            precision = List.copyOf(precision);
        }

        private ServingFront.Settings whole() {
            return new ServingFront.Settings(
                    history.isEmpty() ? ServingFront.HISTORIES : history,
                    precision.stream().map(Precision::named).toList(),
                    candidates,
                    users);
        }
    }

    /** A way of measuring quality, by its name. */
    private enum By {
        NDCG10("ndcg10", Quality::ndcg10, point -> point.front().frontByNdcg()),
        AUC("auc", Quality::auc, point -> point.front().frontByAuc());

        private final String id;
        private final ToDoubleFunction<Quality> of;
        private final Predicate<Point> front;

        By(String id, ToDoubleFunction<Quality> of, Predicate<Point> front) {
            this.id = id;
            this.of = of;
            this.front = front;
        }

        private double of(Point point) {
            return of.applyAsDouble(point.quality());
        }
    }

    @Override
    public String id() {
        return "pareto";
    }

    @Override
    public String icon() {
        return "fth-trending-up";
    }

    @Override
    public Subject subject() {
        return Subject.RUNS_AS_ONE;
    }

    @Override
    public Settings usual() {
        return new Settings(100, List.of(), List.of(Precision.FLOAT.word()), ServingFront.USERS);
    }

    @Override
    public Class<FrontReport> result() {
        return FrontReport.class;
    }

    @Override
    protected boolean isMeasuredAnew() {
        return true;
    }

    @Override
    public boolean isComparable(List<RunDescription> runs) {
        return runs.stream().map(RunDescription::fingerprint).distinct().count() < 2;
    }

    @Override
    public void check(List<RunDescription> runs, Settings settings) {
        int longest = runs.stream()
                .mapToInt(run -> run.config().protocol().history().maxLength())
                .max()
                .orElseThrow();
        settings.history().forEach(each -> requireReads(each, longest));
        if (!isComparable(runs)) {
            throw Problem.usage(ParetoMeasurement.class, "otherData").exception();
        }
    }

    private static void requireReads(int history, int longest) {
        try {
            OpenRun.requireReads(history, longest);
        } catch (ProblemException e) {
            throw e.problem().ofOption("--history", e);
        }
    }

    @Override
    public FrontReport measure(OpenRun run, Settings settings, Means means) {
        return ServingFront.of(run, settings.whole(), means.progress());
    }

    @Override
    public FrontReport together(Collection<FrontReport> found) {
        return FrontReport.together(found);
    }

    /** Fronts of as many candidates are one picture. */
    @Override
    public MeasurementReport tell(Map<String, FrontReport> found) {
        Map<Integer, List<FrontReport>> alike = new LinkedHashMap<>();
        found.values().forEach(each -> alike.computeIfAbsent(each.candidates(), any -> new ArrayList<>())
                .add(each));
        List<MeasurementReport.Part> parts = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        List<Text> end = new ArrayList<>();
        alike.values().stream().map(FrontReport::together).forEach(each -> {
            for (By by : By.values()) {
                parts.add(MeasurementReport.Part.of(panel(each, by)));
            }
            tables.add(table(each));
            each.unchanged().forEach(one -> end.add(of("unchanged", "run", one.run(), "precision", one.precision())));
        });
        return new MeasurementReport(words("name"), List.of(), parts, end, tables);
    }

    private Panel panel(FrontReport found, By by) {
        Text title = of("title", "figure", words("figure." + by.id));
        Text note = of(
                "note",
                "users",
                Wording.number(found.users()),
                "rows",
                Wording.number(found.rows()),
                "runs",
                Wording.number(found.runs()));
        List<XySeries> series = new ArrayList<>();
        List<Point> points = found.points();
        List<String> paths =
                points.stream().map(point -> point.served().path()).distinct().toList();
        series.add(series(
                words("dominated"), points.stream().filter(by.front.negate()).toList(), by, XySeries.MUTED));
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            List<Point> front = points.stream()
                    .filter(by.front)
                    .filter(point -> point.served().path().equals(path))
                    .toList();
            if (!front.isEmpty()) {
                series.add(series(Text.same(front.get(0).served().run()), front, by, i));
            }
        }
        Text time = of("time", "candidates", Wording.number(found.candidates()));
        XyData data = new XyData(series, time, words("figure." + by.id), false, false);
        return new Panel(by.id, title, List.of(new Chart(by.id, title, data, note)), 0, sentence(points, by));
    }

    private static XySeries series(Text name, List<Point> points, By by, int style) {
        List<Point> sorted = points.stream()
                .sorted(Comparator.comparingDouble(point -> point.cpu().cpuP99()))
                .toList();
        return new XySeries(
                name,
                sorted.stream().mapToDouble(point -> point.cpu().cpuP99()).toArray(),
                sorted.stream().mapToDouble(by::of).toArray(),
                style,
                style == XySeries.MUTED ? XySeries.Shape.CLOUD : XySeries.Shape.MARKED_LINE,
                -1);
    }

    /** The best way, and the fastest. */
    private Text sentence(List<Point> points, By by) {
        Point best = points.stream()
                .filter(by.front)
                .max(Comparator.comparingDouble(by::of))
                .orElseThrow();
        Point fastest = points.stream()
                .filter(by.front)
                .min(Comparator.comparingDouble(point -> point.cpu().cpuP99()))
                .orElseThrow();
        Text first = of("best", "figure", words("figure." + by.id), "way", way(best, by));
        return best.equals(fastest)
                ? first.then(words("alsoFastest"))
                : first.then(of("fastest", "way", way(fastest, by)));
    }

    private Text way(Point point, By by) {
        return of(
                "way",
                "run",
                point.served().run(),
                "history",
                Wording.number(point.served().history()),
                "precision",
                words("precision." + point.served().precision()),
                "form",
                words("form." + point.served().form().word()),
                "value",
                Numerals.fixed(by.of(point), DECIMALS),
                "p99",
                Numerals.of(point.cpu().cpuP99()));
    }

    private Table table(FrontReport found) {
        List<Text> heads = Stream.of(
                        "run", "model", "history", "precision", "form", "auc", "ndcg10", "cpuP50", "cpuP99", "front")
                .map(head -> words("head." + head))
                .toList();
        return new Table(
                Phrase.EMPTY, heads, found.points().stream().map(this::row).toList());
    }

    private List<Cell> row(Point point) {
        Quality quality = point.quality();
        return List.of(
                Cell.words(point.served().run()),
                Cell.words(point.served().model()),
                Cell.count(point.served().history()),
                Cell.words(words("precision." + point.served().precision())),
                Cell.words(words("form." + point.served().form().word())),
                Cell.number(quality.auc(), DECIMALS),
                Cell.number(quality.ndcg10(), DECIMALS).within(quality.ndcgLow(), quality.ndcgHigh()),
                Cell.number(point.cpu().cpuP50(), 3),
                Cell.number(point.cpu().cpuP99(), 3),
                Cell.words(marks(point)));
    }

    private static String marks(Point point) {
        return (point.front().frontByNdcg() ? "N" : "") + (point.front().frontByAuc() ? "A" : "");
    }

    @Override
    public List<String> lines(Map<String, FrontReport> found, Locale language) {
        FrontReport all = FrontReport.together(found.values());
        List<String> lines = new ArrayList<>(List.of(words("lines").in(language)));
        for (Point point : all.points()) {
            lines.add(Texts.row(
                    "%-20s %-7s %7d  %-18s %-6s %7.4f %8.4f %9.3f %9.3f  %s",
                    point.served().run(),
                    point.served().model(),
                    point.served().history(),
                    point.served().precision(),
                    point.served().form().word(),
                    point.quality().auc(),
                    point.quality().ndcg10(),
                    point.cpu().cpuP50(),
                    point.cpu().cpuP99(),
                    marks(point)));
        }
        lines.add(
                of("said", "users", all.users(), "candidates", all.candidates()).in(language));
        all.unchanged()
                .forEach(each -> lines.add(of("unchanged", "run", each.run(), "precision", each.precision())
                        .in(language)));
        all.points().stream()
                .filter(point -> point.front().frontByNdcg() || point.front().frontByAuc())
                .forEach(point -> lines.add(
                        of("export", "words", String.join(" ", point.export())).in(language)));
        return lines;
    }
}
