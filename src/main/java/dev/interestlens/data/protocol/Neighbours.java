package dev.interestlens.data.protocol;

/**
 * A scorer: the score of an item c is Σ γ^(age of j) S_jc over the behaviours j of a history, where the age is the number of behaviours between j and c.
 *
 * @param kind what S is made of
 * @param strength see {@link NeighbourKind}
 * @param decay γ
 * @param rows S
 * @param before factor that S has for each item that is followed
 * @param after factor that S has for each item that follows
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

    /** Of a table from which nothing can be subtracted. */
    public static Neighbours of(NeighbourRows rows, NeighbourKind kind, double strength, double decay) {
        float[] none = new float[rows.ids().length / rows.width()];
        return new Neighbours(kind, strength, decay, rows, none, none, Double.NaN);
    }

    /** γ^age, 0 where that is next to nothing. */
    public float weight(int age) {
        return weight(decay, age);
    }

    static float weight(double decay, int age) {
        double weight = Math.pow(decay, age);
        return weight < LEAST ? 0 : (float) weight;
    }

    /**
     * What one user adds to S between two items, of which one comes so many behaviours after the other, before both factors: a user who is trained
     * on must not be told by the own events.
     */
    public float own(int age) {
        return switch (kind) {
            case KNN -> 1;
            case RULES -> age < REACH ? 1f / (age + 1) : 0;
            case EASE, SUM -> 0;
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
