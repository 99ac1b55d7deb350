package dev.interestlens.explain.effect;

import java.util.List;

/**
 * The score when some behaviours are removed together, compared with random removals of as many others.
 *
 * @param removed positions of what was removed
 * @param before z(H)
 * @param after z(H without them)
 * @param byTable the part of the fall that comes from what followed what
 * @param ordinaryFall the 95th percentile of the random removals' falls
 * @param ordinaryRise the 95th percentile of their rises
 */
public record JointRemoval(
        List<Integer> removed, double before, double after, double byTable, double ordinaryFall, double ordinaryRise) {
    public JointRemoval {
        removed = List.copyOf(removed);
    }

    /** How much the logit falls; below 0 where it rises. */
    public double fall() {
        return before - after;
    }

    /** True where the fall is beyond nearly every random one, and large enough to be mentioned. */
    boolean falls(double least) {
        return fall() >= least && fall() > ordinaryFall;
    }

    /** True where the rise is beyond nearly every random one, and large enough for a word. */
    boolean rises(double least) {
        return -fall() >= least && -fall() > ordinaryRise;
    }
}
