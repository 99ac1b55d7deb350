package dev.interestlens.ui.explain.query;

import java.util.Arrays;

/** Columns that need a backward pass per row, measured in chunks on demand; NaN until then. Changed only on the FX thread. */
public final class PredictionMeasures {
    private final float[] historyEffect;
    private final float[] entropy;
    private final float[] agreement;
    private final float[] against;

    PredictionMeasures(int size) {
        historyEffect = unknown(size);
        entropy = unknown(size);
        agreement = unknown(size);
        against = unknown(size);
    }

    private PredictionMeasures(PredictionMeasures of) {
        historyEffect = of.historyEffect.clone();
        entropy = of.entropy.clone();
        agreement = of.agreement.clone();
        against = of.against.clone();
    }

    private static float[] unknown(int size) {
        float[] column = new float[size];
        Arrays.fill(column, Float.NaN);
        return column;
    }

    /** z(H) − z(∅), exact. */
    public float historyEffect(int row) {
        return historyEffect[row];
    }

    /** Entropy of Look divided by that of uniform weights, 0 … 1. */
    public float entropy(int row) {
        return entropy[row];
    }

    /** Kendall's tau-b of the size of Look and of the first-order Effect. */
    public float agreement(int row) {
        return agreement[row];
    }

    /** Share of Look on behaviours that lower the score, by the first-order Effect. */
    public float against(int row) {
        return against[row];
    }

    public void put(int row, float effectOfHistory, float entropyOfLook, float agreementOfOrders, float lookAgainst) {
        historyEffect[row] = effectOfHistory;
        entropy[row] = entropyOfLook;
        agreement[row] = agreementOfOrders;
        against[row] = lookAgainst;
    }

    PredictionMeasures copy() {
        return new PredictionMeasures(this);
    }
}
