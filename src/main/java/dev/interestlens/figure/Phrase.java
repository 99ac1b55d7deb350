package dev.interestlens.figure;

import java.util.List;
import java.util.Locale;

/** Words that a picture shows, in each language that it can be drawn in. */
@FunctionalInterface
public interface Phrase {
    Phrase EMPTY = same("");

    String in(Locale language);

    /** The same words in every language: a name, a number. */
    static Phrase same(String words) {
        return new Same(words);
    }

    /** Each of these in every language. */
    static List<Phrase> all(List<String> words) {
        return words.stream().map(Phrase::same).toList();
    }

    /** Words that need no translation. */
    record Same(String words) implements Phrase {
        @Override
        public String in(Locale language) {
            return words;
        }
    }
}
