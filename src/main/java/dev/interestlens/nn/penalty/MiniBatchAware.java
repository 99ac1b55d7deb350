package dev.interestlens.nn.penalty;

import dev.interestlens.nn.RowTable;
import java.util.Map;

/**
 * DIN's mini-batch aware regularisation (arXiv 1706.06978, section 5.1; golden case D): λ Σ ‖w_j‖²/n_j over the rows j that a batch touches, n_j how
 * often j occurs in the whole data set. Rows that never occur there (padding, auxiliary negatives) are not changed.
 */
public final class MiniBatchAware implements RowPenalty {
    /** What reaches the gradient. */
    public enum Term {
        /** λ/n_j·w_j, the term of the paper's update equation: half the exact gradient. */
        PAPER(1),
        /** 2λ/n_j·w_j, the exact gradient of the value. */
        EXACT(2);

        private final int factor;

        Term(int factor) {
            this.factor = factor;
        }
    }

    private final double lambda;
    private final Term term;
    private final Map<String, RowCounts> counts;

    /** @param counts by the name of the table; tables without counts are left alone */
    public MiniBatchAware(double lambda, Term term, Map<String, RowCounts> counts) {
        this.lambda = lambda;
        this.term = term;
        this.counts = Map.copyOf(counts);
    }

    @Override
    public double add(RowTable table, int[] ids, int count, float[] gradient) {
        RowCounts of = counts.get(table.name());
        if (of == null) {
            return 0;
        }
        int width = table.width();
        float[] row = new float[width];
        double value = 0;
        for (int i = 0; i < count; i++) {
            int n = of.of(ids[i]);
            if (n == 0) {
                continue;
            }
            table.storage().read(ids[i], row, 0);
            for (int e = 0; e < width; e++) {
                value += lambda / n * row[e] * row[e];
                gradient[i * width + e] += (float) (term.factor * lambda / n * row[e]);
            }
        }
        return value;
    }
}
