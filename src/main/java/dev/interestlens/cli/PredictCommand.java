package dev.interestlens.cli;

import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.MeasuringCommand;
import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.cli.console.PairTimes;
import dev.interestlens.cli.document.PredictionJson;
import dev.interestlens.data.Field;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.source.prepare.RequestTable;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Needs;
import dev.interestlens.store.OutputPath;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.score.BatchPrediction;
import dev.interestlens.workspace.score.OnnxScorer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores every row of a part, or every pair of a CSV or Parquet file, into a CSV or Parquet file; continues where it was killed. */
@Command(name = "predict")
final class PredictCommand extends MeasuringCommand implements Runnable {
    @Option(names = "--run", required = true)
    private Path run;

    @Option(names = "--part")
    @Needs(not = "--pairs")
    private Part part;

    @Option(names = "--data")
    private Path data;

    @Option(names = "--pairs")
    private Path pairs;

    @Option(names = "--map", split = OptionValues.BETWEEN_PAIRS, splitSynopsisLabel = ",")
    @Needs("--pairs")
    private Map<String, String> map = Map.of();

    @Mixin
    private PairTimes times;

    @Option(names = "--where", defaultValue = "")
    @Needs(not = "--pairs")
    private String where;

    @Option(names = "--engine", defaultValue = "torch")
    @Allowed(values = {"torch", "onnx"})
    private String engine;

    @Option(names = "--out", required = true)
    private Path out;

    @Override
    public void run() {
        String time = times.format();
        OutputPath target = overwrite.file(BatchPrediction.ENDINGS, out, pairs);
        RunFolder folder = new RunFolder(run);
        try (OpenRun open = data == null ? OpenRun.best(folder) : OpenRun.best(folder, data);
                OnnxScorer onnx = engine.equals("onnx") ? OnnxScorer.of(open) : null;
                Interrupt interrupt = new Interrupt(console)) {
            BatchPrediction prediction = new BatchPrediction(
                    onnx == null ? open : onnx, target, progress.printed(console, interrupt), BatchPrediction.PIECE);
            BatchPrediction.Result result = pairs == null
                    ? prediction.part(part == null ? Part.TEST : part, where)
                    : prediction.file(pairs, RequestTable.columns(map), time);
            if (result.taken() > 0) {
                console.say("predict.resumed", result.taken());
            }
            List<Field> contexts = open.data().schema().contextFields();
            if (pairs != null && !contexts.isEmpty()) {
                console.say(
                        "predict.noContext", contexts.stream().map(Field::name).collect(Collectors.joining(", ")));
            }
            if (result.unscored() > 0) {
                console.say("predict.unscored", result.unscored());
            }
            console.say("predict.done", result.rows(), out);
            if (json) {
                console.json(PredictionJson.of(out.toString(), result));
            }
        }
    }
}
