package dev.interestlens.cli;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Sources;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a source into a prepared data set. */
@Command(name = "prepare", mixinStandardHelpOptions = true, resourceBundle = "dev.interestlens.cli.commands")
final class PrepareCommand implements Runnable {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "SOURCE")
    private List<Path> sources;

    @Option(names = "--out", required = true)
    private Path out;

    @Option(names = "--format", defaultValue = "auto")
    private String format;

    @Option(names = "--map", split = ",")
    private Map<String, String> map = new LinkedHashMap<>();

    @Option(names = "--encoding", defaultValue = "auto")
    private String encoding;

    @Option(names = "--set")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--progress")
    private String progress;

    PrepareCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        try (Interrupt interrupt = new Interrupt(console);
                PreparedDataset data = Sources.prepare(
                        sources, options(), out, new PrintedProgress(console, "json".equals(progress), interrupt))) {
            console.say("prepare.done", out, data.events(), data.users(), data.items());
            if (json) {
                console.json(DatasetJson.of(data));
            }
        }
    }

    private PrepareOptions options() {
        PrepareOptions options = PrepareOptions.defaults()
                .withMapping(map)
                .with("format", format)
                .with("encoding", encoding);
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            options = options.with(setting.getKey(), setting.getValue());
        }
        return options;
    }
}
