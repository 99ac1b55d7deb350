package dev.interestlens.cli;

import dev.interestlens.model.config.Allowed;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.MeasuringCommand;
import dev.interestlens.cli.document.AnatomyJson;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.SubProgress;
import dev.interestlens.explain.anatomy.Anatomy;
import dev.interestlens.explain.anatomy.AnatomyWords;
import dev.interestlens.explain.anatomy.MeasuredRows;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.AnatomyReport;
import dev.interestlens.export.report.FigureWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Target;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.compare.RunAnatomy;
import dev.interestlens.workspace.fidelity.ControlRuns;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what figures of runs are made of. */
@Command(name = "anatomy")
final class AnatomyCommand extends MeasuringCommand implements Runnable {
    /** Share of the work that training takes. */
    private static final double RETRAINING = 0.8;

    @Option(names = "--run", required = true)
    private List<Path> runs;

    @Option(names = "--metric", defaultValue = "auc")
    private List<RankMetric> metrics;

    @Option(names = "--users")
    @Allowed(min = 2, max = 100_000_000)
    private int users = MeasuredRows.USERS;

    @Option(names = "--retrain")
    private boolean retrain;

    @Option(names = "--out")
    private Path out;

    @Override
    public void run() {
        Target target = overwrite.file(AnatomyReport.ENDINGS, out, runs.toArray(Path[]::new));
        boolean lines = progress.wanted();
        try (Interrupt interrupt = new Interrupt(console)) {
            Progress printed = progress.printed(console, interrupt);
            Map<String, Anatomy> named = new LinkedHashMap<>();
            Map<String, Anatomy> given = new LinkedHashMap<>();
            Map<String, Map<String, String>> marks = new LinkedHashMap<>();
            for (Path run : runs) {
                double share = 1.0 / runs.size();
                Progress part = new SubProgress(printed, given.size() * share, (given.size() + 1) * share);
                RunFolder folder = new RunFolder(run);
                Anatomy found = measure(folder, interrupt, part);
                given.put(run.toString(), found);
                RunDescription described = folder.read();
                marks.put(run.toString(), described.mark());
                String name = described.marked(described.name());
                named.put(named.containsKey(name) ? run.toString() : name, found);
            }
            List<Text> notes = FigureWords.mark(marks.values());
            if (target != null) {
                byte[] bytes = AnatomyReport.bytes(named, notes, out, console.locale());
                target.write(Disk.real(), file -> file.write(bytes));
                console.say("anatomy.done", out);
            }
            if (json) {
                console.json(AnatomyJson.of(given, marks));
            } else if (lines) {
                console.line(Map.of("event", "done")); // the results are kept in the runs' folders
            } else if (target == null) {
                notes.forEach(console::print);
                named.forEach(this::print);
                console.print(AnatomyWords.about(named.values()));
                console.out().flush();
            }
        }
    }

    private Anatomy measure(RunFolder run, Interrupt interrupt, Progress progress) {
        List<RankMetric> each = metrics.stream().distinct().toList();
        if (RunAnatomy.isOutdated(run)) {
            console.say("anatomy.outdated", run.path());
        }
        if (!retrain) {
            return RunAnatomy.measure(run, users, each, progress);
        }
        ControlRuns controls = new ControlRuns(run);
        new Retraining(console, interrupt, progress).run(controls, 1, RETRAINING);
        Anatomy found = RunAnatomy.measure(run, users, each, new SubProgress(progress, RETRAINING, 1));
        return controls.uniform()
                .map(without -> RunAnatomy.retrained(run, found, users, without))
                .orElse(found);
    }

    private void print(String name, Anatomy anatomy) {
        for (Anatomy.Figure figure : anatomy.metrics()) {
            console.out().println(name + ": " + AnatomyWords.sentence(figure).in(console.locale()));
            figure.shares()
                    .forEach(share -> print(share.share(), share.low(), share.high(), AnatomyWords.part(share.part())));
            figure.without()
                    .forEach(each -> print(each.lost(), each.low(), each.high(), AnatomyWords.without(each.part())));
        }
    }

    private void print(double value, Double low, Double high, Text what) {
        console.out().println("  " + Numerals.fixed(value, 4) + interval(low, high) + "  " + what.in(console.locale()));
    }

    private static String interval(Double low, Double high) {
        return low == null || high == null ? "" : " [" + Numerals.fixed(low, 4) + ", " + Numerals.fixed(high, 4) + "]";
    }
}
