package dev.interestlens.cli.export;

import dev.interestlens.cli.console.ConsoleCommand;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.cli.console.Overwrite;
import dev.interestlens.cli.console.PrintedProgress;
import dev.interestlens.cli.console.ProgressLines;
import dev.interestlens.export.PrecisionCost;
import dev.interestlens.export.bundle.Bundle;
import dev.interestlens.export.bundle.BundleManifest;
import dev.interestlens.export.onnx.Precision;
import dev.interestlens.export.serving.ServingExport;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Needs;
import dev.interestlens.publish.ModelExport;
import dev.interestlens.store.OutputPath;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a run's model in a format that others read, and checks it by reading it back. */
@Command(name = "export")
public final class ExportCommand extends ConsoleCommand implements Runnable {
    @Option(names = "--run")
    @Needs(not = "--format=croissant|recbole")
    private Path run;

    @Option(names = "--data")
    @Needs(not = "--format=bundle|onnx|torchscript|safetensors|tensorboard|mlflow")
    private Path data;

    @Option(names = "--format", required = true)
    private ExportFormat format;

    @Option(names = "--out", required = true)
    private Path out;

    @Option(names = "--attention")
    @Needs(value = "--format=onnx|torchscript", not = "--serving")
    private boolean attention;

    @Option(names = "--serving")
    @Needs("--format=onnx")
    private boolean serving;

    @Option(names = "--precision", defaultValue = "float")
    @Needs("--format=onnx")
    @Allowed(values = {"float", "int8", "float16-embeddings"})
    private String precision;

    @Option(names = "--history")
    @Needs("--format=onnx")
    @Allowed(min = 1, max = 10_000)
    private Integer history;

    @Option(names = "--fidelity")
    @Needs("--format=bundle")
    private Path fidelity;

    @Option(names = "--measure-fidelity")
    @Needs(value = "--format=bundle", not = "--fidelity")
    private boolean measure;

    @Mixin
    private ProgressLines progress;

    @Option(names = "--json")
    @Needs(not = "--progress")
    private boolean json;

    @Mixin
    private Overwrite overwrite;

    @Override
    public void run() {
        Exchange exchange = new Exchange(format, run, data);
        exchange.check();
        if (format.model() == null) {
            exchange(exchange);
            return;
        }
        OutputPath target = target();
        boolean lines = progress.wanted();
        ModelExport.Numbers numbers =
                new ModelExport.Numbers(Precision.named(precision), history == null ? 0 : history);
        try (OpenRun open = OpenRun.best(new RunFolder(run));
                Interrupt interrupt = new Interrupt(console)) {
            OptionValues.named("--history", () -> numbers.historyOf(open));
            PrintedProgress printed = progress.printed(console, interrupt);
            ModelExport.Extras extras = new ModelExport.Extras(attention, fidelity, measure);
            ModelExport.Done done = serving
                    ? ModelExport.serving(open, target, numbers, printed)
                    : format == ExportFormat.ONNX
                            ? ModelExport.onnx(open, target, extras, numbers, printed)
                            : ModelExport.write(open, format.model(), target, extras, printed);
            console.say("export.done", out, done.deviation(), done.rows());
            if (done.precision() != null) {
                cost(done.precision());
            }
            if (lines) {
                console.line(done);
            } else if (json) {
                console.json(tree(done));
            }
        }
    }

    private void exchange(Exchange exchange) {
        OutputPath target = overwrite.folder(out, exchange.kind(), run, data);
        boolean lines = progress.wanted();
        try (Interrupt interrupt = new Interrupt(console)) {
            exchange.write(target, console.locale(), progress.printed(console, interrupt));
        }
        console.say("export.written", out);
        if (lines) {
            console.line(Map.of("event", "done", "file", out.toString()));
        } else if (json) {
            console.json(Map.of("file", out.toString()));
        }
    }

    private void cost(PrecisionCost cost) {
        console.say(
                cost.changed() == 0 ? "export.precisionNone" : "export.precision",
                cost.precision(),
                cost.changed(),
                cost.rows(),
                cost.auc(),
                cost.aucOfFloat(),
                cost.largestScore(),
                cost.bytes(),
                cost.bytesOfFloat());
    }

    private static Map<String, Object> tree(ModelExport.Done done) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", done.file());
        tree.put("rows", done.rows());
        tree.put("deviation", done.deviation());
        tree.put("history", done.history());
        if (done.precision() != null) {
            tree.put("precision", done.precision());
        }
        return tree;
    }

    private OutputPath target() {
        if (serving) {
            return overwrite.folder(out, ServingExport.KIND, run);
        }
        return format == ExportFormat.BUNDLE && !Bundle.isZipName(out)
                ? overwrite.folder(out, BundleManifest.KIND, run, fidelity)
                : overwrite.file(out, run, fidelity);
    }
}
