package dev.interestlens.explain.effect;

import dev.interestlens.metric.RankCorrelation;
import java.util.Objects;

/**
 * Whether Look agrees with Effect. Each figure has a value by chance. The badge weighs behaviours by the size of their Effect; the other figures count
 * each alike.
 *
 * @param behaviours n
 * @param found the Effect that lies where the model looked
 * @param tau Kendall's tau-b of |Look| and |Effect|; NaN where one of them is constant
 * @param untrainedTau tau of the same model before training; NaN where it was not requested
 * @param topOverlap share of the three largest |Look| that are among the three largest |Effect|
 * @param topAgainst share of the three largest |Look| that lower the score
 * @param orderSkill F_del; NaN where it is undefined or not measured yet
 * @param signConflict whether one of the three largest |Look| clearly lowers the score
 * @param badge the result in a word
 */
public record Agreement(
        int behaviours,
        FoundEffect found,
        double tau,
        double untrainedTau,
        double topOverlap,
        double topAgainst,
        double orderSkill,
        boolean signConflict,
        Badge badge) {
    static final int TOP = 3;

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

    /** Standard deviation of tau between two random orders. */
    public double nullDeviation() {
        return RankCorrelation.kendallNullDeviation(behaviours);
    }

    /** {@code topOverlap} of a random choice: 3/n. */
    public double randomOverlap() {
        return behaviours == 0 ? Double.NaN : top() / (double) behaviours;
    }

    /** How many behaviours are the first ones of an order: three, or all of a shorter history. */
    int top() {
        return Math.min(TOP, behaviours);
    }
}
