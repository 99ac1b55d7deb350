package dev.interestlens.cli;

import dev.interestlens.cli.console.ConsoleCommand;
import dev.interestlens.cli.document.Schemas;
import dev.interestlens.store.Problem;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the JSON Schema of what a command prints with {@code --json}; without a command, the commands that have one. */
@Command(name = "schema")
final class SchemaCommand extends ConsoleCommand implements Runnable {
    @Parameters(arity = "0..*", paramLabel = "COMMAND")
    private List<String> command = List.of();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        List<String> known = withJson(spec.root().commandLine(), "");
        String name = String.join("-", command);
        if (!name.isEmpty() && !known.contains(name)) {
            throw Problem.usage(SchemaCommand.class, "noSchema")
                    .value(String.join(" ", command))
                    .exception("known", String.join(", ", known));
        }
        console.out()
                .print(
                        name.isEmpty()
                                ? String.join("\n", known) + "\n"
                                : Schemas.of(name).orElseThrow());
        console.out().flush();
    }

    /** Names of the commands that have the option; a subcommand by both words. */
    static List<String> withJson(CommandLine parent, String above) {
        List<String> names = new ArrayList<>();
        parent.getSubcommands().forEach((name, line) -> {
            if (line.getCommandSpec().findOption("--json") != null) {
                names.add(above + name);
            }
            names.addAll(withJson(line, above + name + "-"));
        });
        return names;
    }
}
