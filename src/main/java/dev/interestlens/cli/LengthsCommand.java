package dev.interestlens.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.cli.console.ConsoleCommand;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.model.config.Needs;
import dev.interestlens.cli.console.ProgressLines;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.synth.FarTargets;
import dev.interestlens.export.report.FigureWords;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.score.HistoryLengths;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how good and how fast a run's model is with histories of several lengths. */
@Command(name = "lengths")
final class LengthsCommand extends ConsoleCommand implements Runnable {
    private static final List<ReadingConfig.Kind> ALL = List.of(
            ReadingConfig.Kind.ALL, ReadingConfig.Kind.RECENT, ReadingConfig.Kind.CATEGORY, ReadingConfig.Kind.DOT);

    @Option(names = "--run", required = true)
    private Path run;

    @Option(names = "--part", defaultValue = "test")
    private Part part;

    @Option(names = "--rows", defaultValue = "2000")
    @Allowed(min = 1, max = 100_000_000)
    private int rows;

    @Option(names = "--length", split = ",", defaultValue = "10,50,200,1000")
    @Allowed(min = 1, max = 10_000)
    private List<Integer> lengths;

    @Option(names = "--reading", split = ",")
    private List<ReadingConfig.Kind> readings = List.of();

    @Option(names = "--recent")
    @Needs(not = "--reading=all")
    @Allowed(min = 1, max = 10_000)
    private Integer recent;

    @Option(names = "--retrieved")
    @Needs(not = "--reading=all|recent")
    @Allowed(min = 1, max = 10_000)
    private Integer retrieved;

    @Option(names = "--targets")
    private Path targets;

    @Mixin
    private ProgressLines progress;

    @Option(names = "--json")
    @Needs(not = "--progress")
    private boolean json;

    @Override
    public void run() {
        boolean lines = progress.wanted();
        Optional<FarTargets> known = Optional.ofNullable(targets).map(FarTargets::read);
        try (OpenRun open = OpenRun.best(new RunFolder(run));
                Interrupt interrupt = new Interrupt(console)) {
            ReadingConfig own = open.model().reading();
            boolean categories = open.data().schema().hasCategory();
            if (readings.contains(ReadingConfig.Kind.CATEGORY) && !categories) {
                throw Problem.usage(LengthsCommand.class, "noCategory")
                        .with("option", "--reading")
                        .ofValue("category");
            }
            TrainedModel model = open.trained();
            List<ReadingConfig> ways = (readings.isEmpty() ? ALL : readings)
                    .stream()
                            .filter(kind -> kind != ReadingConfig.Kind.CATEGORY || categories)
                            .map(kind -> new ReadingConfig(
                                    kind,
                                    recent == null ? own.recent() : recent,
                                    retrieved == null ? own.retrieved() : retrieved,
                                    own.width(),
                                    own.teach()))
                            .filter(way -> isTaken(way, model))
                            .toList();
            HistoryLengths found = HistoryLengths.of(
                    open,
                    new HistoryLengths.Settings(part, rows, lengths, ways),
                    known,
                    progress.printed(console, interrupt));
            if (lines) {
                console.line(new HistoryLengths.Done("done", found));
            } else if (json) {
                ObjectNode tree = (ObjectNode) Json.finite((Object) found);
                open.data().info().mark().forEach(tree::put);
                console.json(tree);
            } else {
                FigureWords.mark(open.data().info()).ifPresent(console::print);
                table(found);
            }
        }
    }

    /** Whether the model can read in a way that was named; one of the usual ways is left out where it cannot. */
    private boolean isTaken(ReadingConfig way, TrainedModel model) {
        boolean taken =
                lengths.stream().anyMatch(length -> model.choice(way, length).isPresent());
        if (!taken && !readings.isEmpty()) {
            throw Problem.usage(LengthsCommand.class, "cannotRead")
                    .with("option", "--reading")
                    .ofValue(way.id());
        }
        return taken;
    }

    private void table(HistoryLengths found) {
        String about = found.candidates() > 1 ? "lengths.drawn" : "lengths.logged";
        console.print(about, found.rows(), found.ofRows(), found.part(), found.candidates());
        console.print("lengths.head");
        found.lengths()
                .forEach(row -> console.row(
                        "%-9s %6d %8.1f %8.4f %8.4f %8.4f %9.3f",
                        row.reading(), row.length(), row.read(), row.auc(), row.gauc(), row.ndcg10(), row.cpuMillis()));
        if (!found.distances().isEmpty()) {
            console.print("lengths.distances");
            found.distances()
                    .forEach(row -> console.row(
                            "%-9s %6d %8d %8.4f %8.3f",
                            row.reading(), row.distance(), row.rows(), row.auc(), row.found()));
        }
        console.out().flush();
    }
}
