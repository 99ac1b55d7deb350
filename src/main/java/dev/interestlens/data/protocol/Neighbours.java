package dev.interestlens.data.protocol;

/**
 * A scorer: the score of an item c is Σ γ^(age of j) S_jc over the behaviours j of a history, where the age is the number of behaviours between j and c.
 *
 * @param kind what S is made of
 * @param strength see {@link NeighbourKind}
 * @param decay γ
 * @param rows S
 * @param before factor that S has for each item that is followed; all 0 where nothing can be subtracted from S
 * @param after factor that S has for each item that follows, likewise
 * @param ndcg10 of the full ranking on the validation part; NaN where there is none
 */
public record Neighbours(
        NeighbourKind kind,
        double strength,
        double decay,
        NeighbourRows rows,
        float[] before,
        float[] after,
        double ndcg10) {
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

    /**
     * What the event that is learnt added to S between two items, of which one comes so many behaviours after the other, before both factors: a user who
     * is trained on must not be told by it. What the user did at other times stays, as it does when the model is used.
     */
    public float own(int age) {
        return switch (kind) {
            case KNN -> 1;
            case RULES -> age < REACH ? 1f / (age + 1) : 0;
            case EASE, SUM -> 0; // one solution over all users: see NeighbourFit.folds
        };
    }

    /** To which power the sums of the log were taken before both factors. */
    public double power() {
        return kind.power();
    }

    Neighbours with(double otherDecay, double found) {
        return new Neighbours(kind, strength, otherDecay, rows, before, after, found);
    }
}
