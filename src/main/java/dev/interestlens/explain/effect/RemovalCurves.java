package dev.interestlens.explain.effect;

import java.util.Objects;

/**
 * The score while behaviours are deleted, or inserted, in an order. Histories with holes are not what the model was trained on: only the order is
 * judged.
 *
 * @param look in the order of Look
 * @param effect in the order of the measured Effect
 * @param randomDeletion mean over random orders, one score for each number removed, 0 … n
 * @param randomDeletionArea area under it
 * @param orderSkill F_del of Look: 0 as good as random, 1 as good as the measured Effect; NaN where these two hardly differ
 */
public record RemovalCurves(
        Order look, Order effect, double[] randomDeletion, double randomDeletionArea, double orderSkill) {
    /**
     * One order.
     *
     * @param deletion p(H∖T_k) for k = 0 … n
     * @param insertion p(T_k) for k = 0 … n
     * @param deletionArea area under the first over k/n: lower is better
     * @param insertionArea area under the second: higher is better
     * @param comprehensiveness AOPC: mean of p(H) − p(H∖T_k); higher is better
     * @param sufficiency AOPC: mean of p(H) − p(T_k); lower is better
     */
    public record Order(
            double[] deletion,
            double[] insertion,
            double deletionArea,
            double insertionArea,
            double comprehensiveness,
            double sufficiency) {
        public Order {
            deletion = deletion.clone();
            insertion = insertion.clone();
        }
    }

    public RemovalCurves {
        Objects.requireNonNull(look);
        Objects.requireNonNull(effect);
        randomDeletion = randomDeletion.clone();
    }
}
