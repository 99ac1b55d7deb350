package dev.interestlens.filter;

import java.util.List;
import java.util.stream.Stream;

/** Columns of predictions that are known without explaining them, by row number. */
public interface PredictionColumns {
    String user(int row);

    /** Titles of the candidate, in each language. */
    List<String> titles(int row);

    /** Its categories, in each language. */
    List<String> categories(int row);

    /** 1 where the user chose it, else 0. */
    float label(int row);

    /** Behaviours before it. */
    int length(int row);

    /** NaN where it is not scored yet. */
    float score(int row);

    /** |label − score|. */
    default float error(int row) {
        return Math.abs(label(row) - score(row));
    }

    /** The fields that every list of predictions has. */
    default List<Field<Integer>> fields() {
        return Stream.concat(
                        words().stream(),
                        Stream.of(
                                Field.<Integer>text(this::categories, "category", "cat"),
                                Field.<Integer>floats(this::label, "label"),
                                Field.<Integer>floats(this::score, "score", "p"),
                                Field.<Integer>floats(this::error, "error", "err"),
                                Field.<Integer>number(this::length, "n", "length")))
                .toList();
    }

    /** The fields in which a word without a field name is searched. */
    default List<Field<Integer>> words() {
        return List.of(Field.key(row -> List.of(user(row)), "user"), Field.text(this::titles, "title", "item"));
    }
}
