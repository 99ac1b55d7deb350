package dev.interestlens.explain.sentence;

import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.explain.words.Text;
import dev.interestlens.store.Components;
import java.util.List;
import java.util.Objects;

/**
 * The sentence about a prediction. It begins with the behaviours that did it, where one or two carry more than half of what was measured, else with
 * what sets the score apart from those of random items, the item or the history.
 *
 * @param template which of the sentences
 * @param first the main sentence
 * @param more further sentences, the larger Effect first; may be empty
 * @param named positions of the behaviours that it names, at most three
 * @param from the score
 * @param to the score without the named behaviours (of {@link Template#IDLE} without any); NaN where nothing was removed
 * @param standing the rank, and the parts of the item and of the history
 * @param groups that it names
 * @param table who did what the named behaviours do
 * @param looked positions of behaviours that it names and that were looked at most
 */
public record Sentence(
        Template template,
        Text first,
        Text more,
        List<Integer> named,
        double from,
        double to,
        Standing standing,
        List<GroupEffect> groups,
        TablePart table,
        List<Integer> looked) {
    /** Of single behaviours only. */
    public Sentence(
            Template template, Text first, Text more, List<Integer> named, double from, double to, Standing standing) {
        this(template, first, more, named, from, to, standing, List.of(), TablePart.NONE, List.of());
    }

    /** The sentences; only {@link #STRONG} says "because". */
    public enum Template {
        /**
         * Removing the named behaviours together, which were looked at most, lowers the score more than nearly every removal of as many others, the
         * whole history raises it, and raises it above random items by more than the item itself does.
         */
        STRONG,
        /** The same, but a group of behaviours has clearly more effect than the named ones. */
        GROUP,
        /**
         * The same for the named behaviours, but the score is not due to the history (it does less than the item itself, or lowers the score), or they
         * were not looked at most.
         */
        WITHIN,
        /** Where the model looked most, removal changes little. The named behaviours are those of the largest Effect, if any stand out. */
        LOOKED_NOT_MATTERED,
        /** The behaviours that change the score most lower it. */
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
        Objects.requireNonNull(table);
        named = List.copyOf(named);
        groups = List.copyOf(groups);
        looked = List.copyOf(looked);
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
        return Components.of(this).with("named", at(named, steps), "looked", at(looked, steps));
    }

    private static List<Integer> at(List<Integer> positions, int[] steps) {
        return positions.stream().map(i -> steps[i]).toList();
    }

    Sentence saying(Text first, Text more) {
        return Components.of(this).with("first", first, "more", more);
    }

    /** With a further sentence. */
    Sentence with(Text further) {
        return Components.of(this).with("more", more.then(further));
    }

    /** With further sentences about groups, before what is said of the named behaviours and behind it. */
    Sentence with(Text before, Text behind, List<GroupEffect> about) {
        return Components.of(this).with("more", before.then(more).then(behind), "groups", about);
    }

    Sentence as(Template other) {
        return Components.of(this).with("template", other);
    }

    Sentence with(TablePart part) {
        return Components.of(this).with("table", part);
    }

    Sentence looked(List<Integer> most) {
        return Components.of(this).with("looked", most);
    }

    /** By how much removing the named behaviours changes the logit; 0 where none is named. */
    double change() {
        return named.isEmpty() ? 0 : Scores.logit(from) - Scores.logit(to);
    }
}
