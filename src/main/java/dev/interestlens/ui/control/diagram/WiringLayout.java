package dev.interestlens.ui.control.diagram;

import dev.interestlens.ui.control.diagram.WiringData.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The layout of the boxes: the longest path to the last box is the spine, from top to bottom; its other inputs are in columns to the right; dead ends
 * are to the left. Lines are horizontal or vertical.
 *
 * @param row of each box, 0 the topmost
 * @param column of each box: 0 the spine, 1 … right of it, −1 left of it
 */
record WiringLayout(int[] row, int[] column) {
    static WiringLayout of(WiringData data) {
        List<Box> boxes = data.boxes();
        int size = boxes.size();
        int[] row = new int[size];
        int[] lastReader = new int[size];
        Arrays.fill(lastReader, -1);
        for (int i = 0; i < size; i++) {
            for (String read : boxes.get(i).reads()) {
                row[i] = Math.max(row[i], row[data.indexOf(read)] + 1);
            }
        }
        boolean[] spine = spine(data, row);
        for (int i = size - 1; i >= 0; i--) {
            for (String read : boxes.get(i).reads()) {
                int from = data.indexOf(read);
                lastReader[from] = Math.max(lastReader[from], row[i]);
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            if (!spine[i] && (lastReader[i] >= 0 || boxes.get(i).reads().isEmpty())) {
                // no higher than necessary: lines to the spine pass there
                row[i] = firstReader(data, row, boxes.get(i).id()) - 1;
            }
        }
        int[] top = new int[size];
        for (int i = 0; i < size; i++) {
            top[i] = boxes.get(i).reads().stream()
                    .map(data::indexOf)
                    .filter(from -> spine[from])
                    .map(from -> row[from] + 1)
                    .reduce(row[i], Math::min);
        }
        return new WiringLayout(row, columns(spine, row, top, lastReader));
    }

    private static int firstReader(WiringData data, int[] row, String id) {
        return IntStream.range(0, row.length)
                .filter(i -> data.boxes().get(i).reads().contains(id))
                .map(i -> row[i])
                .min()
                .orElse(1);
    }

    private static boolean[] spine(WiringData data, int[] row) {
        boolean[] spine = new boolean[row.length];
        int at = row.length - 1;
        while (at >= 0) {
            spine[at] = true;
            at = data.boxes().get(at).reads().stream()
                    .map(data::indexOf)
                    .max(Comparator.<Integer>comparingInt(i -> row[i]).thenComparingInt(i -> -i))
                    .orElse(-1);
        }
        return spine;
    }

    /**
     * Boxes whose lines end first are nearest to the spine, and of these the lowest, so that no line to it passes another box. Two share a column where
     * neither line passes the other box.
     *
     * @param top the row at which the first line to the box comes down
     */
    private static int[] columns(boolean[] spine, int[] row, int[] top, int[] lastReader) {
        int[] column = new int[row.length];
        List<Integer> right = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            if (!spine[i] && lastReader[i] < 0) {
                column[i] = -1;
            } else if (!spine[i]) {
                right.add(i);
            }
        }
        right.sort(Comparator.<Integer>comparingInt(i -> lastReader[i]).thenComparingInt(i -> -row[i]));
        List<List<Integer>> columns = new ArrayList<>();
        for (int each : right) {
            List<Integer> free = columns.stream()
                    .filter(taken -> taken.stream()
                            .allMatch(other -> lastReader[other] < top[each] || lastReader[each] < top[other]))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Integer> fresh = new ArrayList<>();
                        columns.add(fresh);
                        return fresh;
                    });
            free.add(each);
            column[each] = columns.indexOf(free) + 1;
        }
        return column;
    }

    int rows() {
        return Arrays.stream(row).max().orElse(-1) + 1;
    }

    int rightColumns() {
        return Math.max(0, Arrays.stream(column).max().orElse(0));
    }

    boolean hasLeft() {
        return Arrays.stream(column).anyMatch(c -> c < 0);
    }

    /** Whether a horizontal line from a box of the spine to a column right of it would pass another box. */
    boolean isBlocked(int from, int to) {
        return IntStream.range(0, row.length)
                .anyMatch(i -> row[i] == row[from] && column[i] > 0 && column[i] <= column[to]);
    }

    /** Whether a horizontal line from the right into a box would pass another box. */
    boolean isBehind(int from, int to) {
        return IntStream.range(0, row.length)
                .anyMatch(i -> row[i] == row[to] && column[i] > column[to] && column[i] < column[from]);
    }

    /** Whether a line between two boxes of the spine has to bypass others. */
    boolean passes(int from, int to) {
        return column[from] == 0 && column[to] == 0 && row[to] - row[from] > 1;
    }
}
