package dev.interestlens.train;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.NeighbourFit;
import dev.interestlens.data.protocol.Neighbours;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.MetricValue;
import dev.interestlens.metric.PerUser;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.NeighbourTerm;
import dev.interestlens.model.TrendTerm;
import dev.interestlens.model.config.NeighbourConfig;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * NDCG@10, HR@10 over the whole catalogue and the training's loss for a fixed sample of the validation users, the same at each epoch and after a
 * resume. Ranks are exact, but far cheaper than ranking everything: items are scored in blocks, the most popular first, and a user is finished as
 * soon as ten of them rank before the true item, where both figures are 0.
 */
final class CatalogueValidation {
    /** The most users that are evaluated. */
    private static final int USERS = 500;

    /** The same where candidates are expensive and the figures are only shown. */
    private static final int FEW_USERS = 50;

    /** Users that are evaluated within an epoch. */
    private static final int USERS_WITHIN = 100;

    /** How many scores are computed where it is measured without being asked for: of as many users as that gives. */
    private static final int SCORES_OFTEN = 300_000;

    private static final int MIN_USERS = 20;

    /** Items of the first block; each block is twice as large as the one before. */
    private static final int BLOCK = 128;

    private final SampleSet samples;
    private final Catalogue catalogue;
    private final Catalogue.Queries all;
    private final Catalogue.Queries few;
    private final Catalogue.Queries within;
    private final Optional<ValidationLoss> loss;
    private final NeighbourChoice neighbours;
    private final TrendChoice trend;
    private final int[] byPopularity;
    private final long seed;

    /**
     * What was measured.
     *
     * @param ranking null where no user can be evaluated
     * @param loss null where it is the log loss, and where no user can be evaluated
     */
    record Figures(JournalEntry.Ranked ranking, Double loss) {}

    /** What a try adds to the score of an item. */
    interface Added {
        double to(int attempt, int item);
    }

    /** Of a run, with the loss of its training. */
    CatalogueValidation(SampleSet samples, ExperimentConfig config) {
        this(
                samples,
                config.training().metric().ranks(),
                ValidationLoss.of(samples, config),
                config.training().validatesOften(),
                config.model().neighbours().kind() == NeighbourConfig.Kind.AUTO);
    }

    /** @param decides whether these figures decide which epoch is best: then no users are left out to save time */
    CatalogueValidation(SampleSet samples, boolean decides) {
        this(samples, decides, Optional.empty(), false, false);
    }

    private CatalogueValidation(
            SampleSet samples, boolean decides, Optional<ValidationLoss> loss, boolean often, boolean addsTables) {
        this.loss = loss;
        neighbours = new NeighbourChoice(samples, addsTables);
        trend = new TrendChoice(samples);
        this.samples = samples;
        seed = samples.seed();
        catalogue = new Catalogue(samples);
        all = catalogue.queries(Part.VALID, USERS);
        few = decides ? all : catalogue.queries(Part.VALID, FEW_USERS);
        within = catalogue.queries(Part.VALID, often ? usersOften(catalogue.size()) : USERS_WITHIN);
        float[] popularity = catalogue.popularity();
        byPopularity = IntStream.range(0, catalogue.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -popularity[place])) // stable
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int usersOften(int items) {
        return Math.max(MIN_USERS, Math.min(USERS, SCORES_OFTEN / Math.max(1, items)));
    }

    /** Whether the loss of training is the log loss of the samples. */
    boolean asksForLogLoss() {
        return loss.isEmpty();
    }

    /** The loss of the training at the end of an epoch; null as in {@link Figures}. */
    Double loss(CtrModel model) {
        return loss.map(of -> of(model, all, few, (scorer, queries) -> of.mean(scorer, catalogue, queries)))
                .orElse(null);
    }

    /** The ranking at the end of an epoch; null as in {@link Figures}. */
    JournalEntry.Ranked ranking(CtrModel model) {
        return of(model, all, few, this::ranked);
    }

    /** Both for fewer users, within an epoch. */
    Figures measureWithin(CtrModel model) {
        Figures figures = of(
                model,
                within,
                few.users() < within.users() ? few : within,
                (scorer, queries) -> new Figures(
                        ranked(scorer, queries),
                        loss.map(of -> of.mean(scorer, catalogue, queries)).orElse(null)));
        return figures == null ? new Figures(null, null) : figures;
    }

    /** What is measured of these users; null where there are none. */
    private <T> T of(
            CtrModel model,
            Catalogue.Queries light,
            Catalogue.Queries dear,
            BiFunction<CatalogueScorer, List<Catalogue.Query>, T> measured) {
        if (all.all().isEmpty()) {
            return null;
        }
        try (CatalogueScorer scorer = CatalogueScorer.of(model, catalogue.batch())) {
            return measured.apply(scorer, (scorer.light() ? light : dear).all());
        }
    }

    private JournalEntry.Ranked ranked(CatalogueScorer scorer, List<Catalogue.Query> queries) {
        List<FullRanking.Rank> ranks = new ArrayList<>();
        queries.forEach(query -> ranks.add(rank(scorer, query)));
        FullRanking ranking =
                new FullRanking(queries.stream().mapToInt(Catalogue.Query::user).toArray(), ranks);
        return new JournalEntry.Ranked(
                (int) queries.stream()
                        .mapToInt(Catalogue.Query::user)
                        .distinct()
                        .count(),
                catalogue.size(),
                value(ranking.ndcg(CatalogueRanking.TOP)),
                value(ranking.hitRate(CatalogueRanking.TOP)),
                Bootstrap.of(seed).mean(ranking.ndcg(CatalogueRanking.TOP)).orElse(null));
    }

    /**
     * Whether a pretrained model ranks better than popularity and co-occurrence, among the first ten and over the whole catalogue; counts as useful
     * where no user can be evaluated.
     */
    JournalEntry.Pretrained judge(CtrModel model) {
        if (all.all().isEmpty()) {
            return new JournalEntry.Pretrained(null, null, null, null, null, true);
        }
        float[] popularity = catalogue.popularity();
        Overall popular = overall(query -> popularity);
        Neighbours uniform = new NeighbourFit(samples).uniform();
        Overall together = overall(query -> catalogue.neighbours(uniform, query));
        try (CatalogueScorer scorer = CatalogueScorer.of(model, catalogue.batch())) {
            Overall own = overall(query -> scorer.logits(catalogue.sample(query)));
            double auc = Math.max(popular.auc(), together.auc());
            return new JournalEntry.Pretrained(
                    own.ndcg10(),
                    popular.ndcg10(),
                    together.ndcg10(),
                    own.auc(),
                    auc,
                    own.ndcg10() > Math.max(popular.ndcg10(), together.ndcg10()) && own.auc() > auc);
        }
    }

    /** NDCG@10 of all users by scores of items, each at the place of its id. */
    double ndcgOfItems(Function<Catalogue.Query, double[]> scores) {
        return overall(query -> {
                    double[] byId = scores.apply(query);
                    float[] byPlace = new float[catalogue.size()];
                    for (int place = 0; place < byPlace.length; place++) {
                        byPlace[place] = (float) byId[catalogue.item(place)];
                    }
                    return byPlace;
                })
                .ndcg10();
    }

    /** NDCG@10, and the share of other items that rank below the true one: means over the users. */
    private record Overall(double ndcg10, double auc) {}

    private Overall overall(Function<Catalogue.Query, float[]> scores) {
        List<FullRanking.Rank> ranks = new ArrayList<>();
        double before = 0;
        for (Catalogue.Query query : all.all()) {
            boolean[] open = catalogue.open(query);
            FullRanking.Rank rank = FullRanking.rank(scores.apply(query), query.truth(), open);
            int others = -1;
            for (boolean each : open) {
                others += each ? 1 : 0;
            }
            before += others == 0 ? 1 : 1 - (rank.expected() - 1) / others;
            ranks.add(rank);
        }
        FullRanking ranking = new FullRanking(
                all.all().stream().mapToInt(Catalogue.Query::user).toArray(), ranks);
        return new Overall(FullRanking.mean(ranking.ndcg(CatalogueRanking.TOP)).orNaN(), before / ranks.size());
    }

    /**
     * Chooses what a model adds to its logit of what followed what.
     *
     * @return what it was and is; empty where there is nothing to choose
     */
    Optional<JournalEntry.Weighed> weigh(CtrModel model, int epoch, long step) {
        NeighbourTerm term = model.neighbours().orElse(null);
        boolean any = term != null && model.learnsBeside() && !all.all().isEmpty();
        if (!any || term.weight() <= 0 || model.reading().config().searches()) {
            return Optional.empty();
        }
        try (CatalogueScorer scorer = CatalogueScorer.of(model, catalogue.batch())) {
            Catalogue.Queries queries = scorer.light() ? all : few;
            return Optional.of(neighbours.choose(model, scorer, this, queries, scorer.light(), epoch, step));
        }
    }

    /** Chooses how much a model whose other terms are chosen adds of what is popular just then; empty for nothing. */
    Optional<JournalEntry.Trended> trend(CtrModel model, int epoch, long step) {
        TrendTerm term = model.trend().orElse(null);
        if (term == null || all.all().isEmpty() || model.reading().config().searches()) {
            return Optional.empty();
        }
        try (CatalogueScorer scorer = CatalogueScorer.of(model, catalogue.batch())) {
            return trend.choose(term, scorer, this, scorer.light() ? all : few, epoch, step);
        }
    }

    /** Makes a choice of an earlier time again. */
    void weighAgain(CtrModel model, JournalEntry.Weighed choice) {
        neighbours.again(model, choice);
    }

    /** The history and user of a query as the only sample of a batch. */
    RawBatch sample(Catalogue.Query query) {
        return catalogue.sample(query);
    }

    private FullRanking.Rank rank(CatalogueScorer scorer, Catalogue.Query query) {
        return ranks(scorer, query, 1, (attempt, item) -> 0)[0];
    }

    /** The rank of the true item in each try: exact up to the tenth place; any later place is only known to be later. */
    FullRanking.Rank[] ranks(CatalogueScorer scorer, Catalogue.Query query, int tries, Added added) {
        boolean[] open = catalogue.open(query);
        int[] rivals = Arrays.stream(byPopularity)
                .filter(place -> open[place] && place != query.truth())
                .toArray();
        RawBatch sample = catalogue.sample(query);
        float[] truth = new float[tries];
        int[] better = new int[tries];
        int[] tied = new int[tries];
        Arrays.fill(tied, 1);
        int from = 0;
        for (int size = BLOCK; from < rivals.length || from == 0; size *= 2) {
            int to = Math.min(rivals.length, from + size);
            int[] block = Arrays.copyOfRange(rivals, from, from == 0 ? to + 1 : to);
            if (from == 0) {
                block[to] = query.truth();
            }
            float[] scores = scorer.logits(sample, block);
            for (int t = 0; t < tries; t++) {
                truth[t] = from == 0 ? (float) (scores[to] + added.to(t, catalogue.item(block[to]))) : truth[t];
                for (int i = 0; i < to - from; i++) {
                    float score = (float) (scores[i] + added.to(t, catalogue.item(block[i])));
                    better[t] += score > truth[t] ? 1 : 0;
                    tied[t] += score == truth[t] ? 1 : 0;
                }
            }
            if (Arrays.stream(better).min().orElseThrow() >= CatalogueRanking.TOP || to == rivals.length) {
                break;
            }
            from = to;
        }
        return IntStream.range(0, tries)
                .mapToObj(t -> new FullRanking.Rank(better[t], tied[t]))
                .toArray(FullRanking.Rank[]::new);
    }

    private static Double value(PerUser users) {
        MetricValue mean = FullRanking.mean(users);
        return mean.isDefined() ? mean.value() : null;
    }
}
