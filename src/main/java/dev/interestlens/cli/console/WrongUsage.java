package dev.interestlens.cli.console;

import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line in the language of the program; picocli itself knows English and the names of constants only. */
public record WrongUsage(Console console) {
    /** Refused by a rule of ours, whose message is in the language of the program. */
    static final class Refused extends ParameterException {
        private static final long serialVersionUID = 1;

        Refused(CommandLine command, String message) {
            super(command, message);
        }
    }

    /**
     * What is wrong, and what helps.
     *
     * @param arguments of the whole command line
     */
    public String text(ParameterException e, String... arguments) {
        if (e instanceof Refused) {
            return e.getMessage();
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (e instanceof MissingParameterException missing) {
            return unknown(missing).map(this::unmatched).orElseGet(() -> missing(missing.getMissing(), arguments));
        }
        if (e instanceof OverwrittenOptionException twice) {
            return console.text("option.once", OptionValues.label(twice.getOverwritten()));
        }
        if (e.getArgSpec() == null) {
            return console.text("usage.wrong", e.getMessage());
        }
        return e instanceof MaxValuesExceededException ? surplus(e.getValue()) : value(e.getArgSpec(), e.getValue());
    }

    /** The unknown options on a line where something is missing, too: a misspelt name is most often what is missing. */
    private static Optional<UnmatchedArgumentException> unknown(MissingParameterException e) {
        List<String> unknown = e.getCommandLine().getUnmatchedArguments().stream()
                .filter(each -> each.startsWith("-"))
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new UnmatchedArgumentException(e.getCommandLine(), unknown));
    }

    private String unmatched(UnmatchedArgumentException e) {
        String first = e.getUnmatched().get(0);
        CommandSpec command = e.getCommandLine().getCommandSpec();
        boolean option = first.startsWith("-");
        boolean named = !option && !command.subcommands().isEmpty();
        String what = option
                ? console.text("option.unknown", first, command.qualifiedName())
                : named ? console.text("usage.noCommand", first) : surplus(first);
        List<String> near = option ? options(first, command) : named ? commands(first, command) : List.of();
        return near.isEmpty() ? what : what + console.text("usage.near", String.join(", ", near));
    }

    private static List<String> options(String wrong, CommandSpec command) {
        String name = wrong.split("=", 2)[0].replaceFirst("^-+", "");
        List<String> known = command.options().stream()
                .filter(option -> !option.hidden())
                .map(option -> option.longestName().substring(2))
                .toList();
        return Spelling.near(name, known).stream().map(each -> "--" + each).toList();
    }

    private static List<String> commands(String wrong, CommandSpec command) {
        return Spelling.near(
                wrong,
                command.subcommands().entrySet().stream()
                        .filter(each ->
                                !each.getValue().getCommandSpec().usageMessage().hidden())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private String surplus(String value) {
        return console.text("usage.surplus", value);
    }

    private String missing(List<ArgSpec> missing, String... arguments) {
        if (missing.size() == 1 && missing.get(0) instanceof OptionSpec option && isNamed(option, arguments)) {
            return console.text("option.noValue", option.longestName());
        }
        return console.text(
                "option.missing",
                missing.stream()
                        .map(each -> each instanceof OptionSpec option
                                ? option.longestName() + "=" + option.paramLabel()
                                : each.paramLabel())
                        .collect(Collectors.joining(", ")));
    }

    private static boolean isNamed(OptionSpec option, String... arguments) {
        return Stream.of(option.names()).anyMatch(name -> Arrays.stream(arguments)
                .anyMatch(each -> each.equals(name) || each.startsWith(name + "=")));
    }

    private String value(ArgSpec argument, String value) {
        String name = OptionValues.label(argument);
        if (argument.arity().max() == 0) {
            return console.text("option.valueless", name, value);
        }
        if (argument.typeInfo().isMap()) {
            return console.text("option.pair", name, value, argument.paramLabel());
        }
        Class<?> type = argument.auxiliaryTypes()[0];
        if (type.isEnum()) {
            return console.text("option.value", name, value, String.join(", ", written(type)));
        }
        boolean whole =
                List.of(int.class, Integer.class, long.class, Long.class).contains(type);
        return console.text(whole ? "option.whole" : "option.number", name, value);
    }

    /** The values of an option as a person writes them. */
    private static List<String> written(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> EnumNames.lower((Enum<?>) each))
                .toList();
    }
}
