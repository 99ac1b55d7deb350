package dev.interestlens.cli.console;

import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Checks the values of a command line against what their options allow. */
public final class OptionValues {
    private final Console console;

    public OptionValues(Console console) {
        this.console = console;
    }

    /** @throws ParameterException naming the first option with a wrong value, the value, and what is allowed */
    public void check(ParseResult parsed) {
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        for (OptionSpec option : command.commandSpec().options()) {
            Optional<Allowed> allowed = allowed(option);
            if (allowed.isPresent()) {
                for (Object value : values(option)) {
                    Optional<String> wrong = wrong(option, allowed.get(), value);
                    if (wrong.isPresent()) {
                        throw new ParameterException(
                                command.commandSpec().commandLine(), wrong.get(), option, String.valueOf(value));
                    }
                }
            }
        }
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

    static Optional<Allowed> allowed(ArgSpec option) {
        return option.userObject() instanceof AnnotatedElement field
                ? Optional.ofNullable(field.getAnnotation(Allowed.class))
                : Optional.empty();
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
                            "option.range", option.longestName(), value, shown(allowed.min()), shown(allowed.max())));
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

    static List<String> texts(Allowed allowed) {
        List<String> all = new ArrayList<>(List.of(allowed.values()));
        try {
            var values = allowed.known().getDeclaredConstructor();
            values.setAccessible(true); // of a command in another package
            all.addAll(values.newInstance().get());
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException(allowed.known().getName(), e);
        }
        return all;
    }

    private static String shown(double limit) {
        return limit == Math.rint(limit) ? String.valueOf((long) limit) : String.valueOf(limit);
    }
}
