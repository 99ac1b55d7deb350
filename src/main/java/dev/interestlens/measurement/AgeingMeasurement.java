package dev.interestlens.measurement;

import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.measurement.ageing.Ageing;
import dev.interestlens.measurement.ageing.AgeingReport;
import dev.interestlens.measurement.ageing.AgeingReport.HalfLifeFound;
import dev.interestlens.measurement.ageing.AgeingSettings;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.EnumNames;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How fast what a model has learnt stops being true. */
final class AgeingMeasurement extends DataMeasurement<AgeingMeasurement.Settings, AgeingReport> {
    private static final int CUTS = 6;
    private static final int DECIMALS = 4;

    /**
     * What is trained.
     *
     * @param set settings of the training that differ from the preset
     * @param cuts how many models
     * @param window share of the events before a cut that its model reads, the newest
     * @param warm whether models that go on from that of the cut before are trained, too
     * @param seed of the trainings; null for that of the preset
     */
    record Settings(
            @Allowed(known = Families.class) String model,
            Preset preset,
            List<String> set,
            @Allowed(min = 2, max = 20) int cuts,
            @Allowed(min = .05, max = 1) double window,
            boolean warm,
            @Allowed(min = 0, max = Integer.MAX_VALUE) Integer seed) {
        Settings {
            set = List.copyOf(set);
        }

        private AgeingSettings whole() {
            ExperimentConfig config = Families.config(model, preset, set);
            if (seed != null) {
                config = ConfigJson.set(config, "training.seed=" + seed);
            }
            return new AgeingSettings(config, EnumNames.lower(preset), cuts, window, warm);
        }
    }

    @Override
    public String id() {
        return "ageing";
    }

    @Override
    public String icon() {
        return "fth-clock";
    }

    @Override
    public Settings usual() {
        return new Settings(ModelCatalog.first().id(), Preset.QUICK, List.of(), CUTS, 1, false, null);
    }

    @Override
    public Class<AgeingReport> result() {
        return AgeingReport.class;
    }

    @Override
    public AgeingReport measure(Path subject, Settings settings, Means means) {
        return Ageing.measure(subject, settings.whole(), means::train, means.progress());
    }

    @Override
    protected Optional<AgeingReport> kept(Path dataset, ExperimentConfig config) {
        return Ageing.kept(dataset, config);
    }

    @Override
    public MeasurementReport tell(Map<String, AgeingReport> found) {
        List<MeasurementReport.Part> parts = new ArrayList<>();
        found.forEach((name, each) -> {
            parts.add(MeasurementReport.Part.of(triangle(name, each)));
            parts.add(MeasurementReport.Part.of(stale(name, each)));
        });
        List<Table> tables = new ArrayList<>(List.of(cells(found), slices(found)));
        List<Text> notes = new ArrayList<>(List.of(words("read")));
        if (found.values().stream().anyMatch(each -> each.warm() != null)) {
            tables.add(warm(found));
            notes.add(words("warmRead"));
        }
        return new MeasurementReport(words("name"), List.of(), parts, notes, tables);
    }

    private Panel triangle(String name, AgeingReport found) {
        int cuts = found.slices().size();
        double[] values = ArrayFill.doubles(cuts * cuts, i -> at(found, i / cuts, i % cuts)
                .map(AgeingReport.Cell::ndcg10)
                .orElse(Double.NaN));
        HeatmapData data = new HeatmapData(
                words("trainedUntil"),
                words("askedIn"),
                labels(found, true),
                labels(found, false),
                values,
                Scale.SEQUENTIAL,
                Double.NaN);
        Chart matrix = new Chart(id(), words("triangle"), data, words("triangleNote"));
        return new Panel(id(), of("title", "name", name), List.of(matrix), 0, sentence(found));
    }

    private List<Text> labels(AgeingReport found, boolean trained) {
        return IntStream.range(0, found.slices().size())
                .mapToObj(i -> Text.same(day(
                        trained
                                ? at(found, i, i).orElseThrow().trainedUntil()
                                : found.slices().get(i).from())))
                .toList();
    }

    private static Optional<AgeingReport.Cell> at(AgeingReport found, int cut, int slice) {
        int cuts = found.slices().size();
        int before = cut * cuts - cut * (cut - 1) / 2; // cells stand cut by cut, from its own slice on
        return slice < cut ? Optional.empty() : Optional.of(found.cells().get(before + slice - cut));
    }

    private static String day(long seconds) {
        return Instant.ofEpochSecond(seconds)
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }

    /** What the newest model gains over each older one, at the same events. */
    private Panel stale(String name, AgeingReport found) {
        List<IntervalData.Row> rows = found.cells().stream()
                .filter(cell -> cell.difference() != 0 || cell.low() != cell.high())
                .map(cell -> new IntervalData.Row(
                        of(
                                "older",
                                "day",
                                day(found.slices().get(cell.askedIn()).from()),
                                "age",
                                days(cell.ageDays())),
                        cell.difference(),
                        cell.low(),
                        cell.high()))
                .toList();
        Text title = of("staleTitle", "name", name);
        Chart chart = new Chart("stale", title, new IntervalData(rows, DECIMALS).withShown(), words("staleNote"));
        return new Panel("stale", title, List.of(chart), 0, words("stale"));
    }

    private Text sentence(AgeingReport found) {
        HalfLifeFound half = found.halfLife();
        Text lead = of(
                "lead",
                "lead",
                Numerals.fixed(half.lead(), DECIMALS),
                "low",
                Numerals.fixed(half.leadLow(), DECIMALS),
                "high",
                Numerals.fixed(half.leadHigh(), DECIMALS));
        Text said = of(
                "said." + half.said() + (isEndless(half) ? ".endless" : ""),
                "days",
                end(half.days()),
                "low",
                end(half.low()),
                "high",
                end(half.high()),
                "longest",
                days(half.longest()));
        return found.warm() == null ? said.then(lead) : said.then(lead).then(warmSentence(found.warm()));
    }

    /** Whether there is no number of days to name first. */
    private static boolean isEndless(HalfLifeFound half) {
        return switch (half.said()) {
            case "notYet" -> half.low() == null;
            case "cannotTell" -> half.days() == null;
            default -> false;
        };
    }

    private Text warmSentence(AgeingReport.Warm warm) {
        long steps = warm.steps().stream().mapToLong(AgeingReport.Step::steps).sum();
        long fresh =
                warm.steps().stream().mapToLong(AgeingReport.Step::freshSteps).sum();
        return of(
                "warm",
                "share",
                Numerals.percent((double) steps / fresh),
                "difference",
                Numerals.fixed(warm.difference(), DECIMALS),
                "low",
                Numerals.fixed(warm.low(), DECIMALS),
                "high",
                Numerals.fixed(warm.high(), DECIMALS));
    }

    private Text end(Double days) {
        return days == null ? words("endless") : Text.same(days(days));
    }

    private static String days(double days) {
        return Numerals.fixed(days, days < 10 ? 1 : 0);
    }

    private Table cells(Map<String, AgeingReport> found) {
        List<List<Cell>> rows = new ArrayList<>();
        found.forEach((name, each) -> {
            each.cells().forEach(cell -> rows.add(row(name, each, words("who.model"), cell)));
            each.rivals().forEach(rival -> rival.cells()
                    .forEach(cell -> rows.add(row(name, each, words("who." + rival.name()), cell))));
        });
        return table(
                words("cells"),
                rows,
                "data",
                "who",
                "trainedUntil",
                "askedIn",
                "age",
                "users",
                "ndcg",
                "known",
                "stale");
    }

    private static List<Cell> row(String name, AgeingReport of, Text who, AgeingReport.Cell cell) {
        return List.of(
                Cell.words(name),
                Cell.words(who),
                Cell.words(day(cell.trainedUntil())),
                Cell.words(day(of.slices().get(cell.askedIn()).from())),
                Cell.number(cell.ageDays(), 1),
                Cell.count(cell.users()),
                Cell.number(cell.ndcg10(), DECIMALS),
                Cell.number(cell.known(), DECIMALS),
                Cell.number(cell.difference(), DECIMALS).within(cell.low(), cell.high()));
    }

    private Table slices(Map<String, AgeingReport> found) {
        List<List<Cell>> rows = new ArrayList<>();
        found.forEach((name, each) -> each.slices()
                .forEach(slice -> rows.add(List.of(
                        Cell.words(name),
                        Cell.words(day(slice.from())),
                        Cell.words(day(slice.to())),
                        Cell.count(slice.events()),
                        Cell.count(slice.asked()),
                        Cell.number(slice.unknown(), 3)))));
        return table(words("slices"), rows, "data", "from", "to", "events", "asked", "unknown");
    }

    private Table warm(Map<String, AgeingReport> found) {
        List<List<Cell>> rows = new ArrayList<>();
        found.forEach((name, each) -> Optional.ofNullable(each.warm()).ifPresent(warm -> warm.steps()
                .forEach(step -> rows.add(List.of(
                        Cell.words(name),
                        Cell.words(day(step.trainedUntil())),
                        Cell.count(step.steps()),
                        Cell.count(step.freshSteps()),
                        Cell.number(step.ndcg10(), DECIMALS),
                        Cell.number(step.fresh(), DECIMALS))))));
        return table(words("warmTable"), rows, "data", "trainedUntil", "steps", "freshSteps", "warm", "fresh");
    }

    private Table table(Phrase title, List<List<Cell>> rows, String... heads) {
        return new Table(
                title, Stream.of(heads).map(head -> words("head." + head)).toList(), rows);
    }

    @Override
    public List<String> lines(Map<String, AgeingReport> found, Locale language) {
        List<String> lines = new ArrayList<>();
        found.values().forEach(each -> {
            lines.add(sentence(each).in(language));
            lines.add(words("lines").in(language));
            each.cells()
                    .forEach(cell -> lines.add(String.format(
                            Locale.ROOT,
                            "  %-12s %-12s %8.1f %8.4f %8.4f %+9.4f [%+.4f, %+.4f]",
                            day(cell.trainedUntil()),
                            day(each.slices().get(cell.askedIn()).from()),
                            cell.ageDays(),
                            cell.ndcg10(),
                            cell.lead(),
                            cell.difference(),
                            cell.low(),
                            cell.high())));
            lines.add(words("read").in(language));
        });
        return lines;
    }
}
