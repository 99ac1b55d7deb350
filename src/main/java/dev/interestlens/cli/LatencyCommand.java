package dev.interestlens.cli;

import dev.interestlens.cli.console.ConsoleCommand;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.cli.console.PrintedProgress;
import dev.interestlens.cli.console.ProgressLines;
import dev.interestlens.cli.text.ServingTables;
import dev.interestlens.export.onnx.Precision;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Needs;
import dev.interestlens.store.Problem;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.latency.Latency;
import dev.interestlens.workspace.latency.LatencyReport;
import dev.interestlens.workspace.serving.FrontReport;
import dev.interestlens.workspace.serving.ServingFront;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times how long a run's model takes to rank candidates for one user, stage by stage, and at what quality. */
@Command(name = "latency")
final class LatencyCommand extends ConsoleCommand implements Runnable {
    private static final List<Integer> LENGTHS = List.of(50, 200);

    @Option(names = "--run", required = true)
    private List<Path> runs;

    @Option(names = "--candidates", split = ",")
    @Allowed(min = 1, max = 100_000)
    private List<Integer> candidates = List.of();

    @Option(names = "--length", split = ",")
    @Needs(not = "--pareto")
    @Allowed(min = 0, max = 10_000)
    private List<Integer> lengths = List.of();

    @Option(names = "--threads", defaultValue = "1")
    @Needs(not = "--pareto")
    @Allowed(min = 1, max = 1024)
    private int threads;

    @Option(names = "--pareto")
    private boolean pareto;

    @Option(names = "--history", split = ",")
    @Needs("--pareto")
    @Allowed(min = 1, max = 10_000)
    private List<Integer> histories = List.of();

    @Option(names = "--precision", split = ",", defaultValue = "float")
    @Needs("--pareto")
    @Allowed(values = {"float", "int8", "float16-embeddings"})
    private List<String> precisions;

    @Option(names = "--users")
    @Needs("--pareto")
    @Allowed(min = 1, max = 1_000_000)
    private Integer users;

    @Mixin
    private ProgressLines progress;

    @Option(names = "--json")
    @Needs(not = "--progress")
    private boolean json;

    @Override
    public void run() {
        if (!pareto && runs.size() > 1) {
            throw Problem.usage(LatencyCommand.class, "oneThing").exception();
        }
        if (pareto) {
            OptionValues.one("--candidates", candidates, "--pareto");
        }
        try (Interrupt interrupt = new Interrupt(console)) {
            boolean lines = progress.wanted();
            PrintedProgress printed = progress.printed(console, interrupt);
            if (pareto) {
                front(lines, printed);
            } else {
                stages(lines, printed);
            }
        }
    }

    private void stages(boolean lines, PrintedProgress printed) {
        List<Integer> counts = candidates.isEmpty() ? List.of(1, 10, 100, 1000) : candidates;
        try (OpenRun open = OpenRun.best(new RunFolder(runs.get(0)))) {
            int most = open.model().input().historyLength();
            List<Integer> read = lengths.isEmpty()
                    ? LENGTHS.stream()
                            .map(each -> Math.min(each, most))
                            .distinct()
                            .toList()
                    : lengths;
            LatencyReport report = Latency.of(open, new Latency.Settings(counts, read, threads), printed);
            if (lines) {
                console.line(new LatencyReport.Done("done", report));
            } else if (json) {
                console.json(tree(report));
            } else {
                table(report);
            }
            if (report.busy()) {
                console.say("latency.busy", report.wallOverCpu());
            }
        }
    }

    private int count() {
        return candidates.isEmpty() ? 100 : candidates.get(candidates.size() - 1);
    }

    private void front(boolean lines, PrintedProgress printed) {
        List<RunFolder> folders = runs.stream().map(RunFolder::new).toList();
        int longest = folders.stream()
                .mapToInt(run -> run.read().config().protocol().history().maxLength())
                .max()
                .orElseThrow();
        histories.forEach(each -> OptionValues.named("--history", () -> OpenRun.requireReads(each, longest)));
        ServingFront.Settings settings = new ServingFront.Settings(
                histories.isEmpty() ? ServingFront.HISTORIES : histories,
                precisions.stream().map(Precision::named).toList(),
                count(),
                users == null ? ServingFront.USERS : users);
        FrontReport report = ServingFront.of(folders, settings, printed);
        if (lines) {
            console.line(new FrontReport.Done("done", report));
        } else if (json) {
            console.json(report);
        } else {
            new ServingTables(console).front(report);
        }
    }

    private void table(LatencyReport report) {
        console.print("latency.head");
        report.rows()
                .forEach(row -> console.row(
                        "%10d %6d  %-9s %9.3f %9.3f %9.3f %9.3f %9.3f",
                        row.candidates(),
                        row.length(),
                        row.stage(),
                        row.cpuP50(),
                        row.cpuP99(),
                        row.wallP50(),
                        row.wallP99(),
                        row.first()));
        console.out().flush();
    }

    private static Map<String, Object> tree(LatencyReport report) {
        return Map.of(
                "run", report.run(),
                "model", report.model(),
                "threads", report.threads(),
                "warmUps", report.warmUps(),
                "runs", report.runs(),
                "wallOverCpu", report.wallOverCpu(),
                "busy", report.busy(),
                "load", report.load(),
                "rows", report.rows());
    }
}
