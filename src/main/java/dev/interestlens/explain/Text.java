package dev.interestlens.explain;

import java.util.Locale;
import java.util.Objects;

/** Words for a person in both languages. */
public record Text(String en, String zh) {
    public Text {
        Objects.requireNonNull(en);
        Objects.requireNonNull(zh);
    }

    /** The same words in both: a name, a number. */
    public static Text same(String words) {
        return new Text(words, words);
    }

    /** Chinese where the language is Chinese, else English. */
    public String in(Locale language) {
        return language.getLanguage().equals("zh") ? zh : en;
    }
}
