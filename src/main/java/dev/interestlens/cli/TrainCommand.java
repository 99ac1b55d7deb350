package dev.interestlens.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.cli.console.DataArgument;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.MeasuringCommand;
import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.cli.document.RunJson;
import dev.interestlens.cli.text.PreparedText;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.export.report.RivalWords;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Needs;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Json;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.Without;
import dev.interestlens.workspace.LeftOut;
import dev.interestlens.workspace.NewRun;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a run, or goes on with one that is there. */
@Command(name = "train")
final class TrainCommand extends MeasuringCommand implements Runnable {
    /** All families. */
    static final class Families implements Supplier<List<String>>, Iterable<String> {
        @Override
        public List<String> get() {
            return ModelCatalog.ids();
        }

        @Override
        public Iterator<String> iterator() {
            return get().iterator();
        }
    }

    private final Set<String> named = new HashSet<>(); // settings that a person chose

    @Option(names = "--data")
    private Path data;

    @Option(names = "--model", completionCandidates = Families.class)
    @Needs("--data")
    @Allowed(known = Families.class)
    private String model;

    @Option(names = "--preset", defaultValue = "balanced")
    @Needs("--data")
    private Preset preset;

    @Option(names = "--config")
    @Needs("--data")
    private Path config;

    @Option(names = "--set")
    @Needs("--data")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--run", required = true)
    private Path run;

    @Option(names = "--name")
    @Needs("--data")
    @Allowed
    private String name;

    @Option(names = "--device")
    @Needs("--data")
    @Allowed(
            values = {"cpu", "gpu0", "gpu1"},
            form = "gpu\\d{1,3}")
    private String device;

    @Option(names = "--threads")
    @Needs("--data")
    @Allowed(min = 1, max = 1024)
    private Integer threads;

    @Option(names = "--seed")
    @Needs("--data")
    @Allowed(min = Long.MIN_VALUE, max = Long.MAX_VALUE)
    private Long seed;

    @Option(names = "--without")
    @Needs("--data")
    private String without;

    @Option(names = "--tensorboard")
    private Path tensorboard;

    @Override
    public void run() {
        RunFolder folder = new RunFolder(run);
        if (data == null) {
            resume(folder);
        } else {
            begin(folder);
        }
        RunSummary summary = RunSummary.of(folder);
        if (summary.compared() != null && !progress.wanted()) {
            console.say(RivalWords.line(summary.compared()));
        }
        if (json) {
            console.json(RunJson.of(run.toString(), summary));
        }
    }

    /** Goes on where it stopped. */
    private void resume(RunFolder folder) {
        OptionValues.idle(overwrite.existing() == OutputPath.Existing.REPLACED, "--overwrite", run);
        folder.read();
        try (Interrupt interrupt = new Interrupt(console)) {
            new Training(console, progress.wanted(), tensorboard).run(folder, interrupt);
        }
    }

    private void begin(RunFolder folder) {
        ExperimentConfig chosen = configuration();
        List<Path> inputs = config == null ? List.of(data) : List.of(data, config);
        try (Interrupt interrupt = new Interrupt(console);
                NewRun begun = folder.path().equals(console.job())
                        ? NewRun.ofJob(folder)
                        : NewRun.begin(folder, overwrite.existing(), inputs)) {
            Path dataset = DataArgument.dataset(
                    console,
                    data,
                    folder.path().resolve("data"),
                    progress.printed(console, interrupt),
                    info -> PreparedText.tellOnTheWay(console, data, info));
            try (PreparedDataset opened = PreparedDataset.open(dataset)) {
                chosen = LogProtocol.taken(console, chosen, named, opened.info());
                begun.describe(Trainer.described(
                                name == null ? folder.folderName() : name,
                                dataset,
                                opened.info().fingerprint(),
                                chosen)
                        .without(leftOut(opened)));
            }
            new Training(console, progress.wanted(), tensorboard).run(begun, interrupt);
        }
    }

    /** What the filter matches is told before the training, which may take long; null without a filter. */
    private Without leftOut(PreparedDataset opened) {
        if (without == null) {
            return null;
        }
        Without found = LeftOut.of(opened, without).without();
        console.say("train.without", found.filter(), found.events() + found.impressions(), found.users());
        return found;
    }

    /** Preset, then the file, then single settings. */
    private ExperimentConfig configuration() {
        ExperimentConfig chosen = config == null
                ? ExperimentConfig.preset(model == null ? ModelCatalog.first().id() : model, preset)
                : Json.object(config, this::withFile);
        settings.forEach(setting -> named.add(setting.split("=", 2)[0]));
        ExperimentConfig before = chosen;
        chosen = OptionValues.named("--set", () -> changed(before, settings));
        boolean said = settings.stream().anyMatch(setting -> setting.startsWith("model.reading.kind="));
        if (config == null && !said) {
            chosen = chosen.withUsualReading();
        }
        List<String> all = new ArrayList<>();
        if (device != null) {
            all.add("training.device=" + device);
        }
        if (threads != null) {
            all.add("training.threads=" + threads);
        }
        if (seed != null) {
            all.add("training.seed=" + seed);
        }
        return changed(chosen, all);
    }

    private ExperimentConfig withFile(ObjectNode changes) {
        named.addAll(ConfigJson.names(changes));
        Optional<String> named = ConfigJson.familyOf(changes);
        if (model != null && named.isPresent() && !named.get().equals(model)) {
            throw Problem.usage(TrainCommand.class, "otherFamily")
                    .value(named.get())
                    .exception("model", model);
        }
        String id = model != null ? model : named.orElse(ModelCatalog.first().id());
        return ConfigJson.overlay(ExperimentConfig.preset(id, preset), changes);
    }

    private static ExperimentConfig changed(ExperimentConfig config, List<String> settings) {
        ExperimentConfig changed = config;
        for (String setting : settings) {
            changed = ConfigJson.set(changed, setting);
        }
        return changed;
    }
}
