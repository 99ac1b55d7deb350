package dev.interestlens.explain.effect;

import java.util.Objects;

/**
 * What removing a group does, all its behaviours together, measured.
 *
 * @param effect z(H) − z(H∖g); positive where the group raises the score
 * @param points p(H) − p(H∖g)
 * @param singles sum of the Effects of its behaviours, each removed alone
 * @param largestSingle the largest size of these
 * @param random removals of as many behaviours, drawn from all
 * @param beside the same, drawn without those of other groups that stand out by themselves; the same as random where there are none
 */
public record GroupEffect(
        Group group, double effect, double points, double singles, double largestSingle, Draws random, Draws beside) {
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

    public GroupEffect {
        Objects.requireNonNull(group);
        Objects.requireNonNull(random);
        Objects.requireNonNull(beside);
    }

    /** Whether it does more than nearly every random removal, and enough for a word. */
    public boolean standsOut() {
        return beyond(beside);
    }

    boolean beyond(Draws draws) {
        return effect >= Effects.WORTH_SAYING && effect > draws.high()
                || effect <= -Effects.WORTH_SAYING && effect < draws.low();
    }

    /** Whether its behaviours stand in for each other: together they matter, and no single one does. */
    public boolean redundant() {
        return group.size() > 1 && Math.abs(effect) >= Effects.WORTH_SAYING && largestSingle < Effects.WORTH_SAYING;
    }

    /** Whether no single behaviour does half of what all do. */
    public boolean together() {
        return group.size() > 1 && largestSingle < HALF * Math.abs(effect);
    }
}
