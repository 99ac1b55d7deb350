package dev.interestlens.nn.penalty;

/** How often each row of a table occurs in a data set; row 0 is padding and never counts. */
public final class RowCounts {
    /** What counts once. */
    public enum Unit {
        /** A sample, however often the row occurs in it (the paper's indicator). */
        SAMPLES,
        /** An occurrence. */
        TOKENS
    }

    private final Unit unit;
    private final int[] counts;
    private final int[] lastSample;
    private int samples;

    public RowCounts(int rows, Unit unit) {
        this.unit = unit;
        counts = new int[rows];
        lastSample = new int[rows];
    }

    /** Counts the rows of one sample: history and candidate together, padding allowed. */
    public void add(int[]... rows) {
        samples++;
        for (int[] some : rows) {
            for (int row : some) {
                if (row != 0 && (unit == Unit.TOKENS || lastSample[row] != samples)) {
                    counts[row]++;
                    lastSample[row] = samples;
                }
            }
        }
    }

    /** n_j. */
    public int of(int row) {
        return counts[row];
    }
}
