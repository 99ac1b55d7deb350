package dev.interestlens.cli.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** How the help of the commands is written: values in capitals, as {@code --run=RUN}, and examples at its end. */
public record Usage(Console console) {
    private static final int WIDTH = 100;
    private static final Map<String, String> PAIRS = Map.of("--map", "ROLE=COLUMN", "--set", "NAME=VALUE");

    /** Applies to the command that the arguments name and to its parents; changing all commands would slow down every start. */
    public void write(CommandLine line, String... arguments) {
        line.setUsageHelpWidth(WIDTH); // of those below it, too
        writeOne(line.getCommandSpec());
        CommandLine named = line;
        for (String word : arguments) {
            CommandLine below = named.getSubcommands().get(word);
            if (below != null) {
                writeOne(below.getCommandSpec());
                named = below;
            }
        }
    }

    private void writeOne(CommandSpec command) {
        for (OptionSpec option : List.copyOf(command.options())) {
            if (option.arity().max() > 0) {
                command.remove(option);
                command.addOption(OptionSpec.builder(option)
                        .paramLabel(label(option))
                        .splitRegexSynopsisLabel(",")
                        .build());
            }
        }
        for (PositionalParamSpec parameter : List.copyOf(command.positionalParameters())) {
            command.remove(parameter);
            command.addPositional(PositionalParamSpec.builder(parameter)
                    .descriptionKey(parameter.paramLabel())
                    .build());
        }
        if (command.usageMessage().footer().length > 0) {
            command.usageMessage().footerHeading("%n" + console.text("usage.examples") + "%n");
        }
    }

    private static String label(OptionSpec option) {
        String name = option.longestName();
        return PAIRS.getOrDefault(name, name.replaceFirst("^-+", "").toUpperCase(Locale.ROOT));
    }
}
