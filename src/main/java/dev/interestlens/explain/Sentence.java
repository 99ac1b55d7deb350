package dev.interestlens.explain;

import java.util.List;
import java.util.Objects;

/**
 * What may be said of a prediction.
 *
 * @param template which of the sentences
 * @param text the sentence
 * @param named positions of the behaviours that it names, at most three
 * @param from the score
 * @param to the score without the named behaviours (of {@link Template#IDLE} without any); NaN where nothing was removed
 */
public record Sentence(Template template, Text text, List<Integer> named, double from, double to) {
    /** The sentences; only {@link #STRONG} says "because". */
    public enum Template {
        /** Removing the named behaviours together lowers the score more than nearly every removal of as many others. */
        STRONG,
        /** The model looked there, but removing it changes little. */
        LOOKED_NOT_MATTERED,
        /** What the model looked at lowers the score. */
        OPPOSES,
        /** No few behaviours stand out, and the model does not rank them. */
        SPREAD,
        /** An empty history would score the same. */
        IDLE,
        /** There is no history. */
        COLD,
        /** Too few behaviours to judge. */
        SHORT
    }

    public Sentence {
        Objects.requireNonNull(template);
        Objects.requireNonNull(text);
        named = List.copyOf(named);
    }
}
