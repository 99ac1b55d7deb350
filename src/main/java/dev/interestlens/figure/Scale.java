package dev.interestlens.figure;

/** How numbers become colours. */
public enum Scale {
    /** Amounts: 0 looks like the paper, 1 is strongest. */
    SEQUENTIAL,
    /** Numbers with a sign: −1 and 1 are strongest, 0 looks like the paper. */
    DIVERGING;

    /** Least share that has a colour of its own. */
    public double min() {
        return this == SEQUENTIAL ? 0 : -1;
    }
}
