package dev.interestlens.workspace;

import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.Interval;
import dev.interestlens.train.ConfigJson;
import dev.interestlens.train.ExperimentConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which configuration is better, if that can be said: runs that differ in nothing but the seed count as one configuration, and a winner is named only
 * where neither the draw of users nor the draw of seeds explains the lead.
 *
 * @param groups configurations, best mean test AUC first
 * @param lead of the first over the second in mean AUC; NaN with fewer than two
 * @param overUsers 95 % of the paired difference of their first runs over users; null where rows differ
 * @param overSeeds 95 % of the difference of means over seeds; null with fewer than two seeds on either side, and where rows differ
 */
public record Verdict(Kind kind, List<Group> groups, double lead, Interval overUsers, Interval overSeeds) {
    /** Seeds of each configuration before a winner is named. */
    public static final int SEEDS = 3;

    /** What can be said. */
    public enum Kind {
        /** Fewer than two configurations. */
        ONE,
        /** They were measured on different rows. */
        OTHER_ROWS,
        /** Within what drawing other users would do. */
        WITHIN_USERS,
        /** Beyond that, but too few seeds to know what luck does. */
        FEW_SEEDS,
        /** Within what other seeds would do. */
        WITHIN_SEEDS,
        /** Beyond both. */
        WINNER
    }

    /** A run that was measured, with its configuration. */
    public record Entry(RunSummary run, RunScores scores) {}

    /** Runs that differ in nothing but the seed. */
    public record Group(List<Entry> entries, Spread auc) {
        public Group {
            entries = List.copyOf(entries);
        }
    }

    public Verdict {
        groups = List.copyOf(groups);
    }

    /** Of runs that were measured; those without a defined AUC are left out. */
    public static Verdict of(List<Entry> entries) {
        List<Group> groups = groups(entries);
        if (groups.size() < 2) {
            return new Verdict(Kind.ONE, groups, Double.NaN, null, null);
        }
        Group first = groups.get(0);
        Group second = groups.get(1);
        double lead = first.auc().mean() - second.auc().mean();
        Interval seeds = first.auc().minus(second.auc()).orElse(null);
        Optional<Interval> users = users(first, second);
        if (users.isEmpty()) {
            return new Verdict(Kind.OTHER_ROWS, groups, lead, null, null);
        }
        return new Verdict(kind(first, second, users.get(), seeds), groups, lead, users.get(), seeds);
    }

    private static Kind kind(Group first, Group second, Interval users, Interval seeds) {
        if (users.low() <= 0) {
            return Kind.WITHIN_USERS;
        }
        if (seeds != null && seeds.low() <= 0) {
            return Kind.WITHIN_SEEDS;
        }
        return Math.min(first.auc().count(), second.auc().count()) < SEEDS ? Kind.FEW_SEEDS : Kind.WINNER;
    }

    private static Optional<Interval> users(Group first, Group second) {
        RunScores best = first.entries().get(0).scores();
        return second.entries().stream()
                .map(Entry::scores)
                .filter(best::sharesRowsWith)
                .findFirst()
                .flatMap(other -> Bootstrap.of(1).aucDifference(best.ranked(), other.ranked()));
    }

    private static List<Group> groups(List<Entry> entries) {
        Map<String, List<Entry>> byConfig = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (!Double.isNaN(entry.scores().auc())) {
                byConfig.computeIfAbsent(key(entry.run()), key -> new ArrayList<>())
                        .add(entry);
            }
        }
        return byConfig.values().stream()
                .map(runs -> new Group(runs, overSeeds(runs)))
                .sorted(Comparator.comparingDouble((Group group) -> group.auc().mean())
                        .reversed())
                .toList();
    }

    /** Runs of the same seed are the same training again, and count once. */
    private static Spread overSeeds(List<Entry> runs) {
        Map<Long, List<Double>> bySeed = new LinkedHashMap<>();
        for (Entry each : runs) {
            bySeed.computeIfAbsent(each.run().description().config().training().seed(), seed -> new ArrayList<>())
                    .add(each.scores().auc());
        }
        return Spread.of(bySeed.values().stream()
                .mapToDouble(aucs ->
                        aucs.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .toArray());
    }

    private static String key(RunSummary run) {
        ExperimentConfig config = run.description().config();
        return run.description().fingerprint()
                + ConfigJson.tree(withSeed(config, 0)).toString();
    }

    /** The same training with another seed. */
    public static ExperimentConfig withSeed(ExperimentConfig config, long seed) {
        return ConfigJson.set(config, "training.seed=" + seed);
    }
}
