package dev.interestlens.data.protocol;

/** How strongly one item follows another. */
public enum NeighbourKind {
    /** The cosine of the users who have both, G / √((G_jj + s) (G_cc + s)); the strength is s. */
    KNN(10, .9, 0, 10),
    /**
     * The root of Σ 1 / gap over the places where the one comes at most ten behaviours later, divided by its popularity to a power, which is the
     * strength.
     */
    RULES(.25, .8, 0, .25),
    /** B = −P / diag P with P = (XᵀX + λ)^−1 (Steck, WWW 2019); the strength is λ. */
    EASE(300, .8, 100, 300, 1000),
    /**
     * Rules plus EASE, each as it helps a model most and divided by the root mean square of what it gives; the strength is how often EASE counts beside
     * the rules.
     */
    SUM(.5, .8, .5, 1);

    private final double besideStrength;
    private final double besideDecay;
    private final double[] strengths;

    NeighbourKind(double besideStrength, double besideDecay, double... strengths) {
        this.besideStrength = besideStrength;
        this.besideDecay = besideDecay;
        this.strengths = strengths;
    }

    /** The strength that helps most where it is added to a model that knows the popular items itself: found on validation parts of several logs. */
    double besideStrength() {
        return besideStrength;
    }

    /** The decay that helps most where it is added to a model that reads the newest behaviours itself: found in the same way. */
    double besideDecay() {
        return besideDecay;
    }

    /** The strengths that are tried. */
    double[] strengths() {
        return strengths.clone();
    }

    /** To which power a sum of the log is taken. */
    double power() {
        return this == RULES ? .5 : 1;
    }

    /** Whether a matrix must be inverted for it. */
    boolean linear() {
        return this == EASE || this == SUM;
    }
}
