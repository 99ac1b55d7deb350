package dev.interestlens.cli;

import dev.interestlens.export.bundle.Bundle;
import dev.interestlens.export.bundle.BundleManifest;
import dev.interestlens.export.serving.ServingExport;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Target;
import dev.interestlens.train.RunFolder;
import dev.interestlens.workspace.ModelExport;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a run's model in a format that others read, and checks it by reading it back. */
@Command(name = "export", mixinStandardHelpOptions = true, resourceBundle = "dev.interestlens.cli.commands")
final class ExportCommand implements Runnable {
    private final Console console;

    @Option(names = "--run", required = true)
    private Path run;

    @Option(names = "--format", required = true)
    private ModelExport.Format format;

    @Option(names = "--out", required = true)
    private Path out;

    @Option(names = "--attention")
    private boolean attention;

    @Option(names = "--serving")
    private boolean serving;

    @Option(names = "--fidelity")
    private Path fidelity;

    @Option(names = "--measure-fidelity")
    private boolean measure;

    @Option(names = "--progress")
    @Allowed(values = "json")
    private String progress;

    @Option(names = "--json")
    private boolean json;

    @Mixin
    private Overwrite overwrite;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Target target = target();
        boolean lines = "json".equals(progress);
        try (OpenRun open = OpenRun.best(new RunFolder(run));
                Interrupt interrupt = new Interrupt(console)) {
            PrintedProgress printed = new PrintedProgress(console, lines, interrupt);
            ModelExport.Extras extras = new ModelExport.Extras(attention, fidelity, measure);
            ModelExport.Done done = serving
                    ? ModelExport.serving(open, target, printed)
                    : ModelExport.write(open, format, target, extras, printed);
            console.say("export.done", out, done.deviation(), done.rows());
            if (lines) {
                console.line(done);
            } else if (json) {
                console.json(Map.of("file", done.file(), "rows", done.rows(), "deviation", done.deviation()));
            }
        }
    }

    private Target target() {
        if (serving) {
            if (format != ModelExport.Format.ONNX || attention) {
                throw Problem.usage(ExportCommand.class, "servingIsOnnx").exception();
            }
            return overwrite.folder(out, ServingExport.KIND, run);
        }
        return format == ModelExport.Format.BUNDLE && !Bundle.isZipName(out)
                ? overwrite.folder(out, BundleManifest.KIND, run, fidelity)
                : overwrite.file(out, run, fidelity);
    }
}
