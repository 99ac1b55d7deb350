package dev.interestlens.filter;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * A field of a row that a filter can name.
 *
 * @param <T> the rows
 */
public final class Field<T> {
    /** What its values are. */
    public enum Kind {
        NUMBER,
        /** Texts that a part matches. */
        TEXT,
        /** Texts that must match as a whole. */
        KEY,
        /** Numbers in some rows, texts in others, which must match as a whole. */
        MIXED
    }

    private static final int DECIMALS = 3;

    private final Kind kind;
    private final List<String> names;
    private final ToDoubleFunction<T> number;
    private final Function<T, List<String>> texts;
    private final boolean single;

    private Field(
            Kind kind, ToDoubleFunction<T> number, Function<T, List<String>> texts, boolean single, String... names) {
        this.single = single;
        this.kind = kind;
        this.names = List.of(names);
        this.number = number;
        this.texts = texts;
    }

    /** @param value NaN where it is unknown: then no condition holds */
    public static <T> Field<T> number(ToDoubleFunction<T> value, String... names) {
        return new Field<>(Kind.NUMBER, value, null, false, names);
    }

    /** Of values in single precision; typed numbers are rounded to single precision too, so that .9 is not above .9. */
    public static <T> Field<T> floats(ToDoubleFunction<T> value, String... names) {
        return new Field<>(Kind.NUMBER, value, null, true, names);
    }

    /** @param values in each language, or several of one row; one match is enough */
    public static <T> Field<T> text(Function<T, List<String>> values, String... names) {
        return new Field<>(Kind.TEXT, null, values, false, names);
    }

    public static <T> Field<T> key(Function<T, List<String>> values, String... names) {
        return new Field<>(Kind.KEY, null, values, false, names);
    }

    /** @param value a number or any other text */
    public static <T> Field<T> mixed(Function<T, String> value, String... names) {
        return new Field<>(
                Kind.MIXED,
                row -> numeric(value.apply(row)).orElse(Double.NaN),
                row -> List.of(value.apply(row)),
                false,
                names);
    }

    /** What it is called, the usual name first. */
    public List<String> names() {
        return names;
    }

    public String name() {
        return names.get(0);
    }

    public Kind kind() {
        return kind;
    }

    boolean isCalled(String name) {
        return names.contains(name.toLowerCase(Locale.ROOT));
    }

    /** What is wrong with a condition on this field, if anything is. */
    Optional<Mistake.Kind> fault(Operator operator, String value) {
        if (kind == Kind.NUMBER) {
            return numeric(value).isPresent() ? Optional.empty() : Optional.of(Mistake.Kind.NOT_A_NUMBER);
        }
        boolean ordered = kind == Kind.MIXED && numeric(value).isPresent();
        return ordered || operator.comparesEquality() ? Optional.empty() : Optional.of(Mistake.Kind.NO_ORDER);
    }

    /** Whether a condition holds, {@code !=} included; for one thread. */
    Predicate<T> holds(Operator operator, String value) {
        if (kind == Kind.TEXT || kind == Kind.KEY || numeric(value).isEmpty()) {
            Predicate<T> fits = fits(value);
            return operator == Operator.NOT ? fits.negate() : fits;
        }
        double typed = numeric(value).orElseThrow();
        double limit = single ? (float) typed : typed;
        double tolerance = tolerance(value);
        return row -> operator.test(number.applyAsDouble(row), limit, tolerance);
    }

    /** Whether a text of the row equals or contains the value; many rows share a text, which is compared once. */
    Predicate<T> fits(String value) {
        String wanted = value.toLowerCase(Locale.ROOT);
        Map<String, Boolean> known = new HashMap<>();
        return row -> {
            for (String text : texts.apply(row)) {
                if (known.computeIfAbsent(text, each -> fits(each.toLowerCase(Locale.ROOT), wanted))) {
                    return true;
                }
            }
            return false;
        };
    }

    private boolean fits(String text, String wanted) {
        return kind == Kind.TEXT ? text.contains(wanted) : text.equals(wanted);
    }

    private static OptionalDouble numeric(String value) {
        if (!value.matches("[-+−]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(value.replace('−', '-')));
    }

    /** Numbers count as equal within half of the last typed digit. */
    private static double tolerance(String digits) {
        if (digits.contains("e") || digits.contains("E")) {
            return Math.abs(Double.parseDouble(digits.replace('−', '-'))) * 1e-9;
        }
        int decimals = digits.contains(".") ? digits.length() - digits.indexOf('.') - 1 : 0;
        return Math.pow(10, -Math.max(DECIMALS, decimals)) / 2;
    }
}
