package dev.interestlens.explain.effect;

import java.util.Objects;

/**
 * The measured effect of removing all behaviours of a group together.
 *
 * @param effect z(H) − z(H∖g); positive where the group raises the score
 * @param points p(H) − p(H∖g)
 * @param byTable the part of the effect that comes from what followed what; 0 where the model has no such table
 * @param singles sum of the Effects of its behaviours, each removed alone
 * @param largestSingle the largest size of these
 * @param random removals of as many behaviours, drawn from all
 * @param beside the same, drawn without the behaviours of other groups that stand out; equal to {@code random} where there are none
 */
public record GroupEffect(
        Group group,
        double effect,
        double points,
        double byTable,
        double singles,
        double largestSingle,
        Draws random,
        Draws beside) {
    private static final double HALF = 0.5;

    /**
     * Effects of random removals; NaN where there are none.
     *
     * @param low the second smallest of twenty
     * @param high the second largest
     */
    public record Draws(double mean, double low, double high) {
        static final Draws NONE = new Draws(Double.NaN, Double.NaN, Double.NaN);
    }

    /** Of a model without a table. */
    public GroupEffect(
            Group group,
            double effect,
            double points,
            double singles,
            double largestSingle,
            Draws random,
            Draws beside) {
        this(group, effect, points, 0, singles, largestSingle, random, beside);
    }

    public GroupEffect {
        Objects.requireNonNull(group);
        Objects.requireNonNull(random);
        Objects.requireNonNull(beside);
    }

    /** The share of the effect that comes from what followed what, 0 … 1; 0 where that works in the other direction, or there is no such part. */
    public double shareOfTable() {
        return effect == 0 ? 0 : Math.max(0, Math.min(1, byTable / effect));
    }

    /** Whether it exceeds nearly every random removal, and is large enough to be mentioned. */
    public boolean standsOut() {
        return beyond(beside);
    }

    boolean beyond(Draws draws) {
        return effect >= Effects.WORTH_SAYING && effect > draws.high()
                || effect <= -Effects.WORTH_SAYING && effect < draws.low();
    }

    /** Whether its behaviours are redundant: together they matter, but no single one does. */
    public boolean redundant() {
        return group.size() > 1 && Math.abs(effect) >= Effects.WORTH_SAYING && largestSingle < Effects.WORTH_SAYING;
    }

    /** Whether no single behaviour has half of the joint effect. */
    public boolean together() {
        return group.size() > 1 && largestSingle < HALF * Math.abs(effect);
    }
}
