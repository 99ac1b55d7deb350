package dev.interestlens.ui.explain.query;

import dev.interestlens.filter.Filter;
import dev.interestlens.filter.Mistake;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What the filter field says. Beside what can be asked of any list of predictions there are {@code rank}, {@code like:ROW} and what is measured on demand;
 * what is not measured yet fulfils no condition.
 */
public final class PredictionFilter {
    /** Usual names of columns that are measured on demand. */
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

    /** Whether a condition asks for columns that are measured on demand. */
    public boolean wantsMeasures() {
        return read.terms().stream().anyMatch(term -> MEASURED.contains(term.field()));
    }

    /** The row that others are to be like, if a condition asks for that. */
    public OptionalInt like() {
        return read.terms().stream()
                .filter(term -> term.field().equals(LIKE) && term.value().matches("\\d{1,9}"))
                .mapToInt(term -> Integer.parseInt(term.value()))
                .findFirst();
    }

    /** What looks like a condition but is none, with its place. */
    List<Mistake> mistakes() {
        return read.mistakes();
    }

    /** For the rows of a moment; for one thread. */
    public Filter<Integer> of(Predictions rows) {
        return read(rows);
    }

    /** Which rows pass. For one thread. */
    public IntPredicate on(Predictions rows) {
        var test = read(rows).test();
        return test::test;
    }

    /** The same with other conditions on a field; an empty text takes them away. */
    public String with(String field, String conditions) {
        return read.with(field, conditions);
    }
}
