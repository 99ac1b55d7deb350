package dev.interestlens.cli.spark;

import dev.interestlens.cli.console.ConsoleCommand;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.cli.console.Overwrite;
import dev.interestlens.cli.console.ProgressLines;
import dev.interestlens.cli.document.DatasetJson;
import dev.interestlens.cli.text.FindingLines;
import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.model.config.Needs;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.workspace.score.SparkSubmit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a source on Spark into the data set that {@code prepare} makes of it. */
@Command(name = "prepare")
public final class SparkPrepareCommand extends ConsoleCommand implements Runnable {
    @Parameters(arity = "0..*", paramLabel = "SOURCE")
    private List<String> sources = new ArrayList<>();

    @Option(names = "--table", defaultValue = "")
    private String table;

    @Option(names = "--out", required = true)
    private Path out;

    @Option(names = "--format", defaultValue = "auto")
    @Needs(not = "--table")
    private String format;

    @Option(names = "--map", split = OptionValues.BETWEEN_PAIRS, splitSynopsisLabel = ",")
    private Map<String, String> map = new LinkedHashMap<>();

    @Option(names = "--encoding", defaultValue = "auto")
    @Needs(not = "--table")
    private String encoding;

    @Option(names = "--set")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Mixin
    private ProgressLines progress;

    @Mixin
    private SparkCommand.Printing printing;

    @Mixin
    private Overwrite overwrite;

    @Override
    public void run() {
        PrepareOptions options = options();
        if (sources.isEmpty() == table.isEmpty()) {
            throw Problem.usage(SparkCommand.class, "sourcesOrTable").exception("option", "--table");
        }
        if (!table.isEmpty() && !options.columns().has(Roles.ORDER)) {
            throw Problem.usage(SparkCommand.class, "tableOrder").exception("option", "--map");
        }
        if (printing.wanted(console)) {
            List<String> arguments = new ArrayList<>(SparkSubmit.prepare(sources, options, out.toString()));
            if (!table.isEmpty()) {
                arguments.addAll(List.of("--table", table));
            }
            arguments.addAll(overwrite.arguments());
            printing.line(arguments, progress.wanted(), console);
            return;
        }
        Path[] inputs = sources.stream()
                .filter(source -> !source.contains("://"))
                .map(Path::of)
                .toArray(Path[]::new);
        OutputPath target = overwrite.folder(out, Layout.KIND, inputs);
        try (Interrupt interrupt = new Interrupt(console);
                PreparedDataset data = console.cluster()
                        .prepare(sources, table, options, target, progress.printed(console, interrupt))) {
            console.say("prepare.done", out, data.events(), data.users(), data.items());
            FindingLines.of(data.info(), console).forEach(line -> console.err().println(line));
            printing.done(DatasetJson.of(data), console);
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
