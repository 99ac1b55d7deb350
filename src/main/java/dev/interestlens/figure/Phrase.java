package dev.interestlens.figure;

import java.util.Locale;

/** Words that a picture shows, in each language that it can be drawn in. */
@FunctionalInterface
public interface Phrase {
    Phrase EMPTY = same("");

    String in(Locale language);

    /** The same words in every language: a name, a number. */
    static Phrase same(String words) {
        return language -> words;
    }
}
