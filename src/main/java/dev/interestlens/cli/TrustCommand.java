package dev.interestlens.cli;

import dev.interestlens.cli.console.Allowed;
import dev.interestlens.cli.console.Console;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.cli.console.Overwrite;
import dev.interestlens.cli.console.PrintedProgress;
import dev.interestlens.data.plant.PlantedLaw;
import dev.interestlens.data.source.Progress;
import dev.interestlens.figure.Numerals;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.SealedJson;
import dev.interestlens.store.Target;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.trust.Trust;
import dev.interestlens.workspace.trust.TrustReport;
import dev.interestlens.workspace.trust.TrustSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plants causes in copies of a data set, trains on them, and tells which explanations find them. */
@Command(name = "trust", mixinStandardHelpOptions = true, resourceBundle = "dev.interestlens.cli.commands")
final class TrustCommand implements Runnable {
    private final Console console;

    @Option(names = "--data", required = true)
    private Path data;

    @Option(names = "--model", completionCandidates = TrainCommand.Families.class)
    @Allowed(known = TrainCommand.Families.class)
    private String model = ModelCatalog.first().id();

    @Option(names = "--preset", defaultValue = "quick")
    private Preset preset;

    @Option(names = "--set")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--law")
    private List<PlantedLaw> laws = List.of(PlantedLaw.SAME);

    @Option(names = "--seeds", defaultValue = "3")
    @Allowed(min = 1, max = 100)
    private int seeds;

    @Option(names = "--out")
    private Path out;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--progress")
    @Allowed(values = "json")
    private String progress;

    @Mixin
    private Overwrite overwrite;

    TrustCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Target target = out == null ? null : overwrite.file(out, data);
        TrustSettings wanted = new TrustSettings(configuration(), preset.name(), laws, seeds);
        TrustReport report;
        try (Interrupt interrupt = new Interrupt(console)) {
            Progress shown = new PrintedProgress(console, "json".equals(progress), interrupt);
            report = Trust.measure(data, wanted, (run, part) -> train(run, part, interrupt), shown);
        }
        if (target != null) {
            target.write(Disk.real(), file -> file.write(SealedJson.bytes(report)));
            console.say("trust.done", out);
        }
        if (json) {
            console.json(report);
        } else if (progress == null) {
            report.laws().forEach(this::print);
        }
    }

    private ExperimentConfig configuration() {
        return OptionValues.named("--set", () -> {
            ExperimentConfig config = ExperimentConfig.preset(model, preset).withUsualReading();
            for (String setting : settings) {
                config = ConfigJson.set(config, setting);
            }
            return config;
        });
    }

    private void train(RunFolder run, Progress part, Interrupt interrupt) {
        long[] steps = {1};
        new Training(console, entry -> {
                    if (entry instanceof JournalEntry.Started started) {
                        steps[0] = Math.max(1, (long) started.stepsPerEpoch() * started.epochs());
                    } else if (entry instanceof JournalEntry.Step step) {
                        part.at("train", Math.min(1, (double) step.step() / steps[0]));
                    }
                })
                .run(run, interrupt);
    }

    private void print(TrustReport.Law law) {
        console.out().println(console.text("trust.law." + law.law(), law.planted()));
        console.out()
                .println("  "
                        + console.text(
                                law.learnt().said() ? "trust.learnt" : "trust.notLearnt",
                                interval(
                                        law.learnt().auc(),
                                        law.learnt().low(),
                                        law.learnt().high())));
        for (TrustReport.Explained each : law.explainers()) {
            console.out()
                    .println("  "
                            + console.text(
                                    "trust.found",
                                    console.text("trust." + each.name()),
                                    interval(each.recall1(), each.low(), each.high()),
                                    Numerals.fixed(each.recall3(), 3)));
        }
        TrustReport.Untouched rest = law.untouched();
        console.out()
                .println("  "
                        + console.text("trust.untouched", interval(rest.ndcg10Difference(), rest.low(), rest.high())));
        TrustReport.Detectable told = law.detectable();
        console.out().println("  " + console.text("trust.detectable", interval(told.auc(), told.low(), told.high())));
        console.out().flush();
    }

    private static String interval(Double mean, Double low, Double high) {
        if (mean == null) {
            return "–";
        }
        String text = Numerals.fixed(mean, 3);
        return low == null ? text : text + " [" + Numerals.fixed(low, 3) + ", " + Numerals.fixed(high, 3) + "]";
    }
}
