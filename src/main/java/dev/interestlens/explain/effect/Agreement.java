package dev.interestlens.explain.effect;

import dev.interestlens.metric.RankCorrelation;
import dev.interestlens.store.Components;
import java.util.Objects;

/**
 * Whether Look agrees with Effect, or with the part of it that goes through attention. Each figure has a value by chance. The badge weighs behaviours by the size of their Effect; the other figures count
 * each alike.
 *
 * @param behaviours n
 * @param ofAttention whether the model has a table of what followed what beside its attention, so that Effect is here the part without the table's
 * @param found the Effect that lies where the model looked
 * @param tau Kendall's tau-b of |Look| and |Effect|; NaN where one of them is constant
 * @param untrainedTau tau of the same model before training; NaN where it was not requested
 * @param topOverlap share of the three largest |Look| that are among the three largest |Effect|
 * @param topAgainst share of the three largest |Look| that lower the score
 * @param orderSkill F_del; NaN where it is undefined or not measured yet
 * @param signConflict whether one of the three largest |Look| clearly lowers the score
 * @param badge the result in a word
 * @param earned how often this log gives such a badge, and would for other orders
 */
public record Agreement(
        int behaviours,
        boolean ofAttention,
        FoundEffect found,
        double tau,
        double untrainedTau,
        double topOverlap,
        double topAgainst,
        double orderSkill,
        boolean signConflict,
        Badge badge,
        Earned earned) {
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
        Objects.requireNonNull(earned);
    }

    public Agreement with(Earned onThisLog) {
        return Components.of(this).with("earned", onThisLog);
    }

    /** Whether it agrees, and that tells something of attention, since neither the newest first nor the untrained model earns as much. */
    public boolean isEvidence() {
        return badge == Badge.AGREES && earned.ahead();
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
