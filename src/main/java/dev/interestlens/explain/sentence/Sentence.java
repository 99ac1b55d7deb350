package dev.interestlens.explain.sentence;

import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.words.Text;
import java.util.List;
import java.util.Objects;

/**
 * The sentence about a prediction. It distinguishes the effects of behaviours within the history from the effect of the whole history on the score.
 *
 * @param template which of the sentences
 * @param first the main sentence
 * @param more further sentences; may be empty
 * @param named positions of the behaviours that it names, at most three
 * @param from the score
 * @param to the score without the named behaviours (of {@link Template#IDLE} without any); NaN where nothing was removed
 * @param standing the rank that defines "high" and "low"
 * @param groups that it names
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
    /** Of single behaviours only. */
    public Sentence(
            Template template, Text first, Text more, List<Integer> named, double from, double to, Standing standing) {
        this(template, first, more, named, from, to, standing, List.of());
    }

    /** The sentences; only {@link #STRONG} says "because". */
    public enum Template {
        /**
         * Removing the named behaviours together lowers the score more than nearly every removal of as many others, the whole history raises it, and
         * the candidate does not rank high without it.
         */
        STRONG,
        /**
         * The same for the named behaviours, but the score is not due to the history: it lowers the score, or the candidate ranks high without it.
         */
        WITHIN,
        /** Attention is high there, but removal changes little. */
        LOOKED_NOT_MATTERED,
        /** The behaviours with the most attention lower the score. */
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

    /** The complete text. */
    public Text text() {
        return first.then(more);
    }

    /**
     * The same for behaviours of a longer history.
     *
     * @param steps position of each behaviour in the whole history
     */
    public Sentence at(int[] steps) {
        return new Sentence(
                template, first, more, named.stream().map(i -> steps[i]).toList(), from, to, standing, groups);
    }

    /** With a further sentence. */
    Sentence with(Text further) {
        return with(further, groups);
    }

    /** With a further sentence about groups. */
    Sentence with(Text further, List<GroupEffect> about) {
        return new Sentence(template, first, more.then(further), named, from, to, standing, about);
    }
}
