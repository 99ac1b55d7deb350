package dev.interestlens.data.protocol;

/** Inverts symmetric positive definite matrices; the engine does it ten times faster than loops of Java, and data may not use the engine. */
@FunctionalInterface
public interface SymmetricInverse {
    /** Where nothing is inverted. */
    SymmetricInverse NONE = (matrix, n) -> {
        throw new IllegalStateException("nothing to invert with");
    };

    /**
     * The inverse.
     *
     * @param matrix n · n, row by row; it may be overwritten
     * @return n · n, row by row
     */
    double[] of(double[] matrix, int n);
}
