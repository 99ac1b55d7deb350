package dev.interestlens.cli;

import dev.interestlens.data.synth.LogKind;
import dev.interestlens.data.synth.PlantedLog;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Target;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a shop with planted causes. */
@Command(name = "generate", mixinStandardHelpOptions = true, resourceBundle = "dev.interestlens.cli.commands")
final class GenerateCommand implements Runnable {
    private final Console console;

    @Option(names = "--out", required = true)
    private Path out;

    @Option(names = "--kind", defaultValue = "mixed")
    private LogKind kind;

    @Option(names = "--users", defaultValue = "2000")
    @Allowed(min = 1, max = 10_000_000)
    private int users;

    @Option(names = "--seed", defaultValue = "7")
    @Allowed(min = Long.MIN_VALUE, max = Long.MAX_VALUE)
    private long seed;

    @Option(names = "--json")
    private boolean json;

    @Mixin
    private Overwrite overwrite;

    GenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Target target = overwrite.folder(out, kind.folder());
        PlantedLog log = kind.log(users, seed);
        PlantedLog.Report report = target.make(Disk.real(), work -> log.write(work.made()));
        console.say("generate.done", out, report.events(), report.ceiling(), report.ceilingWithTime());
        if (json) {
            console.json(Map.of(
                    "events", report.events(),
                    "ceiling", report.ceiling(),
                    "ceilingWithTime", report.ceilingWithTime()));
        }
    }
}
