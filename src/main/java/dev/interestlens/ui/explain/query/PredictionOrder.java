package dev.interestlens.ui.explain.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which rows are shown and in which order.
 *
 * @param column to sort by
 * @param descending largest first
 * @param language of the titles
 */
public record PredictionOrder(Column column, boolean descending, Locale language) {
    /** Columns that can be sorted by. */
    public enum Column {
        ROW,
        USER,
        ITEM,
        SCORE,
        LABEL,
        ERROR,
        LENGTH,
        HISTORY_EFFECT,
        ENTROPY,
        AGREEMENT,
        AGAINST;

        /** Whether it is measured on demand. */
        public boolean measured() {
            return compareTo(LENGTH) > 0;
        }
    }

    /** The rows that pass, sorted (stable). Takes milliseconds for a hundred thousand. */
    public int[] of(Predictions rows, IntPredicate passes) {
        int[] kept = IntStream.range(0, rows.size()).filter(passes).toArray();
        if (column == Column.ITEM || column == Column.USER) {
            return byText(rows, kept);
        }
        long[] keys = new long[kept.length];
        Arrays.setAll(keys, i -> (long) sortable(value(rows, kept[i])) << 32 | kept[i]);
        Arrays.sort(keys);
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (int) keys[i];
        }
        return kept;
    }

    /** Sorts the distinct texts once; rows are then sorted by the rank of their text. */
    private int[] byText(Predictions rows, int[] kept) {
        Map<String, Integer> places = new HashMap<>();
        for (int row : kept) {
            places.putIfAbsent(text(rows, row), 0);
        }
        String[] sorted = places.keySet().toArray(new String[0]);
        Arrays.sort(sorted, descending ? Comparator.<String>reverseOrder() : Comparator.naturalOrder());
        for (int i = 0; i < sorted.length; i++) {
            places.put(sorted[i], i);
        }
        long[] keys = new long[kept.length];
        Arrays.setAll(keys, i -> (long) places.get(text(rows, kept[i])) << 32 | kept[i]);
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    private String text(Predictions rows, int row) {
        return column == Column.ITEM ? rows.title(row, language) : rows.user(row);
    }

    private float value(Predictions rows, int row) {
        return switch (column) {
            case SCORE -> rows.score(row);
            case LABEL -> rows.label(row);
            case ERROR -> rows.error(row);
            case LENGTH -> rows.length(row);
            case HISTORY_EFFECT -> rows.measures().historyEffect(row);
            case ENTROPY -> rows.measures().entropy(row);
            case AGREEMENT -> rows.measures().agreement(row);
            case AGAINST -> rows.measures().against(row);
            default -> row;
        };
    }

    /** An integer with the same order as the number; NaN comes last. */
    private int sortable(float value) {
        if (Float.isNaN(value)) {
            return Integer.MAX_VALUE;
        }
        int bits = Float.floatToIntBits(value);
        int ordered = bits ^ bits >> 31 & 0x7fffffff;
        return descending ? ~ordered : ordered;
    }
}
