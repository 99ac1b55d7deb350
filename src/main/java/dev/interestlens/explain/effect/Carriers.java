package dev.interestlens.explain.effect;

import dev.interestlens.explain.look.Scores;
import dev.interestlens.model.Removal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the few behaviours that did it: without which the score falls, or rises, furthest. They are sought among those of the largest Effect, and among
 * those that were looked at most, since of substitutes none has an Effect alone.
 *
 * <p>A behaviour that has more than half of all |Effect| is always among them. One or two of them carry most if they have more than half of the whole, which is the largest of what was measured: all |Effect|, the effect of the
 * whole history, and that of a group that stands out.
 */
public final class Carriers {
    private static final double HALF = 0.5;
    private static final double LITTLE = 0.25;
    private static final double HALF_A_POINT = 0.02;
    private static final double SEEN = 0.05;

    private final RandomRemovals test;
    private final Effects effects;
    private final List<Integer> looked;

    /**
     * Behaviours that did it.
     *
     * @param removal of them together
     * @param most whether they are one or two and have more than half of the whole
     */
    public record Found(JointRemoval removal, boolean most) {}

    /** @param looked the behaviours that were looked at most, in this order; empty where the model ranks none */
    public Carriers(Removal removal, Effects effects, List<Integer> looked) {
        test = new RandomRemovals(removal);
        this.effects = effects;
        this.looked = looked;
    }

    /** Those that carry most of a history that is too short for a comparison with random removals, or the one of more than half of all |Effect|. */
    public Optional<Found> ofShort() {
        return directions()
                .flatMap(sign -> tried(sign).stream())
                .flatMap(tried -> few(tried)
                        .or(() -> above() < 0
                                ? Optional.empty()
                                : tried.largest(1).map(one -> new Found(one, false)))
                        .stream())
                .filter(each -> Math.abs(each.removal().fall()) >= Effects.WORTH_SAYING)
                .max(Comparator.comparingDouble(each -> Math.abs(each.removal().fall())));
    }

    /** Those that carry most; else those that do what the whole history does, or, where it does nothing, those that do more. Empty where none stand out. */
    public Optional<Found> found() {
        double whole = effects.historyEffect();
        return directions()
                .flatMap(sign -> found(sign).stream())
                .sorted(Comparator.comparing((Found each) -> !each.most())
                        .thenComparing(each -> Math.abs(whole) >= Effects.WORTH_SAYING
                                && whole * each.removal().fall() < 0)
                        .thenComparingDouble(each -> -Math.abs(each.removal().fall())))
                .findFirst();
    }

    /** 1 for what raises the score, −1 for what lowers it; only one where one behaviour has more than half of all |Effect|. */
    private Stream<Integer> directions() {
        return above() < 0 ? Stream.of(1, -1) : Stream.of((int) Math.signum(effects.effect()[above()]));
    }

    /** The behaviour that has more than half of all |Effect|; −1 where none has. */
    private int above() {
        double[] size = effects.size();
        int most = size.length == 0 ? -1 : Scores.descending(size)[0];
        return most >= 0
                        && size[most] >= Effects.WORTH_SAYING
                        && size[most] > HALF * Arrays.stream(size).sum()
                ? most
                : -1;
    }

    /**
     * The joint removal of what was looked at most, without those that did it, where none of it stands out. It has little of the effect of those that
     * did.
     */
    public Optional<JointRemoval> lookedInVain(Optional<Found> did) {
        List<Integer> named = did.map(each -> each.removal().removed()).orElse(List.of());
        List<Integer> rest =
                looked.stream().filter(each -> !named.contains(each)).toList();
        if (rest.isEmpty() || !rest.contains(looked.get(0)) || standsOut(rest, 1) || standsOut(rest, -1)) {
            return Optional.empty();
        }
        double most = LITTLE * did.map(each -> Math.abs(each.removal().fall())).orElse(Double.POSITIVE_INFINITY);
        return Optional.of(test.measure(rest)).filter(each -> Math.abs(each.fall()) <= most);
    }

    private boolean standsOut(List<Integer> some, int sign) {
        return new JointRemovals(test, some, sign, clearly(), -1)
                .fewest(Effects.WORTH_SAYING)
                .isPresent();
    }

    private Optional<JointRemovals> tried(int sign) {
        return Optional.of(pool(sign))
                .filter(pool -> !pool.isEmpty())
                .map(pool -> new JointRemovals(test, pool, sign, clearly(), above()));
    }

    private Optional<Found> found(int sign) {
        return tried(sign).flatMap(tried -> tried.fewest(Effects.WORTH_SAYING)
                .map(all -> leading(tried, all))
                .or(() -> few(tried)));
    }

    private List<Integer> pool(int sign) {
        double[] own = Arrays.stream(effects.effect()).map(each -> sign * each).toArray();
        Set<Integer> pool = new LinkedHashSet<>();
        Arrays.stream(Scores.descending(own))
                .filter(j -> own[j] > 0)
                .limit(JointRemovals.NAMED)
                .forEach(pool::add);
        pool.addAll(looked);
        return new ArrayList<>(pool);
    }

    /** One or two, where these have more than half of the whole already. */
    private Found leading(JointRemovals tried, JointRemoval all) {
        Optional<Found> few = few(tried);
        boolean enough = all.removed().size() < JointRemovals.NAMED
                && carries(all)
                && few.map(each -> all.removed().containsAll(each.removal().removed()))
                        .orElse(true);
        return enough ? new Found(all, true) : few.orElseGet(() -> new Found(all, false));
    }

    /** The one that carries most, or else the two. */
    private Optional<Found> few(JointRemovals tried) {
        return Stream.of(1, 2)
                .flatMap(size -> tried.largest(size).stream())
                .filter(each -> carries(each) && Math.abs(each.fall()) >= Effects.WORTH_SAYING)
                .map(each -> new Found(each, true))
                .findFirst();
    }

    private boolean carries(JointRemoval some) {
        return carries(effects, some.fall());
    }

    /** Whether behaviours that change the logit by so much carry more than half of the whole. */
    public static boolean carries(Effects effects, double change) {
        return Math.abs(change) > HALF * whole(effects);
    }

    private static double whole(Effects effects) {
        double groups = effects.groups().stream()
                .filter(GroupEffect::standsOut)
                .mapToDouble(each -> Math.abs(each.effect()))
                .max()
                .orElse(0);
        double singles = Arrays.stream(effects.size()).sum();
        return Math.max(Math.max(singles, groups), Math.abs(effects.historyEffect()));
    }

    /** The smallest Effect that is noticeable beside the others and moves the score by at least half a point. */
    private double clearly() {
        return Math.max(HALF_A_POINT, SEEN * Arrays.stream(effects.size()).max().orElse(0));
    }
}
