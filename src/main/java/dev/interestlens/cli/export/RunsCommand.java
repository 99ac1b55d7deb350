package dev.interestlens.cli.export;

import dev.interestlens.cli.console.WritingCommand;
import dev.interestlens.figure.table.Table;
import dev.interestlens.publish.exchange.RunList;
import dev.interestlens.store.OutputPath;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists runs: on the console, as JSON, or as a table in a file. */
@Command(name = "runs")
public final class RunsCommand extends WritingCommand implements Runnable {
    @Parameters(arity = "0..*", paramLabel = "FOLDER")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--out")
    private Path out;

    @Override
    public void run() {
        OutputPath target = overwrite.file(RunList.ENDINGS, out, folders.toArray(Path[]::new));
        RunList list = RunList.of(folders.isEmpty() ? List.of(Workspace.ofUser().runs()) : folders);
        list.unreadable().forEach(folder -> console.say("runs.unreadable", folder));
        if (target != null) {
            list.write(target, console.locale());
            console.say("runs.done", list.rows().size(), out);
        }
        if (json) {
            console.json(list.document());
        } else if (target == null) {
            print(list.table());
        }
    }

    /** In columns of the width that they need. */
    private void print(Table table) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.heads().stream().map(head -> head.in(console.locale())).toList());
        table.rows()
                .forEach(row -> lines.add(
                        row.stream().map(cell -> cell.text(console.locale())).toList()));
        int[] widths = IntStream.range(0, table.heads().size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (List<String> line : lines) {
            console.out()
                    .println(IntStream.range(0, widths.length)
                            .mapToObj(column -> String.format(
                                    Locale.ROOT, "%-" + Math.max(1, widths[column]) + "s", line.get(column)))
                            .collect(Collectors.joining("  "))
                            .stripTrailing());
        }
        table.notes().forEach(note -> console.out().println(note.in(console.locale())));
    }
}
