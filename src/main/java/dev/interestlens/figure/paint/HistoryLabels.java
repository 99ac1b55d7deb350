package dev.interestlens.figure.paint;

import dev.interestlens.figure.data.HistoryData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Selects and places rotated names below narrow columns: always marked and named behaviours, moved apart where their columns are too close; then
 * those with large Look or Effect; then as many as fit.
 */
record HistoryLabels(HistoryData data, HistoryLayout layout) {
    static final double APART = 14;

    /**
     * A name below a column.
     *
     * @param x where it ends, in pixels; it may be moved from the middle of its column
     */
    record Label(int behaviour, double x) {}

    /** @param marked the marked behaviour, or −1 */
    static List<Label> of(HistoryData data, HistoryLayout layout, int marked) {
        return new HistoryLabels(data, layout).place(marked);
    }

    private List<Label> place(int marked) {
        List<Label> placed = new ArrayList<>(apart(IntStream.range(0, data.size())
                .filter(i -> i == marked || data.named().contains(i))
                .toArray()));
        double[] weight = data.weights();
        Stream<Integer> heavy = IntStream.range(0, data.size())
                .boxed()
                .filter(i -> weight[i] > 0.1)
                .sorted(Comparator.comparingDouble(i -> -weight[i]));
        Stream.concat(heavy, IntStream.range(0, data.size()).boxed()).forEach(i -> {
            double x = middle(i);
            if (placed.stream().allMatch(each -> Math.abs(each.x() - x) >= APART)) {
                placed.add(new Label(i, x));
            }
        });
        return placed;
    }

    /** Moves names apart from left to right with a minimum distance, and back from the right end where necessary. */
    private List<Label> apart(int[] wanted) {
        double[] x = new double[wanted.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i == 0 ? middle(wanted[i]) : Math.max(middle(wanted[i]), x[i - 1] + APART);
        }
        for (int i = x.length - 1; i >= 0; i--) {
            double most = i == x.length - 1 ? layout.end() : x[i + 1] - APART;
            x[i] = Math.min(x[i], most);
        }
        return IntStream.range(0, x.length)
                .mapToObj(i -> new Label(wanted[i], x[i]))
                .toList();
    }

    private double middle(int behaviour) {
        return layout.x(behaviour) + layout.column() / 2;
    }
}
