package dev.interestlens.store;

import java.util.List;
import java.util.Locale;

/**
 * A text by its key, to be shown in any language.
 *
 * @param values in order; values that are keyed texts are shown in the same language
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
