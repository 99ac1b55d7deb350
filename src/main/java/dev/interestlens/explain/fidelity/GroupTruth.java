package dev.interestlens.explain.fidelity;

import dev.interestlens.explain.effect.Group;
import dev.interestlens.explain.effect.Groups;
import dev.interestlens.explain.fidelity.FidelityReport.PlantedGroups;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.InterestClusters;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.model.Removal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares groups of behaviours with the known interests of a choice, each the set of the behaviours that cause it: whether its joint removal has a
 * larger effect than that of any category without such a behaviour, and whether the lanes of several attentions are these sets.
 */
final class GroupTruth {
    private final Tally first = new Tally();
    private final Tally larger = new Tally();
    private final Tally smaller = new Tally();
    private final Tally alone = new Tally();
    private final Tally largerSeen = new Tally();
    private final Tally smallerSeen = new Tally();

    /** @param interests positions in the history, at least one set, none empty */
    void add(Impression impression, Removal removal, LookResult looked, List<Set<Integer>> interests) {
        int user = impression.user();
        first.add(user, first(impression, removal, looked, interests));
        if (interests.size() > 1 && looked.heads().size() > 1) {
            List<Set<Integer>> bySize = interests.stream()
                    .sorted(Comparator.comparingInt(Set::size))
                    .toList();
            Set<Integer> small = bySize.get(0);
            Set<Integer> large = bySize.get(bySize.size() - 1);
            List<Set<Integer>> lanes = lanes(looked);
            larger.add(user, best(lanes, large));
            smaller.add(user, best(lanes, small));
            alone.add(user, alone(lanes, small, interests) ? 1 : 0);
            largerSeen.add(user, seen(looked, large) ? 1 : 0);
            smallerSeen.add(user, seen(looked, small) ? 1 : 0);
        }
    }

    PlantedGroups groups() {
        return new PlantedGroups(
                first.figure(),
                larger.figure(),
                smaller.figure(),
                alone.figure(),
                largerSeen.figure(),
                smallerSeen.figure());
    }

    /** The share of the interests whose joint effect is larger than that of every category without a cause. */
    private static double first(
            Impression impression, Removal removal, LookResult looked, List<Set<Integer>> interests) {
        Set<Integer> causes = new HashSet<>();
        interests.forEach(causes::addAll);
        List<Collection<Integer>> removed = new ArrayList<>(interests);
        Groups.of(impression, looked).stream()
                .filter(group -> group.kind() == Group.Kind.CATEGORY)
                .map(Group::positions)
                .filter(positions -> Collections.disjoint(positions, causes))
                .forEach(removed::add);
        double[] after = removal.logits(removed.stream().map(removal::without).toList());
        double lowest =
                Arrays.stream(after, interests.size(), after.length).min().orElse(Double.POSITIVE_INFINITY);
        long found = Arrays.stream(after, 0, interests.size())
                .filter(logit -> logit < lowest)
                .count();
        return (double) found / interests.size();
    }

    private static List<Set<Integer>> lanes(LookResult looked) {
        InterestClusters lanes = InterestClusters.of(looked.heads());
        List<Set<Integer>> sets = new ArrayList<>();
        for (int lane = 0; lane < lanes.count(); lane++) {
            sets.add(new HashSet<>(lanes.positions(lane)));
        }
        return sets;
    }

    private static double best(List<Set<Integer>> lanes, Set<Integer> interest) {
        return lanes.stream().mapToDouble(lane -> jaccard(lane, interest)).max().orElse(0);
    }

    private static double jaccard(Set<Integer> one, Set<Integer> other) {
        Set<Integer> both = new HashSet<>(one);
        both.retainAll(other);
        return (double) both.size() / (one.size() + other.size() - both.size());
    }

    /** Whether one lane holds behaviours of this interest and none of the others. */
    private static boolean alone(List<Set<Integer>> lanes, Set<Integer> interest, List<Set<Integer>> interests) {
        return lanes.stream()
                .filter(lane -> !Collections.disjoint(lane, interest))
                .anyMatch(lane -> interests.stream()
                        .filter(other -> other != interest)
                        .allMatch(other -> Collections.disjoint(lane, other)));
    }

    /** Whether some attention has its largest weight on a behaviour of this interest. */
    private static boolean seen(LookResult looked, Set<Integer> interest) {
        return looked.heads().stream().anyMatch(head -> interest.contains(Scores.descending(head)[0]));
    }
}
