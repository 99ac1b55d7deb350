package dev.interestlens.cli;

import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.PrintedProgress;
import dev.interestlens.cli.console.WritingCommand;
import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.synth.Shop;
import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.look.HistoryRow;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.export.report.ExplanationFile;
import dev.interestlens.export.report.json.ExplanationJson;
import dev.interestlens.measurement.quality.RunExplainer;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.Json;
import dev.interestlens.store.OutputPath;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.Versions;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.NewRun;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.data.SampleData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the bundled sample for seconds, prints an explanation and writes it as a page. */
@Command(name = "demo")
final class DemoCommand extends WritingCommand implements Runnable {
    private static final String MARK = "demo.json";
    private static final FolderKind KIND = new FolderKind(
            Map.of(MARK, "Interest Lens"),
            Pattern.compile("demo\\.json|explanation\\.html|run/("
                    + RunFolder.KIND.contents().pattern() + ")|data/("
                    + Layout.KIND.contents().pattern() + ")|sample/("
                    + Shop.KIND.contents().pattern() + ")"),
            true);
    private static final int SHOWN = 8;
    private static final int TRIED = 400;

    @Option(names = "--out", defaultValue = "interest-lens-demo")
    private Path out;

    @Override
    public void run() {
        begin();
        console.say("demo.start");
        RunFolder folder = new RunFolder(out.resolve("run"));
        try (Interrupt interrupt = new Interrupt(console);
                NewRun begun = NewRun.begin(folder, OutputPath.Existing.REPLACED, List.of())) {
            Path dataset = dataset(interrupt);
            describe(begun, dataset);
            new Training(console, false).run(begun, interrupt);
        }
        try (OpenRun open = OpenRun.best(folder);
                RunExplainer explainer = new RunExplainer(open)) {
            int row = telling(explainer, open);
            Explanation explanation =
                    explainer.explain(Part.TEST, row, false, () -> false).orElseThrow();
            if (!json) {
                print(explanation);
            }
            Path page = out.resolve("explanation.html");
            new ExplanationFile(Disk.real())
                    .write(
                            explanation,
                            explainer.provenance(Part.TEST, row),
                            Optional.empty(),
                            Optional.empty(),
                            console.locale(),
                            page);
            console.say("demo.done", page.toAbsolutePath().normalize());
            if (json) {
                console.json(ExplanationJson.tree(explanation, explainer.provenance(Part.TEST, row)));
            }
        }
    }

    /** A folder of an earlier demo is used again; anything else is left alone. */
    private void begin() {
        if (overwrite.existing() == OutputPath.Existing.REFUSED && KIND.is(out)) {
            return;
        }
        overwrite.folder(out, KIND);
        FileAccess.run(() -> Disk.real().deleteAll(out));
        Json.write(Disk.real(), out.resolve(MARK), Map.of("made", "Interest Lens " + Versions.program()));
    }

    private Path dataset(Interrupt interrupt) {
        Path dataset = out.resolve("data").toAbsolutePath().normalize();
        if (!Files.exists(dataset.resolve("dataset.json"))) {
            Path source = SampleData.unpack(Disk.real(), out.resolve("sample"));
            Sources.prepare(
                            List.of(source),
                            PrepareOptions.defaults(),
                            dataset,
                            new PrintedProgress(console, false, interrupt))
                    .close();
        }
        return dataset;
    }

    private static void describe(NewRun run, Path dataset) {
        ExperimentConfig config = ExperimentConfig.preset(ModelCatalog.first().id(), Preset.QUICK);
        try (PreparedDataset data = PreparedDataset.open(dataset)) {
            run.describe(Trainer.described("demo", dataset, data.info().fingerprint(), config));
        }
    }

    /** The first chosen item whose sentence may say "because"; the first row where there is none. */
    private static int telling(RunExplainer explainer, OpenRun open) {
        int tried = 0;
        float[] labels = open.samples().labels(Part.TEST);
        for (int row = 0; row < labels.length && tried < TRIED; row++) {
            if (labels[row] == 1) {
                tried++;
                var impression = explainer.impressions().of(Part.TEST, row);
                var looked = explainer.explainer().look(impression);
                var effects = explainer.explainer().effects(impression);
                if (explainer.explainer().sentence(impression, looked, effects).template()
                        == Sentence.Template.STRONG) {
                    return row;
                }
            }
        }
        return 0;
    }

    private void print(Explanation explanation) {
        console.print(
                "demo.score",
                explanation.score(),
                explanation.impression().label(),
                explanation.impression().candidate().title().in(console.locale()));
        console.print(explanation.sentence().text());
        explanation.history().stream()
                .sorted(Comparator.comparingDouble((HistoryRow r) -> -Math.abs(r.effect())))
                .limit(SHOWN)
                .forEach(r -> console.out()
                        .println("  "
                                + console.text(
                                        "demo.row",
                                        r.behaviour().item().title().in(console.locale()),
                                        r.look(),
                                        r.effect())));
    }
}
