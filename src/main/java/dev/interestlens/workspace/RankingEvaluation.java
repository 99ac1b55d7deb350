package dev.interestlens.workspace;

import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.metric.Beyond;
import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.PerUser;
import dev.interestlens.model.CatalogueScorer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * How good a model is at a recommender's task: ranking the whole catalogue for each user, beside lists that need no model. True items that training does
 * not know are left out.
 *
 * @param users who was asked about
 * @param ofUsers who could have been asked about: more where only some were drawn
 * @param items items of the catalogue
 * @param cold true items that training does not know
 * @param model what the model's lists are like
 * @param baselines the same of {@code popularity} and {@code coOccurrence}
 */
public record RankingEvaluation(
        int users, int ofUsers, int items, int cold, Figures model, Map<String, Figures> baselines) {
    /** Places of a list that a person sees. */
    public static final int TOP = 10;

    /** Scores that may be computed without being asked for. */
    private static final long MOST_SCORES = 20_000_000;

    /** The same where nothing of a history can be shared among candidates. */
    private static final long MOST_REPEATED_SCORES = 1_000_000;

    /**
     * Figures of one ranking.
     *
     * @param values by name: {@code hitRate10, ndcg10, mrr10} and what {@link Beyond} says, with a 10 behind it
     * @param intervals 95 % by drawing users again
     * @param byUser the three that have a value for each user
     */
    public record Figures(Map<String, Double> values, Map<String, Interval> intervals, Map<String, PerUser> byUser) {}

    /** A difference of means over the same users, with its interval. */
    public record Difference(double difference, double low, double high) {}

    /** Ranks for all users, or for so many that a minute or two is enough. */
    public static RankingEvaluation of(OpenRun run, Part part) {
        return of(run, part, 0, share -> {});
    }

    /**
     * Ranks.
     *
     * @param users how many are asked about at most; 0 for as many as the work allows
     * @param done told after each query what share is ranked; what it throws ends the work
     */
    public static RankingEvaluation of(OpenRun run, Part part, int users, DoubleConsumer done) {
        SampleSet samples = run.samples();
        Catalogue catalogue = new Catalogue(samples);
        try (CatalogueScorer scorer = run.model().catalogue(catalogue.batch())) {
            long most = scorer.shares() ? MOST_SCORES : MOST_REPEATED_SCORES;
            int asked = users > 0 ? users : (int) Math.max(1, most / Math.max(1, catalogue.size()));
            Catalogue.Queries queries = catalogue.queries(part, asked);
            Lists model = new Lists();
            Lists popular = new Lists();
            Lists together = new Lists();
            float[] popularity = catalogue.popularity();
            List<int[]> histories = new ArrayList<>();
            int count = 0;
            for (Catalogue.Query query : queries.all()) {
                boolean[] open = catalogue.open(query);
                model.add(scorer.logits(catalogue.sample(query)), query, open);
                popular.add(popularity, query, open);
                together.add(catalogue.coOccurrence(query), query, open);
                histories.add(catalogue.past(query));
                done.accept((double) ++count / queries.all().size());
            }
            int[] of = queries.all().stream().mapToInt(Catalogue.Query::user).toArray();
            Beyond.Items items = new Beyond.Items(catalogue.events(), catalogue.categories());
            Map<String, Figures> baselines = new LinkedHashMap<>();
            baselines.put("popularity", popular.figures(of, histories, items));
            baselines.put("coOccurrence", together.figures(of, histories, items));
            return new RankingEvaluation(
                    queries.users(),
                    queries.ofUsers(),
                    catalogue.size(),
                    queries.cold(),
                    model.figures(of, histories, items),
                    baselines);
        }
    }

    /** How far the model lies above a baseline in each figure that users have, paired by user. */
    public Map<String, Difference> above(String baseline) {
        Map<String, Difference> differences = new LinkedHashMap<>();
        model.byUser().forEach((name, mine) -> {
            double[] theirs = baselines.get(baseline).byUser().get(name).values();
            double[] own = mine.values().clone();
            for (int u = 0; u < own.length; u++) {
                own[u] -= theirs[u];
            }
            PerUser paired = PerUser.of(own);
            Bootstrap.of(1)
                    .mean(paired)
                    .ifPresent(range -> differences.put(
                            name, new Difference(FullRanking.mean(paired).orNaN(), range.low(), range.high())));
        });
        return differences;
    }

    /** What one way of scoring recommends. */
    private static final class Lists {
        private final List<FullRanking.Rank> ranks = new ArrayList<>();
        private final List<int[]> best = new ArrayList<>();

        void add(float[] scores, Catalogue.Query query, boolean[] open) {
            ranks.add(FullRanking.rank(scores, query.truth(), open));
            best.add(FullRanking.best(scores, open, TOP));
        }

        Figures figures(int[] users, List<int[]> histories, Beyond.Items items) {
            FullRanking ranking = new FullRanking(users, ranks);
            Map<String, PerUser> byUser = new LinkedHashMap<>();
            byUser.put("hitRate10", ranking.hitRate(TOP));
            byUser.put("ndcg10", ranking.ndcg(TOP));
            byUser.put("mrr10", ranking.reciprocalRank(TOP));
            Map<String, Double> values = new LinkedHashMap<>();
            Map<String, Interval> intervals = new LinkedHashMap<>();
            byUser.forEach((name, each) -> {
                values.put(name, FullRanking.mean(each).orNaN());
                Bootstrap.of(1).mean(each).ifPresent(interval -> intervals.put(name, interval));
            });
            Beyond beyond = Beyond.of(best, histories, items);
            values.put("coverage10", beyond.coverage());
            values.put("gini10", beyond.gini());
            values.put("headShare10", beyond.headShare());
            values.put("novelty10", beyond.novelty());
            values.put("popularityLift10", beyond.popularityLift());
            values.put("diversity10", beyond.diversity());
            values.put("calibration10", beyond.calibration());
            return new Figures(values, intervals, byUser);
        }
    }
}
