package dev.interestlens.cli;

import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.cli.console.WritingCommand;
import dev.interestlens.data.synth.FarCause;
import dev.interestlens.data.synth.FarSettings;
import dev.interestlens.data.synth.FarShop;
import dev.interestlens.data.synth.LogKind;
import dev.interestlens.data.synth.PlantedLog;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Needs;
import dev.interestlens.store.Disk;
import dev.interestlens.store.OutputPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a shop with planted causes. */
@Command(name = "generate")
final class GenerateCommand extends WritingCommand implements Runnable {
    @Option(names = "--out", required = true)
    private Path out;

    @Option(names = "--kind", defaultValue = "mixed")
    private LogKind kind;

    @Option(names = "--cause")
    @Needs("--kind=far")
    private FarCause cause;

    @Option(names = "--length")
    @Needs("--kind=far")
    @Allowed(min = 50, max = 100_000)
    private Integer length;

    @Option(names = "--distance", split = ",")
    @Needs("--kind=far")
    @Allowed(min = 1, max = 100_000)
    private List<Integer> distances;

    @Option(names = "--repeats", defaultValue = "0")
    @Needs(not = "--kind=pair|fields|far")
    @Allowed(min = 0, max = 1)
    private double repeats;

    @Option(names = "--users", defaultValue = "2000")
    @Allowed(min = 1, max = 10_000_000)
    private int users;

    @Option(names = "--seed", defaultValue = "7")
    @Allowed(min = Long.MIN_VALUE, max = Long.MAX_VALUE)
    private long seed;

    @Override
    public void run() {
        OutputPath target = overwrite.folder(out, kind.folder());
        PlantedLog log = kind == LogKind.FAR ? far() : kind.log(users, seed, repeats);
        PlantedLog.Report report = target.make(Disk.real(), work -> log.write(work.made()));
        if (report instanceof FarShop.Report far) {
            console.say(
                    "generate.far",
                    out,
                    report.events(),
                    report.ceiling(),
                    far.settings().length());
        } else {
            console.say("generate.done", out, report.events(), report.ceiling(), report.ceilingWithTime());
        }
        if (json) {
            console.json(Map.of(
                    "events", report.events(),
                    "ceiling", report.ceiling(),
                    "ceilingWithTime", report.ceilingWithTime()));
        }
    }

    private FarShop far() {
        return new FarShop(OptionValues.named(
                "--distance",
                () -> FarSettings.of(
                        cause == null ? FarCause.SAME : cause,
                        users,
                        length == null ? FarSettings.USUAL_LENGTH : length,
                        distances == null ? List.of() : distances,
                        seed)));
    }
}
