package dev.interestlens.measurement;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.source.SubProgress;
import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.explain.fidelity.FidelityReport;
import dev.interestlens.explain.fidelity.FidelityReport.Found;
import dev.interestlens.explain.fidelity.FidelityReport.Measure;
import dev.interestlens.explain.fidelity.FidelityReport.Planted;
import dev.interestlens.explain.fidelity.FidelityReport.Truth;
import dev.interestlens.explain.fidelity.Figure;
import dev.interestlens.explain.fidelity.OutsideExplanations;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.FidelityPage;
import dev.interestlens.export.report.FidelityWords;
import dev.interestlens.export.report.MeasuredFidelity;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.export.report.OutsideWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.measurement.compare.Verdict;
import dev.interestlens.measurement.fidelity.ControlRuns;
import dev.interestlens.measurement.fidelity.Fidelity;
import dev.interestlens.measurement.quality.FidelityFigures;
import dev.interestlens.measurement.quality.PlantedCauses;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Sha256;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Over many predictions: whether attention agrees with the measured effect of removal, beside random and untrained baselines. */
final class FidelityMeasurement extends RunMeasurement<FidelityMeasurement.Settings, MeasuredFidelity> {
    /** Share of the work that training takes. */
    private static final double RETRAINING = 0.9;

    private static final int DECIMALS = 3;

    /**
     * What is measured.
     *
     * @param causes a file of known causes; null for those of the data
     * @param explanations files of other programs by their names, which are measured, too
     * @param retrain whether controls are trained where they are missing
     */
    record Settings(
            Part part,
            @Allowed(min = 1, max = 10_000_000) int samples,
            Path causes,
            Map<String, Path> explanations,
            boolean retrain) {
        Settings {
            explanations = Collections.unmodifiableMap(new LinkedHashMap<>(explanations)); // in their order
        }

        private Map<String, List<Cause>> known() {
            return causes == null ? null : PlantedCauses.read(causes);
        }
    }

    @Override
    public String id() {
        return "fidelity";
    }

    @Override
    public String icon() {
        return "fth-target";
    }

    @Override
    public Settings usual() {
        return new Settings(Part.TEST, Fidelity.SAMPLES, null, Map.of(), false);
    }

    @Override
    public Class<MeasuredFidelity> result() {
        return MeasuredFidelity.class;
    }

    /** Controls that were trained meanwhile are measured, too. */
    @Override
    protected boolean isMeasuredAnew() {
        return true;
    }

    @Override
    public Optional<Path> ownFile(Path subject) {
        return Optional.of(
                FidelityFigures.file(new RunFolder(subject)).toAbsolutePath().normalize());
    }

    @Override
    public Optional<MeasuredFidelity> kept(RunFolder run) {
        return run.sums()
                .best()
                .flatMap(best -> FidelityFigures.kept(run, FileAccess.get(() -> Sha256.of(best))))
                .map(MeasuredFidelity::of);
    }

    /** Files that cannot be read are refused before anything is trained. */
    @Override
    public void check(List<RunDescription> runs, Settings settings) {
        settings.known();
        OutsideExplanations.read(settings.explanations());
    }

    @Override
    public MeasuredFidelity measure(Path subject, Settings settings, Means means) {
        if (!settings.retrain()) {
            return super.measure(subject, settings, means);
        }
        RunFolder folder = new RunFolder(subject);
        try (OpenRun open = OpenRun.best(folder)) {
            open.trained(); // what cannot be measured is refused before anything is trained
        }
        means.retrain(new ControlRuns(folder), Verdict.SEEDS, RETRAINING);
        return super.measure(subject, settings, Means.of(new SubProgress(means.progress(), RETRAINING, 1)));
    }

    @Override
    public MeasuredFidelity measure(OpenRun run, Settings settings, Means means) {
        FidelityReport report = Fidelity.measure(
                run,
                new ControlRuns(run.folder()),
                settings.part(),
                settings.samples(),
                settings.known(),
                OutsideExplanations.read(settings.explanations()),
                means.progress());
        return Fidelity.of(report, run, settings.part());
    }

    @Override
    public MeasurementReport tell(Map<String, MeasuredFidelity> found) {
        return FidelityPage.of(found);
    }

    @Override
    public List<String> lines(Map<String, MeasuredFidelity> found, Locale language) {
        List<String> lines = new ArrayList<>();
        found.values().forEach(each -> lines(each.report(), language, lines));
        return lines;
    }

    private void lines(FidelityReport report, Locale language, List<String> lines) {
        Text title = of(
                "lines.title",
                "samples",
                Numerals.count(report.all().samples()),
                "users",
                Numerals.count(report.users()));
        lines.add(title.in(language));
        for (Measure measure : Measure.values()) {
            lines.add(words("lines." + EnumNames.lower(measure)).in(language));
            new EnumMap<>(report.all().figures()).forEach((source, figures) -> {
                Figure figure = figures.get(measure);
                if (figure != null) {
                    String name = words("lines." + EnumNames.lower(source)).in(language);
                    lines.add(String.format(Locale.ROOT, "  %-12s %s", name, interval(figure)));
                }
            });
        }
        lines.add(words("lines.controls").in(language));
        report.controls()
                .forEach(control ->
                        lines.add("  " + FidelityWords.control(control).in(language)));
        lines.add("  " + FidelityWords.seeds(report.seeds()).in(language));
        report.outside().forEach(each -> {
            lines.add(OutsideWords.about(each).in(language));
            lines.add(of(
                            "lines.outside",
                            "agreement",
                            interval(each.agreement()),
                            "comprehensiveness",
                            interval(each.comprehensiveness()),
                            "sufficiency",
                            interval(each.sufficiency()))
                    .in(language));
        });
        report.planted().ifPresent(planted -> planted(planted, language, lines));
    }

    private void planted(Planted planted, Locale language, List<String> lines) {
        lines.add(of("lines.planted", "samples", Numerals.count(planted.samples()))
                .in(language));
        Map<String, Truth> orders = new LinkedHashMap<>();
        orders.put("look", planted.look());
        orders.put("effect", planted.effect());
        orders.put("ofAttention", planted.attention());
        orders.put("law", planted.law());
        orders.put("random", planted.random());
        orders.values().removeIf(truth -> truth == null);
        orders.forEach((name, truth) -> lines.add(of(
                        "lines.truth",
                        "order",
                        words("lines." + name),
                        "trigger1",
                        interval(truth.figures().get(Found.TRIGGER1)),
                        "trigger3",
                        Numerals.fixed(truth.mean(Found.TRIGGER3), DECIMALS),
                        "support1",
                        interval(truth.figures().get(Found.SUPPORT1)),
                        "support3",
                        Numerals.fixed(truth.mean(Found.SUPPORT3), DECIMALS))
                .in(language)));
        FidelityWords.groups(planted.groups()).forEach((Text text) -> lines.add("  " + text.in(language)));
    }

    private static String interval(Figure figure) {
        String mean = Numerals.fixed(figure.mean(), DECIMALS);
        return Double.isFinite(figure.low())
                ? mean + " [" + Numerals.fixed(figure.low(), DECIMALS) + ", " + Numerals.fixed(figure.high(), DECIMALS)
                        + "]"
                : mean;
    }
}
