package dev.interestlens.api;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A sentence that the measurements support.
 *
 * @param en in English
 * @param zh in Chinese
 * @param kind which sentence it is, in lower case; of explanations {@code strong}, the only one that says "because", {@code group}, {@code
 *     within}, {@code looked_not_mattered}, {@code opposes}, {@code spread}, {@code idle}, {@code cold} and {@code short}
 * @param named positions in the history of the behaviours that it names
 */
public record Sentence(String en, String zh, String kind, List<Integer> named) {
    /** Refuses nulls. */
    public Sentence {
        Objects.requireNonNull(en);
        Objects.requireNonNull(zh);
        Objects.requireNonNull(kind);
        named = List.copyOf(named);
    }

    /**
     * The sentence in a language.
     *
     * @param language Chinese gives the Chinese one, any other the English one
     * @return the sentence
     */
    public String in(Locale language) {
        return language.getLanguage().equals("zh") ? zh : en;
    }
}
