package dev.interestlens.explain.words;

import dev.interestlens.figure.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** A text in both languages. */
public record Text(String en, String zh) implements Phrase {
    public Text {
        Objects.requireNonNull(en);
        Objects.requireNonNull(zh);
    }

    /** The same words in both: a name, a number. */
    public static Text same(String words) {
        return new Text(words, words);
    }

    /** Texts in a row, with these words between them. */
    public static Text joined(List<Text> all, Text between) {
        return new Text(
                all.stream().map(Text::en).collect(Collectors.joining(between.en)),
                all.stream().map(Text::zh).collect(Collectors.joining(between.zh)));
    }

    /** This text followed by another one; either may be empty. */
    public Text then(Text more) {
        return new Text(en.isEmpty() || more.en.isEmpty() ? en + more.en : en + " " + more.en, zh + more.zh);
    }

    /** Chinese where the language is Chinese, else English. */
    @Override
    public String in(Locale language) {
        return language.getLanguage().equals("zh") ? zh : en;
    }
}
