package dev.interestlens.explain.words;

import dev.interestlens.figure.Numerals;
import dev.interestlens.store.EnumNames;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The texts of this package in both languages. */
public final class Wording {
    private static final TextBundle WORDS = new TextBundle(Wording.class);

    /** Below it two decimals tell a score apart from few others. */
    private static final double NEAR = 0.02;

    private Wording() {}

    /** The text of a key. */
    public static Text of(String key) {
        return WORDS.of(key);
    }

    /** The text of a key with its placeholders filled; a placeholder {@code {name}} is replaced by the value of that name. */
    public static Text of(String key, Map<String, Text> values) {
        return WORDS.of(key, values);
    }

    /** A share in percent. */
    public static Text share(double value) {
        return Text.same(Numerals.plain(100 * value, Math.abs(value) < 0.1 ? 1 : 0) + " %");
    }

    /** The text of a key, or the given words in both languages where there is none. */
    public static Text orElse(String key, String words) {
        return WORDS.orElse(key, words);
    }

    /** A count. */
    public static Text number(long value) {
        return Text.same(Numerals.count(value));
    }

    /** Sentences joined. */
    public static Text sentences(List<Text> all) {
        return Text.joined(all, new Text(" ", ""));
    }

    /** Texts in a row, without quotes. */
    public static Text plainList(List<Text> all) {
        return Text.joined(all, WORDS.of("list.comma"));
    }

    /** Titles in a row: “A”, “B” and “C”; repeated ones once, with their number. */
    public static Text list(List<Text> titles) {
        Map<Text, Integer> counts = new LinkedHashMap<>();
        titles.forEach(title -> counts.merge(title, 1, Integer::sum));
        List<Text> quoted = counts.entrySet().stream()
                .map(each -> WORDS.of(
                        each.getValue() == 1 ? "list.quoted" : "list.repeated",
                        Map.of("title", each.getKey(), "count", number(each.getValue()))))
                .toList();
        return new Text(join(quoted, Text::en), join(quoted, Text::zh));
    }

    /** Texts in a row, the last behind a word, without quotes: A, B and C. */
    static Text row(List<Text> all) {
        return new Text(join(all, Text::en), join(all, Text::zh));
    }

    /** A score with two or three decimals, as many as distinguish it from the others and from 0 and 1. */
    public static Text score(double value, double... others) {
        return number(value, digits(value, others));
    }

    /**
     * How many decimals of a score distinguish it from the others and from 0 and 1: two or three. Near 0 always three, so that a small score reads the
     * same beside whatever it is held against.
     */
    public static int digits(double value, double... others) {
        if (value < NEAR) {
            return 3;
        }
        boolean mistaken = DoubleStream.concat(Arrays.stream(others), DoubleStream.of(0, 1))
                .anyMatch(other -> Numerals.plain(value, 2).equals(Numerals.plain(other, 2))
                        && !Numerals.plain(value, 3).equals(Numerals.plain(other, 3)));
        return mistaken ? 3 : 2;
    }

    /** A number with so many decimals, — where it is undefined. */
    public static Text number(double value, int digits) {
        return Text.same(Numerals.plain(value, digits));
    }

    /** The last part of the key of a constant. */
    public static String key(Enum<?> value) {
        return EnumNames.lower(value);
    }

    private static String join(List<Text> texts, Function<Text, String> language) {
        List<String> quoted = texts.stream().map(language).toList();
        if (quoted.size() < 2) {
            return String.join("", quoted);
        }
        String comma = language.apply(WORDS.of("list.comma"));
        String last = language.apply(WORDS.of("list.last"));
        return quoted.subList(0, quoted.size() - 1).stream().collect(Collectors.joining(comma))
                + last
                + quoted.get(quoted.size() - 1);
    }
}
