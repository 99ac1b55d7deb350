package dev.interestlens.data.protocol;

/** How strongly one item follows another. */
public enum NeighbourKind {
    /** The cosine of the users who have both, G / √((G_jj + s) (G_cc + s)); the strength is s. */
    KNN(10, 0, 10),
    /**
     * The root of Σ 1 / gap over the places where the one comes at most ten behaviours later, divided by its popularity to a power, which is the
     * strength.
     */
    RULES(.25, 0, .25),
    /** B = −P / diag P with P = (XᵀX + λ)^−1 (Steck, WWW 2019); the strength is λ. */
    EASE(300, 100, 300, 1000),
    /**
     * Rules plus EASE, each with its usual strength and divided by the root mean square of what it gives; the strength is how often EASE counts beside
     * the rules.
     */
    SUM(.5, .5, 1);

    private final double usual;
    private final double[] strengths;

    NeighbourKind(double usual, double... strengths) {
        this.usual = usual;
        this.strengths = strengths;
    }

    /** The strength in a sum, and where only one is tried: found on validation parts of several logs. */
    double usual() {
        return usual;
    }

    /** The strengths that are tried. */
    double[] strengths() {
        return strengths.clone();
    }

    /** To which power a sum of the log is taken. */
    double power() {
        return this == RULES ? .5 : 1;
    }

    /** Whether a matrix must be inverted for it, so that no event can be subtracted from it. */
    public boolean linear() {
        return this == EASE || this == SUM;
    }
}
