package dev.interestlens.cli.console;

import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.model.config.Needs;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Checks the options of a command line: whether their values are allowed, and whether each of them can act. */
public record OptionValues(Console console) {
    /** What separates two pairs of {@code NAME=VALUE}: a comma before a name, since a value may have commas itself. */
    public static final String BETWEEN_PAIRS = ",(?=[\\p{L}\\p{N}_.-]+=)";

    /** @throws ParameterException naming the first option with a wrong value, the value, and what is allowed */
    public void check(ParseResult command) {
        if (command.hasSubcommand()) {
            check(command.subcommand());
            return;
        }
        for (ArgSpec argument : command.commandSpec().args()) {
            idle(command, argument).ifPresent(why -> refuse(command, why));
        }
        for (OptionSpec option : command.commandSpec().options()) {
            twice(command, option).ifPresent(why -> refuse(command, why));
            Optional<Allowed> allowed = allowed(option);
            if (allowed.isPresent()) {
                values(option)
                        .forEach(value -> wrong(option, allowed.get(), value).ifPresent(why -> refuse(command, why)));
            }
        }
    }

    private static void refuse(ParseResult command, String message) {
        throw new WrongUsage.Refused(command.commandSpec().commandLine(), message);
    }

    /** Reads an option; where its value is wrong, the problem names the option. */
    public static <T> T named(String option, Supplier<T> read) {
        try {
            return read.get();
        } catch (ProblemException e) {
            if (e.problem().kind() != Problem.Kind.USAGE) {
                throw e;
            }
            throw e.problem().ofOption(option, e);
        }
    }

    /** Refuses several values where only one can act, since another option is there. */
    public static void one(String option, Collection<?> values, String beside) {
        if (values.size() > 1) {
            throw Problem.usage(OptionValues.class, "oneValue")
                    .with("option", option)
                    .with("beside", beside)
                    .ofValue(values.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
    }

    /** Refuses an option that cannot act on what a command was given. */
    public static void idle(boolean given, String option, Path beside) {
        if (given) {
            throw Problem.usage(OptionValues.class, "idle")
                    .with("option", option)
                    .file(beside)
                    .exception();
        }
    }

    static Optional<Allowed> allowed(ArgSpec option) {
        return annotation(option, Allowed.class);
    }

    static <A extends Annotation> Optional<A> annotation(ArgSpec option, Class<A> type) {
        return option.userObject() instanceof AnnotatedElement field
                ? Optional.ofNullable(field.getAnnotation(type))
                : Optional.empty();
    }

    /** What an option or a parameter that was given, and cannot act, is refused with. */
    private Optional<String> idle(ParseResult command, ArgSpec given) {
        Optional<Needs> needs = annotation(given, Needs.class).filter(any -> matched(command, given));
        if (needs.isEmpty()) {
            return Optional.empty();
        }
        for (String other : needs.get().not()) {
            if (holds(command, other)) {
                return Optional.of(console.text("option.idle", label(given), shown(other)));
            }
        }
        List<String> partners = partners(command.commandSpec(), needs.get());
        return partners.isEmpty() || partners.stream().anyMatch(other -> holds(command, other))
                ? Optional.empty()
                : Optional.of(console.text(
                        "option.needs",
                        label(given),
                        partners.stream().map(OptionValues::shown).collect(Collectors.joining(", "))));
    }

    /** A name of which several values were given: which of them holds cannot be known. */
    private Optional<String> twice(ParseResult command, OptionSpec option) {
        boolean named = option.typeInfo().isMap() || option.longestName().equals("--set");
        if (!named || !command.hasMatchedOption(option)) {
            return Optional.empty();
        }
        Set<String> names = new HashSet<>();
        return option.originalStringValues().stream()
                .flatMap(value -> Stream.of(
                        option.splitRegex().isEmpty() ? new String[] {value} : value.split(option.splitRegex())))
                .map(value -> value.split("=", 2)[0])
                .filter(name -> !names.add(name))
                .findFirst()
                .map(name -> console.text("option.twice", option.longestName(), name));
    }

    /** The conditions of which one must hold, of a command. */
    static List<String> partners(CommandSpec command, Needs needs) {
        return Stream.of(needs.value())
                .filter(other -> argument(command, name(other)).isPresent())
                .toList();
    }

    private static Optional<? extends ArgSpec> argument(CommandSpec command, String name) {
        return name.startsWith("-")
                ? Optional.ofNullable(command.findOption(name))
                : command.positionalParameters().stream()
                        .filter(each -> each.paramLabel().equals(name))
                        .findFirst();
    }

    private static boolean holds(ParseResult command, String condition) {
        Optional<? extends ArgSpec> found = argument(command.commandSpec(), name(condition));
        if (found.isEmpty()) {
            return false;
        }
        ArgSpec argument = found.get();
        if (!condition.contains("=")) {
            return matched(command, argument) || argument.required() || argument.defaultValue() != null;
        }
        Collection<?> values = values(argument);
        List<String> wanted =
                List.of(condition.substring(condition.indexOf('=') + 1).split("\\|"));
        return !values.isEmpty()
                && values.stream()
                        .allMatch(value -> wanted.contains(String.valueOf(value).toLowerCase(Locale.ROOT)));
    }

    private static boolean matched(ParseResult command, ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? command.hasMatchedOption(option)
                : command.matchedPositionals().contains(argument);
    }

    static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String name(String condition) {
        return condition.contains("=") ? condition.substring(0, condition.indexOf('=')) : condition;
    }

    private static String shown(String condition) {
        return condition.replace('=', ' ');
    }

    private static Collection<?> values(ArgSpec option) {
        Object value = option.getValue();
        if (value instanceof Collection<?> several) {
            return several;
        }
        return value == null ? List.of() : List.of(value);
    }

    // Where no text is listed, every text is allowed that is not blank.
    private Optional<String> wrong(OptionSpec option, Allowed allowed, Object value) {
        if (value instanceof Number number) {
            boolean within = number.doubleValue() >= allowed.min() && number.doubleValue() <= allowed.max();
            return within
                    ? Optional.empty()
                    : Optional.of(console.text(
                            "option.range",
                            option.longestName(),
                            value instanceof Double real ? ConfigCheck.number(real) : value,
                            ConfigCheck.number(allowed.min()),
                            ConfigCheck.number(allowed.max())));
        }
        List<String> known = texts(allowed);
        if (known.isEmpty() && String.valueOf(value).isBlank()) {
            return Optional.of(console.text("option.blank", option.longestName()));
        }
        boolean formed = known.isEmpty()
                || !allowed.form().isEmpty() && String.valueOf(value).matches(allowed.form());
        return formed || known.contains(String.valueOf(value))
                ? Optional.empty()
                : Optional.of(console.text("option.value", option.longestName(), value, String.join(", ", known)));
    }

    /** The texts that are listed. */
    public static List<String> texts(Allowed allowed) {
        List<String> all = new ArrayList<>(List.of(allowed.values()));
        all.addAll(known(allowed).get());
        return all;
    }

    /** Another spelling of a listed text becomes the listed one, where what lists them knows spellings; else as it was typed. */
    public static String spelled(Allowed allowed, String typed) {
        return known(allowed) instanceof UnaryOperator<?> spelling ? spelling(spelling, typed) : typed;
    }

    @SuppressWarnings("unchecked") // what gives texts operates on them
    private static String spelling(UnaryOperator<?> spelling, String typed) {
        return ((UnaryOperator<String>) spelling).apply(typed);
    }

    private static Supplier<List<String>> known(Allowed allowed) {
        try {
            var values = allowed.known().getDeclaredConstructor();
            values.setAccessible(true); // of a command in another package
            return values.newInstance();
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException(allowed.known().getName(), e);
        }
    }
}
