package dev.interestlens.explain.words;

import dev.interestlens.store.Texts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The texts of a package in both languages: {@code texts.properties} and {@code texts_zh.properties} beside the owner. Placeholders are those of
 * {@link Texts}.
 */
public record TextBundle(Class<?> owner) {
    /** The text of a key. */
    public Text of(String key) {
        return of(key, Map.of());
    }

    /** The text of a key with its placeholders filled. */
    public Text of(String key, Map<String, Text> values) {
        return new Text(fill(key, Locale.ENGLISH, values, Text::en), fill(key, Locale.CHINESE, values, Text::zh));
    }

    /**
     * The text of a key with its placeholders filled.
     *
     * @param values name and value in turn; a value is a {@link Text}, or the same in both languages
     */
    public Text of(String key, Object... values) {
        Filled filled = filled(key);
        for (int i = 0; i < values.length; i += 2) {
            filled.with((String) values[i], values[i + 1]);
        }
        return filled.text();
    }

    /** A text of several values, one a line. */
    public Filled filled(String key) {
        return new Filled(key);
    }

    /** A text whose values are given one by one. */
    public final class Filled {
        private final String key;
        private final Map<String, Text> values = new HashMap<>();

        private Filled(String key) {
            this.key = key;
        }

        /** @param value a {@link Text}, or the same in both languages */
        public Filled with(String name, Object value) {
            values.put(name, value instanceof Text text ? text : Text.same(String.valueOf(value)));
            return this;
        }

        public Text text() {
            return of(key, values);
        }

        /** The text with one more value. */
        public Text text(String name, Object value) {
            return with(name, value).text();
        }
    }

    /** The text of a key, or the given words in both languages where there is none. */
    public Text orElse(String key, String words) {
        return Texts.beside(owner).has(key) ? of(key) : Text.same(words);
    }

    private String fill(String key, Locale locale, Map<String, Text> values, Function<Text, String> language) {
        Texts texts = Texts.beside(owner);
        return texts.fill(texts.text(key, locale), locale, name -> {
            Text value = values.get(name);
            return value == null ? null : language.apply(value);
        });
    }
}
