package dev.interestlens.cli;

import dev.interestlens.cli.console.DataArgument;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.MeasuringCommand;
import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.cli.document.DatasetJson;
import dev.interestlens.cli.text.PreparedText;
import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.file.ParquetSet;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a source into a prepared data set. */
@Command(name = "prepare")
final class PrepareCommand extends MeasuringCommand implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PrepareCommand.class);

    /** The settings that act where a prepared data set is written as Parquet. */
    private static final Set<String> OF_PARQUET = Set.of("threads", "memoryMegabytes");

    @Parameters(arity = "1..*", paramLabel = "SOURCE")
    private List<Path> sources;

    @Option(names = "--out")
    private Path out;

    @Option(names = "--parquet")
    private Path parquet;

    @Option(names = "--format", defaultValue = "auto")
    private String format;

    @Option(names = "--map", split = OptionValues.BETWEEN_PAIRS, splitSynopsisLabel = ",")
    private Map<String, String> map = new LinkedHashMap<>();

    @Option(names = "--encoding", defaultValue = "auto")
    private String encoding;

    @Option(names = "--set")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Override
    public void run() {
        sources.forEach(DataArgument::requireSource);
        boolean prepared = sources.size() == 1 && Files.exists(sources.get(0).resolve("dataset.json"));
        if (prepared ? parquet == null : out == null) {
            throw Problem.usage(PrepareCommand.class, prepared ? "preparedAlready" : "noTarget", sources.get(0))
                    .exception();
        }
        if (prepared) {
            OptionValues.idle(out != null, "--out", sources.get(0));
            OptionValues.idle(!map.isEmpty(), "--map", sources.get(0));
            OptionValues.idle(!format.equals(PrepareOptions.AUTO), "--format", sources.get(0));
            OptionValues.idle(!encoding.equals(PrepareOptions.AUTO), "--encoding", sources.get(0));
            settings.keySet().stream()
                    .filter(name -> !OF_PARQUET.contains(name))
                    .forEach(name -> OptionValues.idle(true, "--set " + name, sources.get(0)));
        }
        Path[] inputs = sources.toArray(Path[]::new);
        OutputPath columns = prepared ? null : overwrite.folder(out, Layout.KIND, inputs);
        OutputPath tables = parquet == null ? null : overwrite.folder(parquet, ParquetSet.KIND, inputs);
        if (columns != null && tables != null) {
            tables.apartFrom(columns);
        }
        Thread library = new Thread(Sources::load, "library");
        library.setDaemon(true);
        library.setUncaughtExceptionHandler(
                (thread, failure) -> LOG.debug("the library is loaded again where it is needed", failure));
        library.start();
        try {
            write(prepared, columns, tables);
        } finally {
            await(library);
        }
    }

    /** Waits for the library: a process that ended while it is being unpacked would leave an incomplete file in the temporary folder. */
    private static void await(Thread library) {
        try {
            library.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(boolean prepared, OutputPath columns, OutputPath tables) {
        try (Interrupt interrupt = new Interrupt(console)) {
            Progress shown = progress.printed(console, interrupt);
            try (PreparedDataset data = prepared
                    ? PreparedDataset.open(sources.get(0))
                    : Sources.prepare(sources, options(), columns, shown)) {
                if (!prepared) {
                    PreparedText.tell(console, out, data.info());
                }
                if (parquet != null) {
                    ParquetSet.write(data, tables, options(), shown);
                    console.say("prepare.parquet", parquet);
                }
                if (json) {
                    console.json(DatasetJson.of(data));
                }
            }
        }
    }

    private PrepareOptions options() {
        PrepareOptions options = PrepareOptions.defaults()
                .withColumns(map)
                .with("format", format)
                .with("encoding", encoding);
        return OptionValues.named("--set", () -> options.with(settings));
    }
}
