package dev.interestlens.figure;

import java.util.List;
import java.util.Locale;

/** A text of a picture, in each language. */
@FunctionalInterface
public interface Phrase {
    Phrase EMPTY = same("");

    String in(Locale language);

    /** The same text in every language: a name, a number. */
    static Phrase same(String words) {
        return new Same(words);
    }

    /** Each of these in every language. */
    static List<Phrase> all(List<String> words) {
        return words.stream().map(Phrase::same).toList();
    }

    /** A text that needs no translation. */
    record Same(String words) implements Phrase {
        @Override
        public String in(Locale language) {
            return words;
        }
    }
}
