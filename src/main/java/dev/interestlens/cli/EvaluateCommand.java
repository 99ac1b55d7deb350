package dev.interestlens.cli;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.metric.Interval;
import dev.interestlens.train.RunFolder;
import dev.interestlens.workspace.Evaluation;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures a run's model, beside baselines and leak probes. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, resourceBundle = "dev.interestlens.cli.commands")
final class EvaluateCommand implements Runnable {
    private final Console console;

    @Option(names = "--run", required = true)
    private Path run;

    @Option(names = "--part", defaultValue = "test")
    private Part part;

    @Option(names = "--data")
    private Path data;

    @Option(names = "--json")
    private boolean json;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        RunFolder folder = new RunFolder(run);
        try (OpenRun open = data == null ? OpenRun.best(folder) : OpenRun.best(folder, data)) {
            Evaluation evaluation = Evaluation.of(open, part);
            if (json) {
                console.json(tree(evaluation));
            } else {
                print(evaluation);
            }
        }
    }

    private static Map<String, Object> tree(Evaluation evaluation) {
        Map<String, Object> tree = new LinkedHashMap<>(finite(evaluation.figures()));
        tree.put("part", evaluation.part().name().toLowerCase(Locale.ROOT));
        tree.put("samples", evaluation.samples());
        tree.put("users", evaluation.users());
        tree.put("intervals", evaluation.intervals());
        tree.put("baselines", finite(evaluation.baselines()));
        tree.put("probes", finite(evaluation.probes()));
        return tree;
    }

    /** JSON has no NaN: what is not defined is null. */
    private static Map<String, Double> finite(Map<String, Double> figures) {
        Map<String, Double> finite = new LinkedHashMap<>();
        figures.forEach((name, value) -> finite.put(name, Double.isFinite(value) ? value : null));
        return finite;
    }

    private void print(Evaluation evaluation) {
        console.out().println(console.text("evaluate.title", evaluation.samples(), evaluation.users()));
        evaluation.figures().forEach((name, value) -> {
            Interval interval = evaluation.intervals().get(name);
            String range = interval == null ? "" : String.format("  [%.4f, %.4f]", interval.low(), interval.high());
            console.out().println(String.format("  %-20s %.4f%s", name, value, range));
        });
        console.out().println(console.text("evaluate.baselines"));
        evaluation.baselines().forEach(this::figure);
        console.out().println(console.text("evaluate.probes"));
        evaluation.probes().forEach(this::figure);
    }

    private void figure(String name, double value) {
        console.out().println(String.format("  %-20s %.4f", name, value));
    }
}
