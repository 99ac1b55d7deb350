package dev.interestlens.explain.effect;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every subset of one to three of a few behaviours, removed together. A subset may be named if no part of it has most of its effect, and if each of
 * its behaviours contributes at least half of an equal share. The contribution is the mean of the effect alone and of the effect added to the others,
 * so that a substitute, which alone has no effect, still counts. A behaviour that alone clearly has the opposite effect is not named.
 */
final class JointRemovals {
    /** The most behaviours that are named. */
    static final int NAMED = 3;

    private static final double NEARLY_ALL = 0.9;
    private static final double HALF = 0.5;

    private final int sign;
    private final double opposite;
    private final int always;
    private final Map<Integer, JointRemoval> tried = new TreeMap<>();

    /**
     * @param behaviours at least one
     * @param sign 1 where they are to lower the score when they are removed, −1 where they are to raise it
     * @param opposite the largest effect in the other direction that a behaviour may have alone, in logits
     * @param always the behaviour that must be among the named ones; −1 where there is none
     */
    JointRemovals(RandomRemovals test, List<Integer> behaviours, int sign, double opposite, int always) {
        this.sign = sign;
        this.opposite = opposite;
        this.always = always;
        List<Integer> subsets = IntStream.range(1, 1 << behaviours.size())
                .filter(bits -> Integer.bitCount(bits) <= NAMED)
                .boxed()
                .toList();
        List<JointRemoval> measured = test.all(subsets.stream()
                .map(bits -> IntStream.range(0, behaviours.size())
                        .filter(i -> (bits >> i & 1) == 1)
                        .mapToObj(behaviours::get)
                        .toList())
                .toList());
        for (int i = 0; i < measured.size(); i++) {
            tried.put(subsets.get(i), measured.get(i));
        }
    }

    /** The fewest behaviours that cause most of the largest change; empty where none exceeds nearly every random one. */
    Optional<JointRemoval> fewest(double least) {
        List<JointRemoval> passed =
                passed(bits -> standsOut(tried.get(bits), least)).toList();
        double most = passed.stream().mapToDouble(this::change).max().orElse(0);
        return passed.stream()
                .filter(each -> change(each) >= NEARLY_ALL * most)
                .min(Comparator.<JointRemoval>comparingInt(
                                each -> each.removed().size())
                        .thenComparingDouble(each -> -change(each)));
    }

    /** Of so many of them the removal that changes most. */
    Optional<JointRemoval> largest(int size) {
        return passed(bits -> Integer.bitCount(bits) == size).max(Comparator.comparingDouble(this::change));
    }

    private Stream<JointRemoval> passed(IntPredicate wanted) {
        return tried.keySet().stream()
                .filter(bits -> wanted.test(bits) && everyoneAdds(bits))
                .map(tried::get)
                .filter(each -> always < 0 || each.removed().contains(always));
    }

    private boolean standsOut(JointRemoval some, double least) {
        return sign > 0 ? some.falls(least) : some.rises(least);
    }

    /** How far the logit moves in the wanted direction. */
    private double change(JointRemoval some) {
        return sign * some.fall();
    }

    private boolean everyoneAdds(int bits) {
        double whole = change(tried.get(bits));
        return parts(bits).allMatch(part -> change(tried.get(part)) < NEARLY_ALL * whole)
                && parts(bits)
                        .filter(part -> Integer.bitCount(part) == 1)
                        .allMatch(one -> change(tried.get(one)) > -opposite
                                && share(one, bits) >= HALF * whole / Integer.bitCount(bits));
    }

    /** The smaller subsets that a subset holds. */
    private static IntStream parts(int bits) {
        return IntStream.range(1, bits).filter(part -> (part & bits) == part);
    }

    /** The contribution of one behaviour to the change by several: the mean of its effect alone and of the effect added to the others. */
    private double share(int one, int bits) {
        return (change(tried.get(one)) + change(tried.get(bits)) - change(tried.get(bits & ~one))) / 2;
    }
}
