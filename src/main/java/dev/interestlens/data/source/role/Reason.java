package dev.interestlens.data.source.role;

import dev.interestlens.data.source.role.ReasonKind.Value;
import dev.interestlens.store.KeyedText;
import dev.interestlens.store.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a column was taken for what it is, or left out, with the values that it tells of; words are made of it only where it is shown.
 *
 * @param values as its kind says: texts, counts as {@link Long}, and lists of texts
 */
public record Reason(ReasonKind kind, List<Object> values) {
    private static final Texts TEXTS = Texts.beside(Reason.class, "roles");
    private static final String BETWEEN = " | ";

    public Reason {
        List<Object> checked = new ArrayList<>();
        for (int n = 0; n < kind.tells().size(); n++) {
            checked.add(checked(kind.tells().get(n), values.get(n)));
        }
        if (checked.size() != values.size()) {
            throw new IllegalArgumentException(kind + " with " + values);
        }
        values = List.copyOf(checked);
    }

    private static Object checked(Value as, Object value) {
        return switch (as) {
            case TEXT -> (String) value;
            case COUNT -> ((Number) value).longValue();
            case TEXTS -> ((List<?>) value).stream().map(String.class::cast).toList();
        };
    }

    static Reason of(ReasonKind kind, Object... values) {
        return new Reason(kind, List.of(values));
    }

    boolean is(ReasonKind... kinds) {
        return Arrays.asList(kinds).contains(kind);
    }

    /** One of its values, which is a text. */
    String text(int value) {
        return (String) values.get(value);
    }

    /** One of its values, which is a list. */
    List<String> texts(int value) {
        return ((List<?>) values.get(value)).stream().map(String.class::cast).toList();
    }

    /** In words. */
    public String in(Locale language) {
        Object[] shown = values.stream()
                .map(value -> value instanceof List<?> several ? joined(several) : value)
                .toArray();
        return KeyedText.of(TEXTS, kind.key(), shown).in(language);
    }

    private static String joined(List<?> several) {
        return several.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** As a data set keeps why a column is left out: the kind, and each value behind a bar. */
    String written() {
        return kind == ReasonKind.UNKNOWN
                ? text(0)
                : Stream.concat(Stream.of(kind.written()), values.stream().map(String::valueOf))
                        .collect(Collectors.joining(BETWEEN));
    }

    /** What {@link #written} wrote. */
    static Reason read(String written) {
        String bar = Pattern.quote(BETWEEN);
        String name = written.split(bar, 2)[0];
        Optional<ReasonKind> kind = Arrays.stream(ReasonKind.values())
                .filter(each -> each.isLeft() && each.written().equals(name) && each != ReasonKind.UNKNOWN)
                .findFirst();
        return kind.map(known ->
                        read(known, written.split(bar, 1 + known.tells().size())))
                .orElseGet(() -> of(ReasonKind.UNKNOWN, written));
    }

    // The last text may hold a bar itself; of few rows an earlier version wrote no example of a time.
    private static Reason read(ReasonKind kind, String[] parts) {
        List<Object> values = new ArrayList<>();
        for (int n = 0; n < kind.tells().size(); n++) {
            String text = n + 1 < parts.length ? parts[n + 1] : "";
            values.add(kind.tells().get(n) == Value.COUNT ? Long.valueOf(text) : text);
        }
        return new Reason(kind, values);
    }
}
