package dev.interestlens.explain.effect;

import java.util.Objects;

/**
 * Does looking match mattering? Each figure beside what chance gives; none of them alone is a verdict.
 *
 * @param behaviours n
 * @param tau Kendall's tau-b of |Look| and |Effect|; NaN where one of them is constant
 * @param nullDeviation standard deviation of tau between two random orders
 * @param untrainedTau tau of the same model before training; NaN where it was not asked
 * @param topOverlap share of the three most looked at that are among the three of largest |Effect|
 * @param randomOverlap what a random choice shares: 3/n
 * @param topAgainst share of the three most looked at that lower the score
 * @param orderSkill F_del; NaN where it is undefined or not measured yet
 * @param signConflict whether one of the three most looked at clearly lowers the score
 * @param badge what may be said in a word
 */
public record Agreement(
        int behaviours,
        double tau,
        double nullDeviation,
        double untrainedTau,
        double topOverlap,
        double randomOverlap,
        double topAgainst,
        double orderSkill,
        boolean signConflict,
        Badge badge) {
    /** Does looking match mattering? */
    public enum Badge {
        AGREES,
        PARTLY,
        NO_MATCH,
        CANNOT_JUDGE
    }

    public Agreement {
        Objects.requireNonNull(badge);
    }
}
