package dev.interestlens.cli;

import dev.interestlens.model.config.Allowed;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.MeasuringCommand;
import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.data.plant.PlantedLaw;
import dev.interestlens.data.source.Progress;
import dev.interestlens.figure.Numerals;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Target;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.trust.Trust;
import dev.interestlens.workspace.trust.TrustFile;
import dev.interestlens.workspace.trust.TrustReport;
import dev.interestlens.workspace.trust.TrustSettings;
import dev.interestlens.workspace.trust.TrustWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plants causes in copies of a data set, trains on them, and tells which explanations find them. */
@Command(name = "trust")
final class TrustCommand extends MeasuringCommand implements Runnable {
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

    @Override
    public void run() {
        Target target = overwrite.file(TrustFile.ENDINGS, out, data);
        TrustSettings wanted = new TrustSettings(configuration(), EnumNames.lower(preset), laws, seeds);
        TrustReport report;
        try (Interrupt interrupt = new Interrupt(console)) {
            Progress shown = progress.printed(console, interrupt);
            report = Trust.measure(data, wanted, (run, part) -> train(run, part, interrupt), shown);
        }
        if (target != null) {
            byte[] bytes = TrustFile.bytes(report, out, console.locale());
            target.write(Disk.real(), file -> file.write(bytes));
            console.say("trust.done", out);
        }
        if (json) {
            console.json(report);
        } else if (progress.wanted()) {
            console.line(Map.of("event", "done")); // the report is kept with the data set
        } else {
            console.print(TrustWords.trained(report));
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
        console.print(TrustWords.law(law));
        TrustWords.about(law).forEach(text -> console.out().println("  " + text.in(console.locale())));
        for (TrustReport.Explained each : law.explainers()) {
            console.out()
                    .println("  "
                            + console.text(
                                    "trust.found",
                                    TrustWords.ordering(each.name()).in(console.locale()),
                                    TrustWords.number(each.recall1(), each.low(), each.high())
                                            .in(console.locale()),
                                    Numerals.fixed(each.recall3(), 3)));
        }
        console.out().flush();
    }
}
