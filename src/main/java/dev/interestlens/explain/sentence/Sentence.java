package dev.interestlens.explain.sentence;

import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.words.Text;
import java.util.List;
import java.util.Objects;

/**
 * What may be said of a prediction. Two things are told apart: what behaviours do within the history, and what the whole history does to the score.
 *
 * @param template which of the sentences
 * @param first what matters most, in one sentence
 * @param more what is said behind it; empty where that is all
 * @param named positions of the behaviours that it names, at most three
 * @param from the score
 * @param to the score without the named behaviours (of {@link Template#IDLE} without any); NaN where nothing was removed
 * @param standing what "high" and "low" are said against
 * @param groups what it names as a whole, beside single behaviours
 */
public record Sentence(
        Template template,
        Text first,
        Text more,
        List<Integer> named,
        double from,
        double to,
        Standing standing,
        List<GroupEffect> groups) {
    /** Of single behaviours alone. */
    public Sentence(
            Template template, Text first, Text more, List<Integer> named, double from, double to, Standing standing) {
        this(template, first, more, named, from, to, standing, List.of());
    }

    /** The sentences; only {@link #STRONG} says "because". */
    public enum Template {
        /**
         * Removing the named behaviours together lowers the score more than nearly every removal of as many others, the whole history raises it, and the
         * candidate does not stand high without any.
         */
        STRONG,
        /** The same of the named behaviours, but the score is not owed to the history: it lowers the score, or the candidate stands high without it. */
        WITHIN,
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
        Objects.requireNonNull(first);
        Objects.requireNonNull(more);
        Objects.requireNonNull(standing);
        named = List.copyOf(named);
        groups = List.copyOf(groups);
    }

    /** All that is said. */
    public Text text() {
        return first.then(more);
    }

    /**
     * The same, of behaviours that are a part of a longer history.
     *
     * @param steps where each behaviour stands in the whole history
     */
    public Sentence at(int[] steps) {
        return new Sentence(
                template, first, more, named.stream().map(i -> steps[i]).toList(), from, to, standing, groups);
    }

    /** With a further sentence behind it, about groups. */
    Sentence with(Text further, List<GroupEffect> about) {
        return new Sentence(template, first, more.then(further), named, from, to, standing, about);
    }
}
