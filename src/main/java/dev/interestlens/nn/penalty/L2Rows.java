package dev.interestlens.nn.penalty;

import dev.interestlens.nn.RowTable;

/** L2 on the embedding rows that a batch touched: λ‖w_j‖². Other rows are not changed. */
public record L2Rows(double lambda) implements RowPenalty {
    @Override
    public double add(RowTable table, int[] ids, int count, float[] gradient) {
        int width = table.width();
        float[] row = new float[width];
        double value = 0;
        for (int i = 0; i < count; i++) {
            table.storage().read(ids[i], row, 0);
            for (int e = 0; e < width; e++) {
                value += lambda * row[e] * row[e];
                gradient[i * width + e] += (float) (2 * lambda * row[e]);
            }
        }
        return value;
    }
}
