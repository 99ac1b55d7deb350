package dev.interestlens.explain.effect;

import dev.interestlens.explain.effect.GroupEffect.Draws;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.model.Removal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Removes groups as a whole and compares with twenty random removals of as many behaviours. A redundant interest is invisible while its behaviours
 * are removed one by one, since the others replace each of them. Where one group stands out, large random removals often contain it; so the other
 * groups are compared with draws that exclude it. The same sample has the same draws.
 */
public final class GroupRemovals {
    private static final int DRAWS = 20;
    private static final int TRIES = 400;
    private static final long SEED = 20181023;

    private final Removal removal;
    private final Effects effects;
    private final int n;
    private final Map<List<Object>, List<Set<Integer>>> drawn = new HashMap<>();
    private final Map<Set<Integer>, Double> logits = new HashMap<>();

    /** @param effects of the single behaviours */
    public GroupRemovals(Removal removal, Effects effects) {
        this.removal = removal;
        this.effects = effects;
        n = removal.behaviours();
    }

    /** In the order of the groups. */
    public List<GroupEffect> measure(List<Group> groups) {
        Set<Integer> nothing = Set.of();
        groups.forEach(group -> draws(group, nothing));
        ask(groups, nothing);
        List<GroupEffect> alone = groups.stream().map(g -> effect(g, nothing)).toList();
        List<GroupEffect> standing =
                alone.stream().filter(GroupEffect::standsOut).toList();
        if (standing.isEmpty()) {
            return alone;
        }
        List<Set<Integer>> spared =
                groups.stream().map(group -> spared(group, standing)).toList();
        for (int i = 0; i < groups.size(); i++) {
            draws(groups.get(i), spared.get(i));
            ask(groups.subList(i, i + 1), spared.get(i));
        }
        return IntStream.range(0, groups.size())
                .mapToObj(i -> effect(groups.get(i), spared.get(i)))
                .toList();
    }

    /** Behaviours of other groups that stand out and are disjoint from this one; none for a group that stands out itself. */
    private static Set<Integer> spared(Group group, List<GroupEffect> standing) {
        Set<Integer> spared = new TreeSet<>();
        if (standing.stream().noneMatch(each -> each.group().equals(group))) {
            standing.stream()
                    .map(each -> each.group().positions())
                    .filter(positions -> positions.stream().noneMatch(group.positions()::contains))
                    .forEach(spared::addAll);
        }
        return spared;
    }

    private GroupEffect effect(Group group, Set<Integer> spared) {
        double after = logits.get(Set.copyOf(group.positions()));
        double[] singles =
                group.positions().stream().mapToDouble(j -> effects.effect()[j]).toArray();
        return new GroupEffect(
                group,
                effects.logit() - after,
                effects.score() - Scores.sigmoid(after),
                byTable(group),
                Arrays.stream(singles).sum(),
                Arrays.stream(singles).map(Math::abs).max().orElse(0),
                summary(group, Set.of()),
                summary(group, spared));
    }

    private double byTable(Group group) {
        double[] tables = removal.byTable(List.of(removal.without(Set.of()), removal.without(group.positions())));
        return tables[0] - tables[1];
    }

    private Draws summary(Group group, Set<Integer> spared) {
        Set<Integer> itself = Set.copyOf(group.positions());
        double[] sorted = draws(group, spared).stream()
                .filter(subset -> !subset.equals(itself))
                .mapToDouble(subset -> effects.logit() - logits.get(subset))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Draws.NONE;
        }
        int second = Math.min(1, sorted.length - 1);
        return new Draws(
                Arrays.stream(sorted).average().orElseThrow(), sorted[second], sorted[sorted.length - 1 - second]);
    }

    private List<Set<Integer>> draws(Group group, Set<Integer> spared) {
        return drawn.computeIfAbsent(List.of(group.size(), spared), key -> draw(group.size(), spared));
    }

    private List<Set<Integer>> draw(int size, Set<Integer> spared) {
        int[] from = IntStream.range(0, n).filter(j -> !spared.contains(j)).toArray();
        Random random = new Random(SEED + size);
        Set<Set<Integer>> subsets = new LinkedHashSet<>();
        for (int i = 0; size < from.length && subsets.size() < DRAWS && i < TRIES; i++) {
            Set<Integer> subset = new HashSet<>();
            while (subset.size() < size) {
                subset.add(from[random.nextInt(from.length)]);
            }
            subsets.add(Set.copyOf(subset));
        }
        return List.copyOf(subsets);
    }

    /** Scores all removals that are not known yet, together. */
    private void ask(List<Group> groups, Set<Integer> spared) {
        Set<Set<Integer>> asked = new LinkedHashSet<>();
        for (Group group : groups) {
            asked.add(Set.copyOf(group.positions()));
            asked.addAll(draws(group, spared));
        }
        asked.removeAll(logits.keySet());
        List<Set<Integer>> order = new ArrayList<>(asked);
        double[] answers = removal.logits(order.stream().map(removal::without).toList());
        for (int i = 0; i < answers.length; i++) {
            logits.put(order.get(i), answers[i]);
        }
    }
}
