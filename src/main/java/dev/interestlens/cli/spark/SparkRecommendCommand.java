package dev.interestlens.cli.spark;

import dev.interestlens.cli.console.AskedLists;
import dev.interestlens.cli.console.ClusterJobs;
import dev.interestlens.cli.console.ConsoleCommand;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.Overwrite;
import dev.interestlens.cli.console.ProgressLines;
import dev.interestlens.cli.document.ListsJson;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.recommend.Recommendation;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.score.BatchRecommendation;
import dev.interestlens.workspace.score.SparkSubmit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Recommends to many users on Spark as {@code recommend} does here, with the same engine. */
@Command(name = "recommend")
public final class SparkRecommendCommand extends ConsoleCommand implements Runnable {
    @Option(names = "--run", required = true)
    private Path run;

    @Option(names = "--data")
    private Path data;

    @Option(names = "--users")
    private Path users;

    @Option(names = "--all")
    private boolean all;

    @Mixin
    private AskedLists asked;

    @Option(names = "--out", required = true)
    private Path out;

    @Mixin
    private ProgressLines progress;

    @Mixin
    private SparkCommand.Printing printing;

    @Mixin
    private Overwrite overwrite;

    @Override
    public void run() {
        if (all == (users != null)) {
            throw Problem.usage(SparkCommand.class, "allOrUsers").exception();
        }
        OutputPath.requireEnding(out, BatchRecommendation.ENDINGS);
        RunDescription described = new RunFolder(run).read();
        Path dataset = data == null ? described.dataset() : data;
        try (PreparedDataset opened = PreparedDataset.open(dataset)) {
            ExperimentConfig config = described.config();
            Recommendation.Wish wish = asked.wish(SampleSet.build(opened, config.protocol(), config.evaluationSeed()));
            if (printing.wanted(console)) {
                printing.line(arguments(dataset), progress.wanted(), console);
            } else {
                recommend(new ClusterJobs.Recommending(run, dataset, users, asked.at(), wish, console.locale()));
            }
        }
    }

    private void recommend(ClusterJobs.Recommending wanted) {
        OutputPath target = users == null ? overwrite.file(out) : overwrite.file(out, users);
        try (Interrupt interrupt = new Interrupt(console)) {
            BatchRecommendation.Result result =
                    console.cluster().recommend(wanted, target, progress.printed(console, interrupt));
            if (result.empty() > 0) {
                console.say("recommend.empty", result.empty());
            }
            console.say("recommend.done", result.users(), out);
            printing.done(ListsJson.of(out.toString(), result), console);
        }
    }

    private List<String> arguments(Path dataset) {
        List<String> arguments = new ArrayList<>(List.of("recommend"));
        arguments.addAll(List.of("--run", SparkSubmit.location(run.toString())));
        arguments.addAll(List.of("--data", SparkSubmit.location(dataset.toString())));
        if (all) {
            arguments.add("--all");
        } else {
            arguments.addAll(List.of("--users", SparkSubmit.location(users.toString())));
        }
        arguments.addAll(asked.arguments());
        arguments.addAll(List.of("--out", SparkSubmit.location(out.toString())));
        arguments.addAll(overwrite.arguments());
        return arguments;
    }
}
