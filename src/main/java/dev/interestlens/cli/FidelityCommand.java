package dev.interestlens.cli;

import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.MeasuringCommand;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.SubProgress;
import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.explain.fidelity.FidelityReport;
import dev.interestlens.explain.fidelity.FidelityReport.Found;
import dev.interestlens.explain.fidelity.FidelityReport.Measure;
import dev.interestlens.explain.fidelity.FidelityReport.Truth;
import dev.interestlens.explain.fidelity.Figure;
import dev.interestlens.explain.fidelity.OutsideExplanations;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.export.report.CategoryReport;
import dev.interestlens.export.report.ExplanationFile;
import dev.interestlens.export.report.FidelityPage;
import dev.interestlens.export.report.FidelityPanels;
import dev.interestlens.export.report.FidelityWords;
import dev.interestlens.export.report.OutsideWords;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Needs;
import dev.interestlens.store.Disk;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.SealedJson;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.FidelityFigures;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.compare.Verdict;
import dev.interestlens.workspace.fidelity.CategoryMeasure;
import dev.interestlens.workspace.fidelity.ControlRuns;
import dev.interestlens.workspace.fidelity.Fidelity;
import dev.interestlens.workspace.measure.PlantedCauses;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures over many predictions whether attention agrees with the effect of removal. */
@Command(name = "fidelity")
final class FidelityCommand extends MeasuringCommand implements Runnable {
    /** Share of the work that training takes. */
    private static final double RETRAINING = 0.9;

    private static final List<String> ENDINGS = List.of("json", "html", "htm", "md", "svg", "pdf", "png", "tex");

    @Option(names = "--run", required = true)
    private Path run;

    @Option(names = "--part", defaultValue = "test")
    private Part part;

    @Option(names = "--samples")
    @Allowed(min = 1, max = 10_000_000)
    private int samples = Fidelity.SAMPLES;

    @Option(names = "--view")
    @Needs(
            value = "--out",
            not = {"--json", "--retrain", "--causes", "--explanations"})
    @Allowed(values = "categories")
    private String view;

    @Option(names = "--causes")
    private Path causes;

    @Option(names = "--explanations")
    private Map<String, Path> explanations = new LinkedHashMap<>();

    @Option(names = "--out")
    private Path out;

    @Option(names = "--retrain")
    private boolean retrain;

    @Override
    public void run() {
        OutputPath target = out == null ? null : target();
        if (view != null) {
            categories(target);
            return;
        }
        try (Interrupt interrupt = new Interrupt(console)) {
            Progress whole = progress.printed(console, interrupt);
            ControlRuns controls = new ControlRuns(new RunFolder(run));
            Map<String, List<Cause>> planted = causes == null ? null : PlantedCauses.read(causes);
            List<OutsideExplanations> outside = OutsideExplanations.read(explanations);
            if (retrain) {
                try (OpenRun open = OpenRun.best(new RunFolder(run))) {
                    open.trained(); // what cannot be measured is refused before anything is trained
                }
                new Retraining(console, interrupt, whole).run(controls, Verdict.SEEDS, RETRAINING);
            }
            measure(controls, planted, outside, target, retrain ? new SubProgress(whole, RETRAINING, 1) : whole);
        }
    }

    /** The map of categories is a separate measurement and is written to a file. */
    private void categories(OutputPath target) {
        try (Interrupt interrupt = new Interrupt(console);
                OpenRun open = OpenRun.best(new RunFolder(run))) {
            Panel map = new CategoryMeasure(open).panel(part, samples, progress.printed(console, interrupt));
            byte[] bytes = new CategoryReport(map, open.provenance(EnumNames.lower(part)), console.locale())
                    .bytes(OutputPath.ending(out));
            target.write(Disk.real(), file -> file.write(bytes));
            console.say("fidelity.done", out);
        }
    }

    private void measure(
            ControlRuns controls,
            Map<String, List<Cause>> planted,
            List<OutsideExplanations> outside,
            OutputPath target,
            Progress progress) {
        try (OpenRun open = OpenRun.best(new RunFolder(run))) {
            FidelityReport report = Fidelity.measure(open, controls, part, samples, planted, outside, progress);
            Provenance provenance = open.provenance(EnumNames.lower(part));
            if (target != null) {
                target.write(Disk.real(), file -> file.write(bytes(report, provenance, open)));
                console.say("fidelity.done", out);
            }
            if (json) {
                console.json(Fidelity.tree(report, provenance, open));
            } else if (!this.progress.wanted()) {
                print(report);
            }
        }
    }

    /** The file to write. A run's own figures go into its folder; nothing else may be written there. */
    private OutputPath target() {
        OutputPath.requireEnding(out, view == null ? ENDINGS : ExplanationFile.ENDINGS);
        Path own = FidelityFigures.file(new RunFolder(run));
        return out.toAbsolutePath().normalize().equals(own)
                ? OutputPath.file(out, overwrite.existing())
                : overwrite.file(
                        out,
                        Stream.concat(Stream.ofNullable(causes), explanations.values().stream())
                                .toArray(Path[]::new));
    }

    private byte[] bytes(FidelityReport report, Provenance provenance, OpenRun open) {
        String ending = OutputPath.ending(out);
        if (ending.matches("html?|md")) {
            return FidelityPage.of(report, provenance).bytes(ending, console.locale());
        }
        return FigureFile.ENDINGS.contains(ending)
                ? new FigureFile(Palette.LIGHT, console.locale())
                        .of(ending, FidelityPanels.drawing(report), provenance.run())
                : SealedJson.bytes(Fidelity.tree(report, provenance, open));
    }

    private void print(FidelityReport report) {
        console.print("fidelity.title", report.all().samples(), report.users());
        for (Measure measure : Measure.values()) {
            console.print("fidelity." + EnumNames.lower(measure));
            new EnumMap<>(report.all().figures()).forEach((source, figures) -> {
                Figure figure = figures.get(measure);
                if (figure != null) {
                    String name = console.text("fidelity." + EnumNames.lower(source));
                    console.out().println(String.format(Locale.ROOT, "  %-12s %s", name, interval(figure)));
                }
            });
        }
        console.print("fidelity.controls");
        report.controls().forEach(control -> console.out()
                .println("  " + FidelityWords.control(control).in(console.locale())));
        console.out().println("  " + FidelityWords.seeds(report.seeds()).in(console.locale()));
        report.outside().forEach(each -> {
            console.out().println(OutsideWords.about(each).in(console.locale()));
            console.print(
                    "fidelity.outside",
                    interval(each.agreement()),
                    interval(each.comprehensiveness()),
                    interval(each.sufficiency()));
        });
        report.planted().ifPresent(planted -> {
            console.print("fidelity.planted", planted.samples());
            truth("fidelity.look", planted.look());
            truth("fidelity.effect", planted.effect());
            if (planted.attention() != null) {
                truth("fidelity.ofAttention", planted.attention());
            }
            if (planted.law() != null) {
                truth("fidelity.law", planted.law());
            }
            truth("fidelity.random", planted.random());
            FidelityWords.groups(planted.groups())
                    .forEach(text -> console.out().println("  " + text.in(console.locale())));
        });
    }

    private void truth(String key, Truth truth) {
        console.print(
                "fidelity.truth",
                console.text(key),
                interval(truth.figures().get(Found.TRIGGER1)),
                truth.mean(Found.TRIGGER3),
                interval(truth.figures().get(Found.SUPPORT1)),
                truth.mean(Found.SUPPORT3));
    }

    private static String interval(Figure figure) {
        String mean = Numerals.fixed(figure.mean(), 3);
        return Double.isFinite(figure.low())
                ? mean + " [" + Numerals.fixed(figure.low(), 3) + ", " + Numerals.fixed(figure.high(), 3) + "]"
                : mean;
    }
}
