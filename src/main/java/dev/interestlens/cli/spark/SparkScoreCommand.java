package dev.interestlens.cli.spark;

import dev.interestlens.cli.console.ClusterJobs;
import dev.interestlens.cli.console.ConsoleCommand;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.cli.console.Overwrite;
import dev.interestlens.cli.console.PairTimes;
import dev.interestlens.cli.console.ProgressLines;
import dev.interestlens.cli.document.PredictionJson;
import dev.interestlens.model.config.Needs;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.score.BatchPrediction;
import dev.interestlens.workspace.score.OnnxScorer;
import dev.interestlens.workspace.score.SparkSubmit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Scores pairs on Spark as {@code predict --engine onnx} does here. Where the line is printed, the run's model is written as an ONNX file: the
 * cluster needs only this file and the data set.
 */
@Command(name = "score")
public final class SparkScoreCommand extends ConsoleCommand implements Runnable {
    @Option(names = "--run")
    @Needs("--print")
    private Path run;

    @Option(names = "--onnx", required = true)
    private Path onnx;

    @Option(names = "--data")
    private Path data;

    @Option(names = "--pairs", required = true)
    private Path pairs;

    @Option(names = "--map", split = OptionValues.BETWEEN_PAIRS, splitSynopsisLabel = ",")
    private Map<String, String> map = Map.of();

    @Mixin
    private PairTimes times;

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
        String time = times.format();
        OutputPath.requireEnding(out, BatchPrediction.ENDINGS);
        if (printing.wanted(console)) {
            print();
            return;
        }
        if (data == null) {
            throw Problem.usage(SparkCommand.class, "scoreNeeds").exception("option", "--data");
        }
        OutputPath target = overwrite.file(out, pairs);
        try (Interrupt interrupt = new Interrupt(console)) {
            BatchPrediction.Result result = console.cluster()
                    .score(
                            new ClusterJobs.Scoring(onnx, data, pairs, map, time),
                            target,
                            progress.printed(console, interrupt));
            if (result.unscored() > 0) {
                console.say("predict.unscored", result.unscored());
            }
            console.say("predict.done", result.rows(), out);
            printing.done(PredictionJson.of(out.toString(), result), console);
        }
    }

    private void print() {
        if (run == null) {
            throw Problem.usage(SparkCommand.class, "scoreNeeds").exception("option", "--run");
        }
        OutputPath file = overwrite.file(onnx);
        RunFolder folder = new RunFolder(run);
        try (OpenRun open = data == null ? OpenRun.best(folder) : OpenRun.best(folder, data)) {
            OnnxScorer.write(open, file);
            List<String> arguments = new ArrayList<>(List.of("score"));
            arguments.addAll(List.of("--onnx", SparkSubmit.location(onnx.toString())));
            arguments.addAll(
                    List.of("--data", SparkSubmit.location(open.data().folder().toString())));
            arguments.addAll(List.of("--pairs", SparkSubmit.location(pairs.toString())));
            arguments.addAll(List.of("--out", SparkSubmit.location(out.toString())));
            arguments.addAll(SparkSubmit.map(map));
            arguments.addAll(times.arguments());
            arguments.addAll(overwrite.arguments());
            printing.line(arguments, progress.wanted(), console);
        }
    }
}
