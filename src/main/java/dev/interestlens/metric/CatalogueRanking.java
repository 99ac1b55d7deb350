package dev.interestlens.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well a model ranks the whole catalogue for each user, beside baselines that need no model. True items that do not occur in training are
 * counted and ranked apart from the others.
 *
 * @param users that were evaluated
 * @param ofUsers that could have been evaluated: more where a sample was drawn
 * @param items items of the catalogue
 * @param cold true items that do not occur in training
 * @param model what the model's lists are like
 * @param random what random scores give, for each of {@link RankingMetric} by its name
 * @param baselines the model's figures for {@code popularity} and {@code neighbours}
 * @param kept the rank of each true item and the model's lists
 * @param repeats the rule for items that a user has met before, new or all; null in reports of older versions
 * @param populations the model's figures for true items that the user has not met before (new), for those that were (repeated), and for those
 *     that no training event has (cold), which are in no other figure; by these names in JSON
 */
public record CatalogueRanking(
        int users,
        int ofUsers,
        int items,
        int cold,
        Figures model,
        Map<String, Double> random,
        Map<String, Figures> baselines,
        KeptRanking kept,
        String repeats,
        Map<String, Population> populations) {
    public CatalogueRanking {
        populations = populations == null ? Map.of() : populations;
    }

    /** Figures of some of the true items; NaN where there are none. */
    public record Population(double ndcg10, double hitRate10, int users) {}

    /** The populations that have users; none where there is only one, since its figures are those of all. */
    public Map<String, Population> apart() {
        Map<String, Population> some = new LinkedHashMap<>(populations);
        some.values().removeIf(each -> each.users() == 0);
        return some.size() > 1 ? some : Map.of();
    }

    /** Places of a list that count. */
    public static final int TOP = 10;

    /** The name of the strong simple scorer among the baselines; reports of older versions have {@code coOccurrence}. */
    public static final String NEIGHBOURS = "neighbours";

    /** The name of what is popular just then; not in reports of older versions, and of logs without times. */
    public static final String TREND = "trend";

    /** The baselines that are shown beside models. */
    public static final List<String> BASELINES = List.of("popularity", TREND, NEIGHBOURS);

    /** Those of them that a report has. */
    public List<String> known() {
        return BASELINES.stream().filter(baselines::containsKey).toList();
    }

    /** Figures of what is recommended: the names of {@link ListStatistics} followed by 10. */
    public static final List<String> BEYOND = List.of(
            "coverage10", "gini10", "headShare10", "novelty10", "popularityLift10", "diversity10", "calibration10");

    /**
     * Figures of one ranking.
     *
     * @param values by name: those of {@link RankingMetric} and {@link #BEYOND}; NaN where one is not defined
     * @param intervals 95 % by drawing users again, of the former
     * @param byUser the former for each user
     */
    public record Figures(Map<String, Double> values, Map<String, Interval> intervals, Map<String, PerUser> byUser) {
        /** A figure; NaN where it is not defined. */
        public double value(String name) {
            return values.getOrDefault(name, Double.NaN);
        }

        /** NaN where it is not defined, and where an older report does not have it. */
        public double value(RankingMetric metric) {
            return value(metric.id());
        }

        /** Null where it has none. */
        public Interval interval(RankingMetric metric) {
            return intervals.get(metric.id());
        }

        /** With further figures by user. */
        Figures with(Map<String, PerUser> further) {
            Map<String, Double> allValues = new LinkedHashMap<>(values);
            Map<String, Interval> allIntervals = new LinkedHashMap<>(intervals);
            Map<String, PerUser> users = new LinkedHashMap<>(byUser);
            further.forEach((name, each) -> {
                allValues.put(name, FullRanking.mean(each).orNaN());
                Bootstrap.of(1).mean(each).ifPresent(interval -> allIntervals.put(name, interval));
                users.put(name, each);
            });
            return new Figures(allValues, allIntervals, users);
        }
    }

    /** Figures of a baseline; none where a report of an older version lacks it. */
    public Figures baseline(String name) {
        return baselines.getOrDefault(name, new Figures(Map.of(), Map.of(), Map.of()));
    }

    /** A difference of means over the same users, with its interval. */
    public record Difference(double difference, double low, double high) {}

    /** The figures that every model has, from their names: those of all tables, then what a person asked for. */
    public static Figures figures(Map<String, PerUser> byUser) {
        return new Figures(Map.of(), Map.of(), Map.of()).with(byUser);
    }

    /** With the figures of all tables that were not measured when it was kept: of the model and of random scores, from the ranks. */
    public CatalogueRanking complete() {
        Map<String, PerUser> missing = new LinkedHashMap<>();
        Map<String, Double> guessed = new LinkedHashMap<>(random);
        for (RankingMetric metric : RankingMetric.told()) {
            if (kept != null && !model.values().containsKey(metric.id())) {
                missing.put(metric.id(), PerUser.of(kept.users(), kept.values(metric)));
                guessed.put(metric.id(), metric.byChance(kept));
            }
        }
        return missing.isEmpty()
                ? this
                : new CatalogueRanking(
                        users,
                        ofUsers,
                        items,
                        cold,
                        model.with(missing),
                        guessed,
                        baselines,
                        kept,
                        repeats,
                        populations);
    }

    /** What random scores give; NaN where it is not known. */
    public double random(RankingMetric metric) {
        return random.getOrDefault(metric.id(), Double.NaN);
    }

    /** How far the model lies above a baseline in each figure of whether the true item is found, paired by user. */
    public Map<String, Difference> above(String baseline) {
        Map<String, Difference> differences = new LinkedHashMap<>();
        for (String name : model.byUser().keySet()) {
            above(baseline, name).ifPresent(each -> differences.put(name, each));
        }
        return differences;
    }

    /** How far the model lies above a baseline in a figure, paired by user; empty where a report of an older version does not hold the users. */
    public Optional<Difference> above(String baseline, RankingMetric figure) {
        return above(baseline, figure.id());
    }

    private Optional<Difference> above(String baseline, String figure) {
        return baselines.containsKey(baseline) ? difference(model, baselines.get(baseline), figure) : Optional.empty();
    }

    /** How far this model lies above another in a figure, paired by user; empty where other users were evaluated. */
    public Optional<Difference> above(CatalogueRanking other, RankingMetric figure) {
        boolean same = users == other.users && ofUsers == other.ofUsers && items == other.items;
        return same ? difference(model, other.model, figure.id()) : Optional.empty();
    }

    private static Optional<Difference> difference(Figures mine, Figures theirs, String figure) {
        if (!mine.byUser().containsKey(figure) || !theirs.byUser().containsKey(figure)) {
            return Optional.empty();
        }
        double[] own = mine.byUser().get(figure).values().clone();
        double[] others = theirs.byUser().get(figure).values();
        if (own.length != others.length) {
            return Optional.empty();
        }
        for (int u = 0; u < own.length; u++) {
            own[u] -= others[u];
        }
        PerUser paired = PerUser.of(own);
        return Bootstrap.of(1)
                .mean(paired)
                .map(range -> new Difference(FullRanking.mean(paired).orNaN(), range.low(), range.high()));
    }
}
