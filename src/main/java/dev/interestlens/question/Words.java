package dev.interestlens.question;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.figure.Numerals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of a package with their values. */
public record Words(Class<?> owner) {
    private static final String MINUS = "−";

    /**
     * The text of a key.
     *
     * @param values name and value in turn; a value is a {@link Text}, or the same in both languages
     */
    public Text of(String key, Object... values) {
        Map<String, Text> named = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            Object value = values[i + 1];
            named.put((String) values[i], value instanceof Text text ? text : Text.same(String.valueOf(value)));
        }
        return new TextBundle(owner).of(key, named);
    }

    /** The text of a key, or the given words in both languages where there is none. */
    public Text orElse(String key, String words) {
        return new TextBundle(owner).orElse(key, words);
    }

    /** Several sentences as one text. */
    public static Text joined(List<Text> sentences) {
        return new Text(
                String.join(" ", sentences.stream().map(Text::en).toList()),
                String.join("", sentences.stream().map(Text::zh).toList()));
    }

    /** Several names as one list. */
    public static Text list(List<Text> names) {
        return new Text(
                String.join(", ", names.stream().map(Text::en).toList()),
                String.join("、", names.stream().map(Text::zh).toList()));
    }

    /** A number with so many decimals. */
    public static String number(double value, int digits) {
        return Numerals.fixed(value, digits).replace("-", MINUS);
    }

    /** A change, with its sign. */
    public static String signed(double value, int digits) {
        String size = Numerals.fixed(Math.abs(value), digits);
        boolean zero = size.chars().noneMatch(c -> c >= '1' && c <= '9');
        return (zero ? "" : value < 0 ? MINUS : "+") + size;
    }

    /** A share in whole percent. */
    public static String percent(double share) {
        return number(100 * share, 0) + " %";
    }
}
