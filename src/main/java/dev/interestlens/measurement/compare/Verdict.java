package dev.interestlens.measurement.compare;

import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.workspace.RunSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which configuration is better, if that is significant: runs that differ only in the seed are one configuration, and a winner is named only where
 * neither the sampling of users nor the choice of seeds explains the lead. The first {@link PairedFigure} that was measured for all decides.
 *
 * @param groups configurations, best mean first
 * @param findings of the first compared with the second, the deciding one first; empty with fewer than two
 */
public record Verdict(Kind kind, List<Group> groups, List<Finding> findings) {
    /** The fewest seeds of each configuration for naming a winner. */
    public static final int SEEDS = 3;

    /** Kinds of verdicts. */
    public enum Kind {
        /** Fewer than two configurations. */
        ONE,
        /** Not all were measured on the same rows. */
        OTHER_ROWS,
        /** Within the variation over users. */
        WITHIN_USERS,
        /** Beyond that, but with too few seeds to judge their variation. */
        FEW_SEEDS,
        /** Within the variation over seeds. */
        WITHIN_SEEDS,
        /** Beyond both. */
        WINNER
    }

    /** A run that was measured, with its configuration. */
    public record Entry(RunSummary run, RunScores scores) {
        long seed() {
            return run.description().config().training().seed();
        }
    }

    /**
     * Runs that differ only in the seed.
     *
     * @param spread over seeds of the figure that decides
     */
    public record Group(List<Entry> entries, Spread spread) {
        public Group {
            entries = List.copyOf(entries);
        }

        boolean sharesRowsWith(Group other) {
            return entries.stream().anyMatch(mine -> other.entries().stream()
                    .anyMatch(theirs -> mine.scores().sharesRowsWith(theirs.scores())));
        }

        /** Another figure over the same seeds. */
        public Spread spread(PairedFigure figure) {
            return Verdict.spread(bySeed(figure));
        }

        /** Mean of each seed, whose runs are the same training again. */
        Map<Long, Double> bySeed(PairedFigure figure) {
            Map<Long, List<Double>> values = new LinkedHashMap<>();
            entries.forEach(each -> values.computeIfAbsent(each.seed(), seed -> new ArrayList<>())
                    .add(figure.of(each.scores())));
            Map<Long, Double> means = new LinkedHashMap<>();
            values.forEach((seed, some) -> means.put(
                    seed,
                    some.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
            return means;
        }
    }

    /**
     * One figure of two configurations.
     *
     * @param lead of the first over the second in the mean over the seeds that both have, where these are two or more, else over all
     * @param overUsers 95 % interval of the difference of two runs, of one seed where possible, paired by user; null where rows differ
     * @param overSeeds 95 % over seeds: paired where two seeds or more are shared, else of the difference of means; null with too few, and where rows
     *     differ
     * @param pairedSeeds seeds that both have
     */
    public record Finding(PairedFigure figure, double lead, Interval overUsers, Interval overSeeds, int pairedSeeds) {}

    public Verdict {
        groups = List.copyOf(groups);
        findings = List.copyOf(findings);
    }

    /** The deciding finding; empty with fewer than two configurations. */
    public Optional<Finding> headline() {
        return findings.stream().findFirst();
    }

    /** The verdict about measured runs; those without a defined AUC are left out. */
    public static Verdict of(List<Entry> entries) {
        List<Entry> defined = entries.stream()
                .filter(each -> !Double.isNaN(each.scores().figures().value(RankMetric.AUC)))
                .toList();
        List<PairedFigure> figures = PairedFigure.all().stream()
                .filter(figure -> figure == PairedFigure.AUC
                        || defined.stream().noneMatch(each -> Double.isNaN(figure.of(each.scores()))))
                .toList();
        PairedFigure decides = figures.get(0);
        List<Group> groups = groups(defined, decides);
        if (groups.size() < 2) {
            return new Verdict(Kind.ONE, groups, List.of());
        }
        Group first = groups.get(0);
        Group second = second(groups);
        List<Finding> findings = new ArrayList<>();
        figures.forEach(figure -> findings.add(finding(figure, first, second)));
        return new Verdict(kind(findings.get(0), first, second), groups, findings);
    }

    /** The group that the best one is held against: one on other rows, if there is one, else the second best. */
    public Group second() {
        return second(groups);
    }

    private static Group second(List<Group> groups) {
        return groups.stream()
                .filter(each -> !groups.get(0).sharesRowsWith(each))
                .findFirst()
                .orElseGet(() -> groups.get(1));
    }

    private static Kind kind(Finding found, Group first, Group second) {
        if (found.overUsers() == null) {
            return Kind.OTHER_ROWS;
        }
        if (found.overUsers().low() <= 0) {
            return Kind.WITHIN_USERS;
        }
        if (found.overSeeds() != null && found.overSeeds().low() <= 0) {
            return Kind.WITHIN_SEEDS;
        }
        return Math.min(first.spread().count(), second.spread().count()) < SEEDS ? Kind.FEW_SEEDS : Kind.WINNER;
    }

    /** How much the first is above the second. */
    static Finding finding(PairedFigure figure, Group first, Group second) {
        Map<Long, Double> mine = first.bySeed(figure);
        Map<Long, Double> theirs = second.bySeed(figure);
        Spread own = spread(mine);
        Spread other = spread(theirs);
        double[] paired = mine.keySet().stream()
                .filter(theirs::containsKey)
                .mapToDouble(seed -> mine.get(seed) - theirs.get(seed))
                .toArray();
        Interval users = users(figure, first, second).orElse(null);
        Optional<Interval> seeds = paired.length > 1 ? Spread.of(paired).interval() : own.minus(other);
        return new Finding(
                figure,
                paired.length > 1 ? Spread.of(paired).mean() : own.mean() - other.mean(),
                users,
                users == null ? null : seeds.orElse(null),
                paired.length);
    }

    /** Of the first two runs on the same rows, those of one seed before others. */
    private static Optional<Interval> users(PairedFigure figure, Group first, Group second) {
        return first.entries().stream()
                .flatMap(mine -> second.entries().stream().map(theirs -> List.of(mine, theirs)))
                .filter(pair -> pair.get(0).scores().sharesRowsWith(pair.get(1).scores()))
                .min(Comparator.comparing(
                        pair -> pair.get(0).seed() == pair.get(1).seed() ? 0 : 1))
                .flatMap(pair ->
                        figure.overUsers(pair.get(0).scores(), pair.get(1).scores()));
    }

    /** Configurations in the order of a figure, best first. */
    public static List<Group> groups(List<Entry> entries, PairedFigure figure) {
        Map<String, List<Entry>> byConfig = new LinkedHashMap<>();
        for (Entry entry : entries) {
            byConfig.computeIfAbsent(key(entry.run()), key -> new ArrayList<>()).add(entry);
        }
        return byConfig.values().stream()
                .map(runs -> new Group(runs, spread(new Group(runs, null).bySeed(figure))))
                .sorted(Comparator.comparingDouble(
                                (Group group) -> group.spread().mean())
                        .reversed())
                .toList();
    }

    private static Spread spread(Map<Long, Double> bySeed) {
        return Spread.of(
                bySeed.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static String key(RunSummary run) {
        ExperimentConfig config = run.description().config();
        return run.description().fingerprint()
                + ConfigJson.tree(withSeed(config, 0)).toString()
                + run.description().without();
    }

    /** The same training with another seed. */
    public static ExperimentConfig withSeed(ExperimentConfig config, long seed) {
        return ConfigJson.set(config, "training.seed=" + seed);
    }
}
