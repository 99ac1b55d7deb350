package dev.interestlens.nn;

import ai.djl.ndarray.NDArray;

/**
 * What a control does to the attention of one sample before it is used: the weight of behaviour i goes to behaviour j by a matrix. What stands behind the
 * behaviours, padding or the candidate, keeps its own. For evaluation only.
 */
public final class Mixing {
    /** Attention stays as it is. */
    public static final Mixing NONE = new Mixing(new double[0], 0);

    private final double[] matrix;
    private final int behaviours;

    /** @param matrix n · n, row-major: the share of behaviour i's weight that goes to behaviour j */
    public Mixing(double[] matrix, int behaviours) {
        if (matrix.length != behaviours * behaviours) {
            throw new IllegalArgumentException(matrix.length + " numbers for " + behaviours + " behaviours");
        }
        this.matrix = matrix.clone();
        this.behaviours = behaviours;
    }

    /**
     * @param weights of one sample, shape (…, T) with T at least n
     * @return the same shape
     */
    public NDArray apply(NDArray weights, Tensors tensors) {
        if (behaviours == 0) {
            return weights;
        }
        int t = (int) weights.getShape().get(weights.getShape().dimension() - 1);
        double[] wide = new double[t * t];
        for (int i = 0; i < t; i++) {
            if (i < behaviours) {
                System.arraycopy(matrix, i * behaviours, wide, i * t, behaviours);
            } else {
                wide[i * t + i] = 1;
            }
        }
        return Ops.matmul(weights, tensors.doubles(wide, t, t).toType(weights.getDataType(), false));
    }
}
