package dev.interestlens.measurement;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.data.WaterfallData;
import dev.interestlens.figure.data.WaterfallData.Step;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.measurement.Setting.CommaSeparated;
import dev.interestlens.measurement.compare.StoredScores;
import dev.interestlens.measurement.quality.RankingEvaluation;
import dev.interestlens.measurement.quality.TestRows;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Currency;
import dev.interestlens.metric.CurrencyFigures;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Texts;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.StagedProgress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run's figures are in the currencies of papers and programs: the same weights, ranked among other candidates. */
final class CurrenciesMeasurement extends RunMeasurement<CurrenciesMeasurement.Settings, Currencies> {
    private static final int DECIMALS = 4;
    private static final int TOLD = 3;

    /** From our figure to these, one choice at a time. */
    private static final List<Currency> WAYS =
            List.of(Currency.UNIFORM_100, Currency.POPULARITY_100, Currency.CATEGORY_20);

    /**
     * What is measured.
     *
     * @param k places that count; the pictures are of the first
     */
    record Settings(
            @CommaSeparated @Allowed(min = 1, max = 1000) List<Integer> k) {
        Settings {
            k = k.stream().distinct().toList();
        }
    }

    @Override
    public String id() {
        return "currencies";
    }

    @Override
    public String icon() {
        return "fth-repeat";
    }

    /** Side by side, for the way from one training to another. */
    @Override
    public Subject subject() {
        return Subject.RUNS;
    }

    @Override
    public Settings usual() {
        return new Settings(List.of(CatalogueRanking.TOP));
    }

    @Override
    public Class<Currencies> result() {
        return Currencies.class;
    }

    @Override
    public Currencies measure(OpenRun run, Settings settings, Means means) {
        StagedProgress steps = new StagedProgress(means.progress());
        steps.begin("measure", 0, 1);
        CatalogueRanking ranking = FileAccess.get(() -> StoredScores.of(run.folder(), TestRows.of(run.description())))
                .flatMap(StoredScores::ranking)
                .filter(kept -> kept.kept().groups() != null)
                .orElseGet(() -> RankingEvaluation.of(run, Part.TEST, 0, steps::within));
        return Currencies.of(run, ranking, settings.k());
    }

    @Override
    public MeasurementReport tell(Map<String, Currencies> found) {
        List<MeasurementReport.Part> parts = new ArrayList<>();
        found.forEach((run, each) -> panels(run, each).forEach(panel -> parts.add(MeasurementReport.Part.of(panel))));
        between(found).map(MeasurementReport.Part::of).ifPresent(parts::add);
        List<Table> tables = new ArrayList<>(List.of(figures(found)));
        found.values().stream()
                .map(Currencies::published)
                .filter(list -> !list.isEmpty())
                .distinct()
                .forEach(list -> tables.add(published(list)));
        return new MeasurementReport(words("name"), List.of(), parts, List.of(words("read")), tables);
    }

    /** What is found, and the way to it; the sentence alone where nobody counts. */
    private List<Panel> panels(String run, Currencies found) {
        Text title = of("title", "run", run);
        if (found.currencies().isEmpty()) {
            return List.of(new Panel(id(), title, List.of(), 0, sentence(found)));
        }
        Text figure = figure("ndcg", found);
        Text way = of("ways", "figure", figure, "run", run);
        Chart all = new Chart(id(), of("chart", "figure", figure), intervals(found), words("drawnOver"));
        Chart ways = new Chart("ways", way, ways(found, figure), Text.same(""));
        return List.of(
                new Panel(id(), title, List.of(all), 0, sentence(found)),
                new Panel("ways", way, List.of(ways), 0, words("exact")));
    }

    private Text sentence(Currencies found) {
        Optional<CurrencyFigures> whole = found.first(Currency.CATALOGUE);
        Optional<CurrencyFigures> few = found.first(Currency.UNIFORM_20);
        return whole.isEmpty() || few.isEmpty()
                ? words("none")
                : of(
                        "sentence",
                        "figure",
                        figure("ndcg", found),
                        "all",
                        Numerals.fixed(whole.get().ndcg(), TOLD),
                        "items",
                        Wording.number(found.items()),
                        "some",
                        Numerals.fixed(few.get().ndcg(), TOLD),
                        "few",
                        1 + few.get().others());
    }

    /** The name of a figure with the places that count. */
    private Text figure(String name, Currencies found) {
        return of("figure." + name, "k", found.currencies().get(0).k());
    }

    private Text name(String currency, Currencies found) {
        return of("of." + found.wordsOf(currency), "items", Wording.number(found.items()));
    }

    private IntervalData intervals(Currencies found) {
        return new IntervalData(
                Arrays.stream(Currency.values())
                        .filter(currency -> currency.others() == null || currency.others() > 1)
                        .flatMap(currency -> found.first(currency).stream()
                                .map(each -> new IntervalData.Row(
                                        name(currency.id(), found),
                                        each.ndcg(),
                                        orNaN(each.low()),
                                        orNaN(each.high()))))
                        .toList(),
                TOLD);
    }

    private WaterfallData ways(Currencies found, Text figure) {
        List<WaterfallData.Column> columns = WAYS.stream()
                .filter(currency -> found.first(currency).isPresent())
                .map(currency -> column(currency, found))
                .toList();
        return new WaterfallData(
                List.of(words("step.fewer"), words("step.drawn")),
                name(Currency.CATALOGUE.id(), found),
                figure,
                columns);
    }

    /** From the whole catalogue to a currency. */
    private WaterfallData.Column column(Currency to, Currencies found) {
        double[] values = Stream.concat(to.way().stream(), Stream.of(to))
                .map(currency -> found.first(currency).orElseThrow())
                .mapToDouble(CurrencyFigures::ndcg)
                .toArray();
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            steps.add(i < values.length ? step(values[i] - values[i - 1]) : Step.NONE);
        }
        CurrencyFigures end = found.first(to).orElseThrow();
        return new WaterfallData.Column(
                name(to.id(), found), values[0], steps, new Step(end.ndcg(), orNaN(end.low()), orNaN(end.high())));
    }

    /**
     * From the AUC of the run that was trained as in DIN's paper, else the first, as that paper counts it, to that of the others as DIEN's does: what
     * true items are ranked among first, then the training.
     */
    private Optional<Panel> between(Map<String, Currencies> found) {
        Map<String, Currencies> asked = new LinkedHashMap<>(found);
        asked.values().removeIf(each -> each.currencies().isEmpty());
        if (asked.size() < 2) {
            return Optional.empty();
        }
        String first = asked.keySet().stream()
                .filter(run -> EnumNames.name(Split.DIN).equals(asked.get(run).split()))
                .findFirst()
                .orElse(asked.keySet().iterator().next());
        double uniform = auc(asked.get(first), Currency.PAIR_UNIFORM);
        double popular = auc(asked.remove(first), Currency.PAIR_POPULARITY);
        List<WaterfallData.Column> columns = asked.entrySet().stream()
                .map(other -> {
                    double end = auc(other.getValue(), Currency.PAIR_POPULARITY);
                    return new WaterfallData.Column(
                            Text.same(other.getKey()),
                            uniform,
                            List.of(step(popular - uniform), step(end - popular)),
                            step(end));
                })
                .toList();
        WaterfallData steps = new WaterfallData(
                List.of(words("step.popular"), words("step.trained")),
                of("auc.uniform", "run", first),
                words("auc.popularity"),
                columns);
        Text title = of("between", "run", first);
        return Optional.of(new Panel(
                "between",
                title,
                List.of(new Chart("between", title, steps, Text.same(""))),
                0,
                of("betweenExact", "run", first)));
    }

    private static double auc(Currencies of, Currency currency) {
        return of.first(currency).map(CurrencyFigures::auc).orElse(Double.NaN);
    }

    private static Step step(double value) {
        return new Step(value, Double.NaN, Double.NaN);
    }

    private static double orNaN(Double value) {
        return value == null ? Double.NaN : value;
    }

    private Table figures(Map<String, Currencies> found) {
        List<List<Cell>> rows = new ArrayList<>();
        found.forEach((run, all) -> all.currencies().forEach(each -> rows.add(row(run, all, each))));
        return table(Phrase.EMPTY, rows, "run", "among", "k", "hr", "ndcg", "mrr", "auc", "corrected", "users", "used");
    }

    private List<Cell> row(String run, Currencies all, CurrencyFigures each) {
        Cell ndcg = Cell.number(each.ndcg(), DECIMALS);
        return List.of(
                Cell.words(run),
                Cell.words(name(each.id(), all)),
                Cell.count(each.k()),
                Cell.number(each.hitRate(), DECIMALS),
                each.low() == null ? ndcg : ndcg.within(each.low(), each.high()),
                Cell.number(each.mrr(), DECIMALS),
                Cell.number(each.auc(), DECIMALS),
                each.corrected() == null ? Cell.EMPTY : Cell.number(each.corrected(), DECIMALS),
                Cell.count(each.users()),
                Cell.words(words("used." + each.id())));
    }

    private Table published(List<PublishedFigure> figures) {
        List<List<Cell>> rows = figures.stream()
                .map(each -> List.of(
                        Cell.words(each.paper()),
                        Cell.words(each.table()),
                        Cell.words(each.model()),
                        Cell.words(each.currency()),
                        Cell.words(each.metric()),
                        Cell.number(each.value(), DECIMALS),
                        Cell.words(each.seen())))
                .toList();
        return table(words("published"), rows, "paper", "table", "model", "currency", "metric", "value", "seen");
    }

    private Table table(Phrase title, List<List<Cell>> rows, String... heads) {
        return new Table(
                title, Stream.of(heads).map(head -> words("head." + head)).toList(), rows);
    }

    @Override
    public List<String> lines(Map<String, Currencies> found, Locale language) {
        List<String> lines = new ArrayList<>();
        found.values().forEach(each -> {
            lines.add(sentence(each).in(language));
            lines.add(words("lines").in(language));
            each.currencies()
                    .forEach(row -> lines.add(Texts.row(
                            "  %-16s %5d %8.4f %8.4f  %-18s %8.4f %8.4f",
                            row.id(),
                            row.k(),
                            row.hitRate(),
                            row.ndcg(),
                            row.low() == null ? "" : Texts.row("[%.4f, %.4f]", row.low(), row.high()),
                            row.mrr(),
                            row.auc())));
            each.published()
                    .forEach(row -> lines.add(Texts.row(
                            "  %-16s %-10s %8.4f  %s, %s: %s",
                            row.currency(), row.metric(), row.value(), row.paper(), row.model(), row.seen())));
            lines.add(words("read").in(language));
        });
        return lines;
    }
}
