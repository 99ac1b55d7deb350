package dev.interestlens.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.cli.console.WritingCommand;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.export.report.ExplanationFile;
import dev.interestlens.export.report.MeasuredFidelity;
import dev.interestlens.export.report.json.ExplanationJson;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.measurement.quality.RunExplainer;
import dev.interestlens.measurement.quality.RunFidelity;
import dev.interestlens.model.config.Needs;
import dev.interestlens.store.Disk;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Explains one prediction or several: as a file whose ending names the format, or as JSON. */
@Command(name = "explain")
final class ExplainCommand extends WritingCommand implements Runnable {
    @Option(names = "--run", required = true)
    private Path run;

    @Option(names = "--part", defaultValue = "test")
    private Part part;

    @Option(names = "--sample", required = true)
    private String sample;

    @Option(names = "--view")
    @Needs("--out")
    private String view;

    @Option(names = "--beyond")
    private boolean beyond;

    @Option(names = "--out")
    private Path out;

    @Override
    public void run() {
        if (view != null && !(isOne() && FigureFile.ENDINGS.contains(OutputPath.ending(out)))) {
            throw Problem.usage(ExplainCommand.class, "viewNeedsFile")
                    .with("option", "--view")
                    .ofValue(view);
        }
        OutputPath target = overwrite.file(isOne() ? ExplanationFile.ENDINGS : ExplanationFile.ENDINGS_OF_SEVERAL, out);
        RunFolder folder = new RunFolder(run);
        try (OpenRun open = OpenRun.best(folder);
                RunExplainer explainer = new RunExplainer(open);
                Interrupt interrupt = new Interrupt(console)) {
            int[] rows = OptionValues.named(
                    "--sample", () -> SampleRows.of(sample, open.samples().size(part)));
            Optional<MeasuredFidelity> model = RunFidelity.read(folder);
            List<ExplanationFile.Sourced> all = new ArrayList<>();
            for (int row : rows) {
                all.add(new ExplanationFile.Sourced(
                        explainer.explain(part, row, beyond, interrupt::wished).orElseThrow(() -> Problem.cancelled(
                                        ExplainCommand.class, "explainCancelled")
                                .exception()),
                        explainer.provenance(part, row)));
            }
            if (target != null) {
                target.make(Disk.real(), work -> write(all, model, work.made()));
                console.say("explain.done", out);
            }
            if (json || out == null) {
                console.json(tree(all));
            }
        }
    }

    /** One document, also of several. */
    private static ObjectNode tree(List<ExplanationFile.Sourced> all) {
        List<ObjectNode> trees = all.stream()
                .map(each -> ExplanationJson.tree(each.explanation(), each.source()))
                .toList();
        if (trees.size() == 1) {
            return trees.get(0);
        }
        ObjectNode several = JsonNodeFactory.instance.objectNode();
        several.putArray("samples").addAll(trees);
        return several;
    }

    private boolean isOne() {
        return sample.strip().matches("\\d+");
    }

    private Path write(List<ExplanationFile.Sourced> all, Optional<MeasuredFidelity> model, Path target) {
        ExplanationFile file = new ExplanationFile(Disk.real());
        if (all.size() > 1) {
            file.write(all, model, console.locale(), target);
            return target;
        }
        Explanation only = all.get(0).explanation();
        Optional<Drawing> chosen = Optional.ofNullable(view)
                .map(name -> only.view(name).orElseThrow(() -> Problem.usage(ExplainCommand.class, "noSuchView")
                        .value(name)
                        .exception(
                                "views", only.panels().stream().map(Panel::name).collect(Collectors.joining(", ")))));
        file.write(only, all.get(0).source(), chosen, model, console.locale(), target);
        return target;
    }
}
