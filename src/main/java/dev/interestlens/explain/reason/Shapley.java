package dev.interestlens.explain.reason;

/**
 * Shares of a sum (Shapley 1953): what each part adds on average over all orders in which parts can be added. They sum to the value of all parts less
 * that of none.
 */
final class Shapley {
    private Shapley() {}

    /**
     * The shares.
     *
     * @param values 2^P numbers; bit p of the place: part p is there
     * @return P numbers
     */
    static double[] of(double[] values) {
        int parts = Integer.numberOfTrailingZeros(values.length);
        double[] weights = weights(parts);
        double[] shares = new double[parts];
        for (int set = 0; set < values.length; set++) {
            for (int p = 0; p < parts; p++) {
                if ((set >> p & 1) == 0) {
                    shares[p] += weights[Integer.bitCount(set)] * (values[set | 1 << p] - values[set]);
                }
            }
        }
        return shares;
    }

    /** |S|! (P − |S| − 1)! / P! by the size of S: the share of the orders in which a part comes just after the parts of S. */
    private static double[] weights(int parts) {
        double[] weights = new double[parts];
        for (int size = 0; size < parts; size++) {
            double orders = parts; // P · (P − 1 over |S|)
            for (int i = 1; i <= size; i++) {
                orders *= (parts - i) / (double) i;
            }
            weights[size] = 1 / orders;
        }
        return weights;
    }
}
