package dev.interestlens.explain.effect;

import java.util.Objects;

/**
 * Whether Look agrees with Effect. Each figure has a value by chance. The badge weighs behaviours by the size of their Effect; the other figures count
 * each alike.
 *
 * @param behaviours n
 * @param found the Effect that lies where the model looked
 * @param tau Kendall's tau-b of |Look| and |Effect|; NaN where one of them is constant
 * @param nullDeviation standard deviation of tau between two random orders
 * @param untrainedTau tau of the same model before training; NaN where it was not requested
 * @param topOverlap share of the three largest |Look| that are among the three largest |Effect|
 * @param randomOverlap the same for a random choice: 3/n
 * @param topAgainst share of the three largest |Look| that lower the score
 * @param orderSkill F_del; NaN where it is undefined or not measured yet
 * @param signConflict whether one of the three largest |Look| clearly lowers the score
 * @param badge the result in a word
 */
public record Agreement(
        int behaviours,
        FoundEffect found,
        double tau,
        double nullDeviation,
        double untrainedTau,
        double topOverlap,
        double randomOverlap,
        double topAgainst,
        double orderSkill,
        boolean signConflict,
        Badge badge) {
    /** The result in a word. */
    public enum Badge {
        AGREES,
        PARTLY,
        NO_MATCH,
        CANNOT_JUDGE
    }

    public Agreement {
        Objects.requireNonNull(found);
        Objects.requireNonNull(badge);
    }
}
