package dev.interestlens.measurement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Repeats;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.FigureWords;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.measurement.Setting.CommaSeparated;
import dev.interestlens.measurement.quality.Evaluation;
import dev.interestlens.measurement.quality.RankingEvaluation;
import dev.interestlens.measurement.quality.SampledRanking;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.Ranking;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Needs;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.StagedProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The quality of a run's model on a part: on the whole catalogue and among a few candidates, beside baselines and leak probes. */
final class EvaluateMeasurement extends RunMeasurement<EvaluateMeasurement.Settings, MeasuredQuality> {
    /** Share of the work that ranking the catalogue takes. */
    private static final double RANKED = 0.9;

    private static final int DECIMALS = 4;
    private static final double CHANCE = 0.5;

    /** What true items are ranked among. */
    enum Scope {
        FULL,
        SAMPLED,
        BOTH
    }

    /**
     * What is measured.
     *
     * @param data a prepared data set in place of the run's own; null for that
     * @param users whose catalogue is ranked; 0 for as many as take a minute or two
     * @param k places that count beside ten, as they were given
     * @param negatives null for those of the run
     */
    record Settings(
            Part part,
            Path data,
            Scope ranking,

            @Needs(not = "--ranking=sampled") @Allowed(min = 0, max = 100_000_000)
            int users,

            @Needs(not = "--ranking=sampled") Repeats repeats,
            @CommaSeparated @Allowed(min = 1, max = 1000) List<Integer> k,
            @Needs(not = "--ranking=sampled") boolean currencies,
            NegativeKind negatives) {
        Settings {
            k = List.copyOf(k);
        }

        private List<Integer> places() {
            return k.stream().distinct().toList();
        }
    }

    @Override
    public String id() {
        return "evaluate";
    }

    @Override
    public String icon() {
        return "fth-award";
    }

    @Override
    public Settings usual() {
        return new Settings(Part.TEST, null, Scope.BOTH, 0, Repeats.AUTO, List.of(), false, null);
    }

    @Override
    public Class<MeasuredQuality> result() {
        return MeasuredQuality.class;
    }

    /** Its lines are told as it is measured. */
    @Override
    protected boolean isMeasuredAnew() {
        return true;
    }

    /** Reports measure quality themselves. */
    @Override
    public boolean isReported() {
        return false;
    }

    /** What is measured on other data than the run's is not kept with it. */
    @Override
    public MeasuredQuality measure(Path subject, Settings settings, Means means) {
        if (settings.data() == null) {
            return super.measure(subject, settings, means);
        }
        try (OpenRun run = OpenRun.best(new RunFolder(subject), settings.data())) {
            return measure(run, settings, means);
        }
    }

    @Override
    public MeasuredQuality measure(OpenRun run, Settings settings, Means means) {
        Part part = settings.part();
        SampleSet samples = run.samples(settings.negatives());
        samples.requireRows(part);
        List<Integer> places = settings.places();
        if (settings.ranking() == Scope.SAMPLED && samples.group(part) == 1 && !places.isEmpty()) {
            throw Problem.usage(EvaluateMeasurement.class, "nothingRanked").exception();
        }
        StagedProgress steps = new StagedProgress(means.progress());
        steps.begin("evaluate", 0, 1);
        Optional<CatalogueRanking> full = settings.ranking() == Scope.SAMPLED
                ? Optional.empty()
                : Optional.of(RankingEvaluation.of(
                        run,
                        part,
                        settings.users(),
                        settings.repeats(),
                        RankingMetric.asked(places),
                        share -> steps.within(share * RANKED)));
        Optional<SampledRanking> sampled = settings.ranking() == Scope.FULL || samples.group(part) == 1
                ? Optional.empty()
                : Optional.of(SampledRanking.of(samples, part));
        double begun = full.isPresent() ? RANKED : 0;
        Evaluation found = Evaluation.of(run, samples, part, share -> steps.within(begun + share * (1 - begun)));
        Optional<Currencies> told = full.filter(ranking -> settings.currencies())
                .map(ranking -> Currencies.of(run, ranking, places.isEmpty() ? List.of(Ranking.TOP) : places));
        doubts(settings.k(), full, sampled, means);
        ceiling(found, samples, means);
        return new MeasuredQuality(
                (ObjectNode) Json.finite(
                        new EvaluationDocument(found, samples, run.calibrated(), full, sampled, places, told).tree()),
                new EvaluationLines(this, found, samples, full, sampled, places, told).all());
    }

    /** Says which places tell less than they seem to. */
    private void doubts(
            List<Integer> k, Optional<CatalogueRanking> full, Optional<SampledRanking> sampled, Means means) {
        k.stream()
                .filter(places -> Collections.frequency(k, places) > 1)
                .distinct()
                .forEach(places -> means.say(of("k.twice", "k", places)));
        k.stream().distinct().forEach(places -> {
            full.filter(ranking -> places >= ranking.items())
                    .ifPresent(
                            ranking -> means.say(of("k.all", "k", places, "items", Numerals.count(ranking.items()))));
            sampled.filter(ranking -> places >= ranking.candidates())
                    .ifPresent(ranking -> means.say(of("k.few", "k", places, "candidates", ranking.candidates())));
        });
    }

    private void ceiling(Evaluation found, SampleSet samples, Means means) {
        String auc = RankMetric.AUC.id();
        Optional<Interval> interval = Optional.ofNullable(found.intervals().get(auc));
        EvaluationDocument.ceiling(samples)
                .filter(most -> interval.filter(range -> range.low() > most).isPresent())
                .ifPresent(most -> means.say(of(
                        "aboveCeiling",
                        "auc",
                        Numerals.fixed(found.figures().get(auc), DECIMALS),
                        "most",
                        Numerals.fixed(most, DECIMALS))));
    }

    @Override
    public MeasurementReport tell(Map<String, MeasuredQuality> found) {
        List<MeasurementReport.Part> parts = new ArrayList<>();
        List<List<Cell>> figures = new ArrayList<>();
        List<List<Cell>> ranked = new ArrayList<>();
        List<List<Cell>> probes = new ArrayList<>();
        found.forEach((run, quality) -> {
            panel(run, quality, "ndcg10").map(MeasurementReport.Part::of).ifPresent(parts::add);
            panel(run, quality, "auc").map(MeasurementReport.Part::of).ifPresent(parts::add);
            RowMetric.all().stream()
                    .map(RowMetric::id)
                    .forEach(name -> row(run, FigureWords.figure(name), quality.figure("", name), figures));
            RankingMetric.told()
                    .forEach(metric ->
                            row(run, MetricWords.name(metric), quality.figure("/ranking", metric.id()), ranked));
            for (RankingMetric.Kind kind : RankingMetric.Kind.WITH_PLACES) {
                quality.names("/ranking/" + kind.id())
                        .forEach(places -> row(
                                run,
                                MetricWords.name(kind.at(Integer.parseInt(places))),
                                quality.atPlaces(kind.id(), places),
                                ranked));
            }
            quality.names("/probes")
                    .forEach(name -> row(run, FigureWords.figure(name), quality.figure("/probes", name), probes));
        });
        return new MeasurementReport(
                words("name"),
                List.of(),
                parts,
                List.of(words("read")),
                Stream.of(table("tables.ranked", ranked), table("tables.rows", figures), table("tables.probes", probes))
                        .filter(table -> !table.isEmpty())
                        .toList());
    }

    private Table table(String title, List<List<Cell>> rows) {
        List<Text> heads = Stream.of("run", "figure", "value")
                .map(head -> words("head." + head))
                .toList();
        return new Table(words(title), heads, rows);
    }

    /** A figure where there is one. */
    private static void row(String run, Text name, Optional<MeasuredQuality.Figure> figure, List<List<Cell>> rows) {
        figure.ifPresent(is -> rows.add(List.of(
                Cell.words(run),
                Cell.words(name),
                Cell.number(is.value(), DECIMALS).within(is.low(), is.high()))));
    }

    /** A figure of the model beside that of what needs no model; empty where it was not measured. */
    private Optional<Panel> panel(String run, MeasuredQuality quality, String figure) {
        boolean catalogue = figure.equals("ndcg10");
        String at = catalogue ? "/ranking" : "";
        List<IntervalData.Row> rows = new ArrayList<>();
        bar(words("model"), quality.figure(at, figure), rows);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        IntervalData.Row model = rows.get(0);
        quality.names("/baselines")
                .forEach(
                        name -> bar(FigureWords.figure(name), quality.figure("/baselines/" + name + at, figure), rows));
        Optional<IntervalData.Row> best = rows.stream().skip(1).max(Comparator.comparingDouble(IntervalData.Row::mean));
        double random = catalogue
                ? quality.figure("/ranking/random", figure)
                        .map(MeasuredQuality.Figure::value)
                        .orElse(Double.NaN)
                : CHANCE;
        rows.add(new IntervalData.Row(words("random"), random, Double.NaN, Double.NaN));
        Text title = of("title", "figure", words("figure." + figure), "run", run);
        Chart chart = new Chart(figure, title, new IntervalData(rows, DECIMALS).withLead(), words("note." + figure));
        Text finding = of(
                best.isPresent() ? "sentence" : "alone",
                "figure",
                words("figure." + figure),
                "value",
                number(model),
                "best",
                best.map(row -> new Text(
                                row.name().in(Locale.ENGLISH), row.name().in(Locale.CHINESE)))
                        .orElse(Text.same("")),
                "other",
                best.map(EvaluateMeasurement::number).orElse(""));
        return Optional.of(new Panel(figure, title, List.of(chart), 0, finding));
    }

    private static void bar(Text name, Optional<MeasuredQuality.Figure> figure, List<IntervalData.Row> rows) {
        figure.ifPresent(is -> rows.add(new IntervalData.Row(name, is.value(), is.low(), is.high())));
    }

    private static String number(IntervalData.Row row) {
        String mean = Numerals.fixed(row.mean(), DECIMALS);
        return Double.isFinite(row.low())
                ? mean + " [" + Numerals.fixed(row.low(), DECIMALS) + ", " + Numerals.fixed(row.high(), DECIMALS) + "]"
                : mean;
    }

    @Override
    public List<String> lines(Map<String, MeasuredQuality> found, Locale language) {
        return found.values().stream()
                .flatMap(quality -> quality.lines().stream())
                .map(line -> line.in(language))
                .toList();
    }
}
