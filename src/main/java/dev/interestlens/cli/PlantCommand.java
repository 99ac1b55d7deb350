package dev.interestlens.cli;

import dev.interestlens.cli.console.WritingCommand;
import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.plant.PlantReport;
import dev.interestlens.data.plant.PlantSettings;
import dev.interestlens.data.plant.PlantedCopy;
import dev.interestlens.data.plant.PlantedLaw;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.store.Disk;
import dev.interestlens.store.OutputPath;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plants causes in a copy of a data set. */
@Command(name = "plant")
final class PlantCommand extends WritingCommand implements Runnable {
    @Option(names = "--data", required = true)
    private Path data;

    @Option(names = "--out", required = true)
    private Path out;

    @Option(names = "--law", defaultValue = "same")
    private PlantedLaw law;

    @Option(names = "--share", defaultValue = "0.02")
    @Allowed(min = 0.0001, max = 0.25)
    private double share;

    @Option(names = "--seed", defaultValue = "7")
    @Allowed(min = Long.MIN_VALUE, max = Long.MAX_VALUE)
    private long seed;

    @Override
    public void run() {
        OutputPath target = overwrite.folder(out, Layout.KIND, data);
        try (PreparedDataset log = PreparedDataset.open(data)) {
            PlantReport report = PlantedCopy.write(log, new PlantSettings(law, share, seed), target, Disk.real());
            PlantReport.Parts planted = report.planted();
            console.say(
                    "plant.done",
                    out,
                    planted.train() + planted.valid() + planted.test(),
                    report.users(),
                    planted.train(),
                    planted.valid(),
                    planted.test(),
                    report.decoys(),
                    report.events(),
                    log.events());
            if (json) {
                console.json(report);
            }
        }
    }
}
