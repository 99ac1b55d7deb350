package dev.interestlens.cli;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.explain.Explanation;
import dev.interestlens.export.report.ExplanationFile;
import dev.interestlens.export.report.ExplanationJson;
import dev.interestlens.export.report.Provenance;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.train.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.RunExplainer;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Explains one prediction: to a file by its ending, or as JSON. */
@Command(name = "explain", mixinStandardHelpOptions = true, resourceBundle = "dev.interestlens.cli.commands")
final class ExplainCommand implements Runnable {
    private final Console console;

    @Option(names = "--run", required = true)
    private Path run;

    @Option(names = "--part", defaultValue = "test")
    private Part part;

    @Option(names = "--sample", required = true)
    private int sample;

    @Option(names = "--out")
    private Path out;

    @Option(names = "--json")
    private boolean json;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        try (OpenRun open = OpenRun.best(new RunFolder(run));
                RunExplainer explainer = new RunExplainer(open)) {
            int count = open.samples().size(part);
            if (sample < 0 || sample >= count) {
                throw Problem.usage(ExplainCommand.class, "noSuchSample")
                        .value(Integer.toString(sample))
                        .with("count", count)
                        .with("last", count - 1)
                        .exception();
            }
            Explanation explanation = explainer
                    .explainer()
                    .explain(explainer.impressions().of(part, sample), () -> false)
                    .orElseThrow();
            Provenance provenance = explainer.provenance(part, sample);
            if (out != null) {
                new ExplanationFile(Disk.real()).write(explanation, provenance, console.locale(), out);
                console.say("explain.done", out);
            }
            if (json || out == null) {
                console.json(ExplanationJson.tree(explanation, provenance));
            }
        }
    }
}
