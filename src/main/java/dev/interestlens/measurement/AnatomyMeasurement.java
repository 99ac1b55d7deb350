package dev.interestlens.measurement;

import dev.interestlens.data.source.SubProgress;
import dev.interestlens.explain.anatomy.Anatomy;
import dev.interestlens.explain.anatomy.AnatomyPanel;
import dev.interestlens.explain.anatomy.AnatomyWords;
import dev.interestlens.explain.anatomy.MeasuredRows;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.measurement.compare.RunAnatomy;
import dev.interestlens.measurement.fidelity.ControlRuns;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.store.EnumNames;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What figures of runs are made of. */
final class AnatomyMeasurement implements Measurement<AnatomyMeasurement.Settings, Anatomy> {
    /** Share of the work that training takes. */
    private static final double RETRAINING = 0.8;

    private static final int DECIMALS = 4;

    /**
     * What is measured.
     *
     * @param users the most users
     * @param retrain whether a model without attention is trained beside
     */
    record Settings(
            List<RankMetric> metric,
            @Allowed(min = 2, max = 100_000_000) int users,
            boolean retrain) {
        Settings {
            metric = metric.stream().distinct().toList();
        }
    }

    @Override
    public String id() {
        return "anatomy";
    }

    @Override
    public String icon() {
        return "fth-layers";
    }

    @Override
    public Subject subject() {
        return Subject.RUNS;
    }

    @Override
    public Settings usual() {
        return new Settings(List.of(RankMetric.AUC), MeasuredRows.USERS, false);
    }

    @Override
    public Class<Anatomy> result() {
        return Anatomy.class;
    }

    @Override
    public Anatomy measure(Path subject, Settings settings, Means means) {
        RunFolder run = new RunFolder(subject);
        if (!settings.retrain()) {
            return RunAnatomy.measure(run, settings.users(), settings.metric(), means.progress());
        }
        ControlRuns controls = new ControlRuns(run);
        means.retrain(controls, 1, RETRAINING);
        Anatomy found = RunAnatomy.measure(
                run, settings.users(), settings.metric(), new SubProgress(means.progress(), RETRAINING, 1));
        return controls.uniform()
                .map(without -> RunAnatomy.retrained(run, found, settings.users(), without))
                .orElse(found);
    }

    @Override
    public Anatomy measure(OpenRun run, Settings settings, Means means) {
        return RunAnatomy.of(run, settings.users(), settings.metric(), means.progress());
    }

    @Override
    public Optional<Anatomy> kept(RunFolder run) {
        return RunAnatomy.kept(run);
    }

    @Override
    public Optional<Text> outdated(RunFolder run) {
        return RunAnatomy.isOutdated(run) ? Optional.of(words("outdated")) : Optional.empty();
    }

    @Override
    public List<String> command(List<RunFolder> runs) {
        List<String> words = new ArrayList<>(Measurement.super.command(runs));
        for (RankMetric each : RankMetric.values()) {
            words.addAll(List.of("--metric", EnumNames.lower(each)));
        }
        return words;
    }

    @Override
    public MeasurementReport tell(Map<String, Anatomy> found) {
        List<MeasurementReport.Part> parts = Stream.of(RankMetric.values())
                .flatMap(metric -> AnatomyPanel.of(found, metric).stream())
                .map(MeasurementReport.Part::of)
                .toList();
        return new MeasurementReport(
                AnatomyWords.of("page"),
                List.of(),
                parts,
                List.of(AnatomyWords.about(found.values())),
                List.of(table(found)));
    }

    /** A line for each share of each figure of each run, and below it for what is lost without order and times. */
    private static Table table(Map<String, Anatomy> runs) {
        List<List<Cell>> rows = new ArrayList<>();
        runs.forEach((name, anatomy) -> anatomy.metrics().forEach(figure -> {
            Text metric = AnatomyWords.metric(figure.metric());
            rows.add(row(name, metric, AnatomyWords.of("chance"), figure.chance(), null, null));
            figure.shares()
                    .forEach(share -> rows.add(row(
                            name, metric, AnatomyWords.part(share.part()), share.share(), share.low(), share.high())));
            rows.add(row(name, metric, AnatomyWords.of("all"), figure.value(), figure.low(), figure.high()));
            figure.without()
                    .forEach(without -> rows.add(row(
                            name,
                            metric,
                            AnatomyWords.without(without.part()),
                            without.lost(),
                            without.low(),
                            without.high())));
        }));
        return new Table(
                Phrase.EMPTY,
                Stream.of("run", "metric", "part", "share")
                        .map(head -> AnatomyWords.of("head." + head))
                        .toList(),
                rows);
    }

    private static List<Cell> row(String run, Text metric, Text part, double value, Double low, Double high) {
        Cell number = Cell.number(value, DECIMALS);
        return List.of(
                Cell.words(run),
                Cell.words(metric),
                Cell.words(part),
                low == null || high == null ? number : number.within(low, high));
    }

    @Override
    public List<String> lines(Map<String, Anatomy> found, Locale language) {
        List<String> lines = new ArrayList<>();
        found.forEach((name, anatomy) -> anatomy.metrics().forEach(figure -> {
            lines.add(name + ": " + AnatomyWords.sentence(figure).in(language));
            figure.shares()
                    .forEach(share -> lines.add(
                            line(share.share(), share.low(), share.high(), AnatomyWords.part(share.part()), language)));
            figure.without()
                    .forEach(each -> lines.add(
                            line(each.lost(), each.low(), each.high(), AnatomyWords.without(each.part()), language)));
        }));
        lines.add(AnatomyWords.about(found.values()).in(language));
        return lines;
    }

    private static String line(double value, Double low, Double high, Text what, Locale language) {
        String interval =
                low == null || high == null ? "" : " [" + Numerals.fixed(low, 4) + ", " + Numerals.fixed(high, 4) + "]";
        return "  " + Numerals.fixed(value, 4) + interval + "  " + what.in(language);
    }
}
