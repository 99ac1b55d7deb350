package dev.interestlens.explain.effect;

import dev.interestlens.model.Removal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Every non-empty subset of a few behaviours, removed together. A subset may be named if no part of it has most of its effect, and if each of its
 * behaviours contributes at least half of an equal share. The contribution is the mean of the effect alone and of the effect added to the others, so
 * that a substitute, which alone has no effect, still counts. A behaviour that alone clearly has the opposite effect is not named.
 */
public final class JointRemovals {
    private static final double NEARLY_ALL = 0.9;
    private static final double HALF = 0.5;

    private final List<Integer> behaviours;
    private final double opposite;
    private final List<JointRemoval> tried = new ArrayList<>();

    /**
     * @param behaviours at least one
     * @param opposite the largest effect in the other direction that a behaviour may have alone, in logits
     */
    public JointRemovals(Removal removal, List<Integer> behaviours, double opposite) {
        this.opposite = opposite;
        this.behaviours = behaviours;
        RandomRemovals test = new RandomRemovals(removal);
        for (int bits = 1; bits < 1 << behaviours.size(); bits++) {
            tried.add(test.measure(of(bits)));
        }
    }

    private List<Integer> of(int bits) {
        return IntStream.range(0, behaviours.size())
                .filter(i -> (bits >> i & 1) == 1)
                .mapToObj(behaviours::get)
                .toList();
    }

    /** All of them. */
    public JointRemoval whole() {
        return tried.get(tried.size() - 1);
    }

    /** The fewest behaviours that cause most of the largest fall; empty where no fall exceeds nearly every random one. */
    public Optional<JointRemoval> lowering(double least) {
        return fewest(bits -> at(bits).falls(least) && everyoneAdds(bits, 1));
    }

    /** The same of the largest rise. */
    public Optional<JointRemoval> raising(double least) {
        return fewest(bits -> at(bits).rises(least) && everyoneAdds(bits, -1));
    }

    private JointRemoval at(int bits) {
        return tried.get(bits - 1);
    }

    private boolean everyoneAdds(int bits, int sign) {
        double whole = sign * at(bits).fall();
        return parts(bits).allMatch(part -> sign * at(part).fall() < NEARLY_ALL * whole)
                && parts(bits)
                        .filter(part -> Integer.bitCount(part) == 1)
                        .allMatch(one -> sign * at(one).fall() > -opposite
                                && sign * share(one, bits) >= HALF * whole / Integer.bitCount(bits));
    }

    /** The smaller subsets that a subset holds. */
    private static IntStream parts(int bits) {
        return IntStream.range(1, bits).filter(part -> (part & bits) == part);
    }

    /** The contribution of one behaviour to the fall of several: the mean of its effect alone and of the effect added to the others. */
    private double share(int one, int bits) {
        return (at(one).fall() + at(bits).fall() - at(bits & ~one).fall()) / 2;
    }

    private Optional<JointRemoval> fewest(IntPredicate passes) {
        List<JointRemoval> passed = IntStream.rangeClosed(1, tried.size())
                .filter(passes)
                .mapToObj(this::at)
                .toList();
        double most = passed.stream().mapToDouble(r -> Math.abs(r.fall())).max().orElse(0);
        return passed.stream()
                .filter(r -> Math.abs(r.fall()) >= NEARLY_ALL * most)
                .min(Comparator.<JointRemoval>comparingInt(r -> r.removed().size())
                        .thenComparingDouble(r -> -Math.abs(r.fall())));
    }
}
