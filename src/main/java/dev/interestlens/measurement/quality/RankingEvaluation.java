package dev.interestlens.measurement.quality;

import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.Neighbours;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Repeats;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.Target;
import dev.interestlens.data.protocol.Trend;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.KeptRanking;
import dev.interestlens.metric.ListStatistics;
import dev.interestlens.metric.PerUser;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.EnumNames;
import dev.interestlens.train.EngineInverse;
import dev.interestlens.workspace.OpenRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ranks the catalogue for the users of a part, in chunks; window, files and command line all get {@link CatalogueRanking} from here. One thread at a
 * time, the model's own; closing frees its arrays.
 */
public final class RankingEvaluation implements AutoCloseable {
    private static final int TOP = CatalogueRanking.TOP;

    /** The most scores that are computed by default. */
    private static final long MAX_SCORES = 20_000_000;

    /** The same where candidates share no computation of a history. */
    private static final long MAX_REPEATED_SCORES = 1_000_000;

    private final Catalogue catalogue;
    private final CatalogueScorer scorer;
    private final Catalogue.Queries queries;
    private final Scorer scores;
    private final List<Target> cold;
    private final float[] popularity;
    private final Neighbours neighbours;
    private final Optional<Trend> trend;
    private final Lists model = new Lists();
    private final Lists popular = new Lists();
    private final Lists recent = new Lists();
    private final Lists together = new Lists();
    private final List<FullRanking.Rank> random = new ArrayList<>();
    private final GroupCounts groups;
    private final String repeats;
    private final List<int[]> histories = new ArrayList<>();
    private final List<FullRanking.Rank> unknown = new ArrayList<>();
    private final List<RankingMetric> figures;

    /**
     * Begins.
     *
     * @param samples with the catalogue and the users; they may be of another run on the same data
     * @param users the most users; 0 for as many as fit in a minute or two
     * @param rule for items that a user has met before
     */
    public RankingEvaluation(Scorer model, SampleSet samples, Part part, int users, Repeats rule) {
        this(model, samples, part, users, rule, List.of());
    }

    /**
     * The same.
     *
     * @param further figures beside those of all tables
     */
    public RankingEvaluation(
            Scorer model, SampleSet samples, Part part, int users, Repeats rule, List<RankingMetric> further) {
        figures = Stream.concat(RankingMetric.told().stream(), further.stream()).toList();
        catalogue = new Catalogue(samples, rule);
        repeats = EnumNames.lower(samples.repeats(rule));
        scorer = model.catalogue(catalogue.batch());
        long most = scorer.shares() ? MAX_SCORES : MAX_REPEATED_SCORES;
        int atMost = users > 0 ? users : (int) Math.max(1, most / Math.max(1, catalogue.size()));
        queries = catalogue.queries(part, atMost);
        scores = model;
        cold = catalogue.cold(part, atMost);
        popularity = catalogue.popularity();
        groups = new GroupCounts(catalogue);
        neighbours = samples.neighbours(new EngineInverse());
        trend = samples.trend();
    }

    /**
     * Ranks for users of the run's own samples.
     *
     * @param users the most users; 0 for the default
     * @param done called after each query with the share that is ranked; an exception ends the work
     */
    public static CatalogueRanking of(OpenRun run, Part part, int users, DoubleConsumer done) {
        return of(run, part, users, Repeats.AUTO, List.of(), done);
    }

    /** The same with another rule for items that a user has met before, and figures beside those of all tables. */
    public static CatalogueRanking of(
            OpenRun run, Part part, int users, Repeats rule, List<RankingMetric> further, DoubleConsumer done) {
        try (RankingEvaluation work = new RankingEvaluation(run.model(), run.samples(), part, users, rule, further)) {
            while (work.more()) {
                done.accept(work.fraction());
            }
            return work.result();
        }
    }

    /** Ranks for the next true item; false once all are ranked. */
    public boolean more() {
        return more(() -> false);
    }

    /** The same; where it was interrupted, that item is still to be ranked. */
    public boolean more(BooleanSupplier interrupted) {
        if (histories.size() < queries.all().size()) {
            Catalogue.Query query = queries.all().get(histories.size());
            scorer.logits(catalogue.sample(query), interrupted).ifPresent(logits -> add(query, logits));
        } else if (unknown.size() < cold.size()) {
            Target target = cold.get(unknown.size());
            scorer.logits(catalogue.sample(target), interrupted).ifPresent(logits -> add(target, logits));
        }
        return done() < all();
    }

    private int done() {
        return histories.size() + unknown.size();
    }

    private int all() {
        return queries.all().size() + cold.size();
    }

    /** A true item that training does not know, by the score that its fields give it, among those that are known. */
    private void add(Target target, float[] logits) {
        float truth = scores.logits(catalogue.sample(target))[0];
        boolean[] open = catalogue.open(target);
        int better = 0;
        int tied = 1;
        for (int place = 0; place < logits.length; place++) {
            better += open[place] && logits[place] > truth ? 1 : 0;
            tied += open[place] && logits[place] == truth ? 1 : 0;
        }
        unknown.add(new FullRanking.Rank(better, tied));
    }

    private void add(Catalogue.Query query, float[] logits) {
        boolean[] open = catalogue.open(query);
        model.add(logits, query, open);
        groups.add(logits, query.truth(), open);
        popular.add(popularity, query, open);
        trend.ifPresent(of -> recent.add(of.of(catalogue, query), query, open));
        together.add(catalogue.neighbours(neighbours, query), query, open);
        random.add(FullRanking.rank(new float[open.length], query.truth(), open));
        histories.add(catalogue.past(query));
    }

    /** Share that is ranked. */
    public double fraction() {
        return all() == 0 ? 1 : done() / (double) all();
    }

    /** The result; call it when everything is done. */
    public CatalogueRanking result() {
        int[] of = queries.all().stream().mapToInt(Catalogue.Query::user).toArray();
        ListStatistics.Items items = new ListStatistics.Items(catalogue.events(), catalogue.categories());
        Map<String, CatalogueRanking.Figures> baselines = new LinkedHashMap<>();
        baselines.put("popularity", popular.figures(of, histories, items, this));
        if (trend.isPresent()) {
            baselines.put(CatalogueRanking.TREND, recent.figures(of, histories, items, this));
        }
        baselines.put(CatalogueRanking.NEIGHBOURS, together.figures(of, histories, items, this));
        Map<String, Double> guessed = new LinkedHashMap<>();
        byUser(of, random)
                .forEach(
                        (name, each) -> guessed.put(name, FullRanking.mean(each).orNaN()));
        return new CatalogueRanking(
                queries.users(),
                queries.ofUsers(),
                catalogue.size(),
                queries.cold(),
                model.figures(of, histories, items, this),
                guessed,
                baselines,
                kept(),
                repeats,
                populations());
    }

    private CatalogueRanking.Population population(boolean repeated) {
        int[] some = IntStream.range(0, queries.all().size())
                .filter(i -> catalogue.repeated(queries.all().get(i)) == repeated)
                .toArray();
        return population(
                IntStream.of(some).map(i -> queries.all().get(i).user()).toArray(),
                IntStream.of(some).mapToObj(model.ranks::get).toList());
    }

    private Map<String, CatalogueRanking.Population> populations() {
        Map<String, CatalogueRanking.Population> populations = new LinkedHashMap<>();
        populations.put("new", population(false));
        populations.put("repeated", population(true));
        populations.put("cold", population(cold.stream().mapToInt(Target::user).toArray(), unknown));
        return populations;
    }

    private static CatalogueRanking.Population population(int[] users, List<FullRanking.Rank> ranks) {
        FullRanking ranking = new FullRanking(users, ranks);
        return new CatalogueRanking.Population(
                FullRanking.mean(ranking.ndcg(TOP)).orNaN(),
                FullRanking.mean(ranking.hitRate(TOP)).orNaN(),
                (int) IntStream.of(users).distinct().count());
    }

    private KeptRanking kept() {
        List<Catalogue.Query> all = queries.all();
        return new KeptRanking(
                all.stream().mapToInt(Catalogue.Query::user).toArray(),
                all.stream().mapToInt(Catalogue.Query::position).toArray(),
                all.stream().mapToInt(query -> catalogue.item(query.truth())).toArray(),
                model.ranks.stream().mapToInt(FullRanking.Rank::better).toArray(),
                model.ranks.stream().mapToInt(FullRanking.Rank::tied).toArray(),
                ranked(),
                model.best.stream()
                        .map(best -> Arrays.stream(best).map(catalogue::item).toArray())
                        .toArray(int[][]::new),
                groups.groups());
    }

    private Map<String, PerUser> byUser(int[] users, List<FullRanking.Rank> ranks) {
        Map<String, PerUser> byUser = new LinkedHashMap<>();
        figures.forEach(metric -> byUser.put(metric.id(), metric.of(users, ranks, ranked())));
        return byUser;
    }

    /** Items beside each true one, itself among them: as many as score the same where all scores are equal. */
    private int[] ranked() {
        return random.stream().mapToInt(FullRanking.Rank::tied).toArray();
    }

    @Override
    public void close() {
        scorer.close();
    }

    /** The recommendations of one way of scoring. */
    private static final class Lists {
        private final List<FullRanking.Rank> ranks = new ArrayList<>();
        private final List<int[]> best = new ArrayList<>();

        void add(float[] scores, Catalogue.Query query, boolean[] open) {
            ranks.add(FullRanking.rank(scores, query.truth(), open));
            best.add(FullRanking.best(scores, open, TOP));
        }

        CatalogueRanking.Figures figures(
                int[] users, List<int[]> histories, ListStatistics.Items items, RankingEvaluation of) {
            CatalogueRanking.Figures found = CatalogueRanking.figures(of.byUser(users, ranks));
            Map<String, Double> values = new LinkedHashMap<>(found.values());
            ListStatistics beyond = ListStatistics.of(best, histories, items);
            values.put("coverage10", beyond.coverage());
            values.put("gini10", beyond.gini());
            values.put("headShare10", beyond.headShare());
            values.put("novelty10", beyond.novelty());
            values.put("popularityLift10", beyond.popularityLift());
            values.put("diversity10", beyond.diversity());
            values.put("calibration10", beyond.calibration());
            return new CatalogueRanking.Figures(values, found.intervals(), found.byUser());
        }
    }
}
