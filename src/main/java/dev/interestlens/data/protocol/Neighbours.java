package dev.interestlens.data.protocol;

/**
 * A scorer: the score of an item c is Σ γ^(age of j) S_jc over the behaviours j of a history, where the age is the number of behaviours between j and c.
 *
 * @param kind what S is made of
 * @param strength see {@link NeighbourKind}
 * @param decay γ
 * @param rows S
 * @param ndcg10 of the full ranking on the validation part; NaN where there is none
 */
public record Neighbours(NeighbourKind kind, double strength, double decay, NeighbourRows rows, double ndcg10) {
    /** How far behind an item may stand that follows it. */
    static final int REACH = 10;

    /** Weights below this are 0. */
    private static final double LEAST = 1e-3;

    /** γ^age, 0 where that is next to nothing. */
    public float weight(int age) {
        return weight(decay, age);
    }

    static float weight(double decay, int age) {
        double weight = Math.pow(decay, age);
        return weight < LEAST ? 0 : (float) weight;
    }

    Neighbours with(double otherDecay, double found) {
        return new Neighbours(kind, strength, otherDecay, rows, found);
    }
}
