package dev.interestlens.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Completions of what is being typed: names of fields, and values of text fields.
 *
 * @param known values of a field of texts by its usual name, the most frequent first
 */
public record Suggestions(List<? extends Field<?>> fields, Function<String, List<String>> known) {
    private static final int MAX = 8;

    /**
     * One completion.
     *
     * @param text that is inserted
     * @param from where the replaced part begins
     * @param to behind its end
     */
    public record Suggestion(String text, int from, int to) {
        /** The typed text with the suggestion inserted. */
        public String in(String typed) {
            return typed.substring(0, from) + text + typed.substring(to);
        }
    }

    /** The suggestions at a position; none where no word is begun. */
    public List<Suggestion> at(String typed, int caret) {
        int from = begin(typed, caret);
        String begun = typed.substring(from, caret);
        int sign = sign(begun);
        int name = begun.startsWith("-") || begun.startsWith("!") ? 1 : 0;
        if (sign < 0) {
            return names(begun.substring(name).toLowerCase(Locale.ROOT), from + name, caret);
        }
        int behind = sign + Operator.at(plain(begun), sign).orElseThrow().sign().length();
        String field = begun.substring(name, sign);
        return fields.stream()
                .filter(each -> each.isCalled(field) && each.kind() != Field.Kind.NUMBER)
                .findFirst()
                .map(each -> values(each, begun.substring(behind), from + behind, caret))
                .orElse(List.of());
    }

    /** Where the word begins that is being typed; spaces between quotation marks do not end it. */
    private static int begin(String typed, int caret) {
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < caret; i++) {
            char each = typed.charAt(i);
            quoted ^= each == '"' || each == '“' || each == '”';
            if (!quoted && Character.isWhitespace(each)) {
                from = i + 1;
            }
        }
        return from;
    }

    /** Where the operator begins, −1 where there is none. */
    private static int sign(String begun) {
        return IntStream.range(1, begun.length())
                .filter(i -> Operator.at(plain(begun), i).isPresent())
                .findFirst()
                .orElse(-1);
    }

    private static String plain(String begun) {
        return begun.replace('：', ':').replace('＝', '=').replace('！', '!');
    }

    private List<Suggestion> names(String begun, int from, int caret) {
        List<Suggestion> all = new ArrayList<>();
        if (!begun.isEmpty() && !begun.startsWith("\"")) {
            for (Field<?> field : fields) {
                boolean fits = field.names().stream().anyMatch(name -> name.startsWith(begun));
                if (fits) {
                    all.add(new Suggestion(
                            field.name() + (field.kind() == Field.Kind.NUMBER ? ">" : "="), from, caret));
                }
            }
            for (Field<?> field : fields) {
                for (String value : begun.length() < 2 ? List.<String>of() : values(field, begun)) {
                    all.add(new Suggestion(field.name() + "=" + Filter.quoted(value), from, caret));
                }
            }
        }
        return all.subList(0, Math.min(MAX, all.size()));
    }

    private List<Suggestion> values(Field<?> field, String typed, int from, int caret) {
        int last = typed.lastIndexOf('|') + 1;
        String begun = typed.substring(last).replaceAll("[\"“”]", "").toLowerCase(Locale.ROOT);
        return values(field, begun).stream()
                .map(value -> new Suggestion(Filter.quoted(value), from + last, caret))
                .toList();
    }

    private List<String> values(Field<?> field, String begun) {
        return known.apply(field.name()).stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).contains(begun))
                .limit(MAX)
                .toList();
    }
}
