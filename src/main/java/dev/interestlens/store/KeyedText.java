package dev.interestlens.store;

import java.util.List;
import java.util.Locale;

/**
 * A text by its key, said in the language that is asked for.
 *
 * @param values in order; those that are keyed texts themselves are said in the same language
 */
public record KeyedText(Texts texts, String key, List<Object> values) {
    public KeyedText {
        values = List.copyOf(values);
    }

    public static KeyedText of(Texts texts, String key, Object... values) {
        return new KeyedText(texts, key, List.of(values));
    }

    public String in(Locale language) {
        return texts.text(key, language, values.toArray());
    }
}
