package dev.interestlens.ui.explain.query;

import java.util.AbstractList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ObservableListBase;

/** Row numbers for a virtual table; a new order replaces all in one change, without copying. */
public final class RowList extends ObservableListBase<Integer> {
    private int[] rows = new int[0];

    public void set(int[] now) {
        int[] before = rows;
        beginChange();
        rows = now;
        nextReplace(0, now.length, listOf(before));
        endChange();
    }

    /** Index of a row, −1 where it is not shown. */
    public int placeOf(int row) {
        return IntStream.range(0, rows.length)
                .filter(i -> rows[i] == row)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public Integer get(int place) {
        return rows[place];
    }

    @Override
    public int size() {
        return rows.length;
    }

    private static List<Integer> listOf(int[] values) {
        return new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return values[index];
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }
}
