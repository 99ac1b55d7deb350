package dev.interestlens.ui.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** A column of numbers that a filter may ask for, by its short name or the one that stands above it. */
enum NumberField {
    SCORE("p", "score"),
    ERROR("err", "error"),
    LENGTH("n", "length"),
    LABEL("label"),
    RANK("rank"),
    HISTORY_EFFECT("hist", "history"),
    ENTROPY("ent", "entropy"),
    AGREEMENT("agree", "agreement"),
    AGAINST("against");

    private final List<String> names;

    NumberField(String... names) {
        this.names = List.of(names);
    }

    static Optional<NumberField> of(String name) {
        return Arrays.stream(values()).filter(each -> each.names.contains(name)).findFirst();
    }

    /** Whether it is measured on demand. */
    boolean measured() {
        return compareTo(HISTORY_EFFECT) >= 0;
    }

    /** Its value by row; NaN where it is not known yet. */
    IntToDoubleFunction of(Predictions rows) {
        return switch (this) {
            case SCORE -> rows::score;
            case ERROR -> rows::error;
            case LENGTH -> rows::length;
            case LABEL -> rows::label;
            case RANK -> {
                double[] ranks = rows.ranks();
                yield row -> ranks[row];
            }
            case HISTORY_EFFECT -> row -> rows.measures().historyEffect(row);
            case ENTROPY -> row -> rows.measures().entropy(row);
            case AGREEMENT -> row -> rows.measures().agreement(row);
            case AGAINST -> row -> rows.measures().against(row);
        };
    }
}
