package dev.interestlens.ui.explain;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which rows are shown and in which order.
 *
 * @param column what decides
 * @param descending largest first
 * @param language of the titles
 */
record PredictionOrder(Column column, boolean descending, Locale language) {
    /** Columns that can be sorted by. */
    enum Column {
        ROW,
        USER,
        ITEM,
        SCORE,
        LABEL,
        ERROR,
        LENGTH
    }

    /** Rows that pass, in order; equal ones as in the data. Takes milliseconds for a hundred thousand. */
    int[] of(Predictions rows, IntPredicate passes) {
        int[] kept = IntStream.range(0, rows.size()).filter(passes).toArray();
        if (column == Column.ITEM || column == Column.USER) {
            return byText(rows, kept);
        }
        long[] keys = new long[kept.length];
        for (int i = 0; i < kept.length; i++) {
            keys[i] = (long) sortable(value(rows, kept[i])) << 32 | kept[i];
        }
        Arrays.sort(keys);
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (int) keys[i];
        }
        return kept;
    }

    private int[] byText(Predictions rows, int[] kept) {
        String[] texts = new String[rows.size()];
        for (int row : kept) {
            texts[row] = column == Column.ITEM ? rows.title(row, language) : rows.user(row);
        }
        return IntStream.of(kept)
                .boxed()
                .sorted((a, b) -> descending ? texts[b].compareTo(texts[a]) : texts[a].compareTo(texts[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private float value(Predictions rows, int row) {
        return switch (column) {
            case SCORE -> rows.score(row);
            case LABEL -> rows.label(row);
            case ERROR -> rows.error(row);
            case LENGTH -> rows.length(row);
            default -> row;
        };
    }

    /** An integer that orders as the number does; what is not known comes last. */
    private int sortable(float value) {
        if (Float.isNaN(value)) {
            return Integer.MAX_VALUE;
        }
        int bits = Float.floatToIntBits(value);
        int ordered = bits ^ bits >> 31 & 0x7fffffff;
        return descending ? ~ordered : ordered;
    }
}
