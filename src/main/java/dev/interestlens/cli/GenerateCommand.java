package dev.interestlens.cli;

import dev.interestlens.data.synth.ShopGenerator;
import dev.interestlens.data.synth.ShopKind;
import dev.interestlens.data.synth.ShopReport;
import dev.interestlens.data.synth.ShopSettings;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a shop with planted causes. */
@Command(name = "generate", mixinStandardHelpOptions = true, resourceBundle = "dev.interestlens.cli.commands")
final class GenerateCommand implements Runnable {
    private final Console console;

    @Option(names = "--out", required = true)
    private Path out;

    @Option(names = "--kind", defaultValue = "mixed")
    private ShopKind kind;

    @Option(names = "--users", defaultValue = "2000")
    private int users;

    @Option(names = "--seed", defaultValue = "7")
    private long seed;

    @Option(names = "--json")
    private boolean json;

    GenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        ShopReport report =
                new ShopGenerator(ShopSettings.of(kind, users, seed)).generate().write(out);
        console.say("generate.done", out, report.events(), report.ceiling(), report.ceilingWithTime());
        if (json) {
            console.json(Map.of(
                    "events", report.events(),
                    "ceiling", report.ceiling(),
                    "ceilingWithTime", report.ceilingWithTime()));
        }
    }
}
