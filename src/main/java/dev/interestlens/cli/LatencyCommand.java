package dev.interestlens.cli;

import dev.interestlens.train.RunFolder;
import dev.interestlens.workspace.Latency;
import dev.interestlens.workspace.LatencyReport;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Times how long a run's model takes to rank candidates for one user, stage by stage. */
@Command(name = "latency", mixinStandardHelpOptions = true, resourceBundle = "dev.interestlens.cli.commands")
final class LatencyCommand implements Runnable {
    private final Console console;

    @Option(names = "--run", required = true)
    private Path run;

    @Option(names = "--candidates", split = ",", defaultValue = "1,10,100,1000")
    @Allowed(min = 1, max = 100_000)
    private List<Integer> candidates;

    @Option(names = "--length", split = ",", defaultValue = "50,200")
    @Allowed(min = 0, max = 10_000)
    private List<Integer> lengths;

    @Option(names = "--threads", defaultValue = "1")
    @Allowed(min = 1, max = 1024)
    private int threads;

    @Option(names = "--progress")
    @Allowed(values = "json")
    private String progress;

    @Option(names = "--json")
    private boolean json;

    LatencyCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        try (OpenRun open = OpenRun.best(new RunFolder(run));
                Interrupt interrupt = new Interrupt(console)) {
            boolean lines = "json".equals(progress);
            LatencyReport report = Latency.of(
                    open,
                    new Latency.Settings(candidates, lengths, threads),
                    new PrintedProgress(console, lines, interrupt));
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

    private void table(LatencyReport report) {
        console.out().println(console.text("latency.head"));
        report.rows().forEach(row -> console.out()
                .printf(
                        "%10d %6d  %-9s %9.3f %9.3f %9.3f %9.3f %9.3f%n",
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
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("run", report.run());
        tree.put("model", report.model());
        tree.put("threads", report.threads());
        tree.put("warmUps", report.warmUps());
        tree.put("runs", report.runs());
        tree.put("wallOverCpu", report.wallOverCpu());
        tree.put("busy", report.busy());
        tree.put("load", report.load());
        tree.put("rows", report.rows());
        return tree;
    }
}
