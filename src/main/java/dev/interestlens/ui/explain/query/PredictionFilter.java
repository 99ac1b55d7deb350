package dev.interestlens.ui.explain.query;

import dev.interestlens.filter.Filter;
import dev.interestlens.filter.Mistake;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The filter of predictions. Besides the fields of any list of predictions it has {@code rank}, {@code like:ROW} and fields measured on demand;
 * values not measured yet fulfil no condition.
 */
public final class PredictionFilter {
    /** Names of the columns measured on demand. */
    private static final Set<String> MEASURED = Set.of("effect", "entropy", "agreement", "against");

    private static final String LIKE = "like";
    private static final Predictions NONE =
            Predictions.of(new String[0], new String[0], new float[0], new int[0], new float[0]);

    private final String text;
    private final Filter<Integer> read;

    public PredictionFilter(String text) {
        this.text = text;
        read = read(NONE);
    }

    private Filter<Integer> read(Predictions rows) {
        return Filter.of(text, rows.fields(), rows.words());
    }

    /** Whether a condition uses columns measured on demand. */
    public boolean wantsMeasures() {
        return read.terms().stream().anyMatch(term -> MEASURED.contains(term.field()));
    }

    /** The row of the condition {@code like}, if there is one. */
    public OptionalInt like() {
        return read.terms().stream()
                .filter(term -> term.field().equals(LIKE) && term.value().matches("\\d{1,9}"))
                .mapToInt(term -> Integer.parseInt(term.value()))
                .findFirst();
    }

    /** Invalid conditions, with their place. */
    List<Mistake> mistakes() {
        return read.mistakes();
    }

    /** A filter of the current rows; for one thread. */
    public Filter<Integer> of(Predictions rows) {
        return read(rows);
    }

    /** A predicate for rows; for one thread. */
    public IntPredicate on(Predictions rows) {
        var test = read(rows).test();
        return test::test;
    }

    /** The same with other conditions on a field; an empty text removes them. */
    public String with(String field, String conditions) {
        return read.with(field, conditions);
    }
}
