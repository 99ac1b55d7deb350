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
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.PerUser;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.config.NeighbourConfig;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * NDCG@10, HR@10 over the whole catalogue and the training's loss for a fixed sample of the validation users, the same at each epoch and after a
 * resume, far cheaper than ranking everything: see {@link RivalRanks}.
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

    private final SampleSet samples;
    private final Catalogue catalogue;
    private final Catalogue.Queries all;
    private final Catalogue.Queries few;
    private final Catalogue.Queries within;
    private final Optional<ValidationLoss> loss;
    private final NeighbourChoice neighbours;
    private final TrendChoice trend;
    private final SimplerScorers simpler;
    private final int[] byPopularity;
    private final long seed;

    /**
     * What was measured.
     *
     * @param ranking null where no user can be evaluated
     * @param loss null where it is the log loss, and where no user can be evaluated
     */
    record Figures(JournalEntry.Ranked ranking, Double loss) {}

    /** What was measured, and chosen, at the end of an epoch. */
    record Finished(
            Figures figures,
            Optional<JournalEntry.Weighed> weighed,
            Optional<JournalEntry.Trended> trended,
            Optional<JournalEntry.Compared> compared) {}

    /** Of a run, with the loss of its training. */
    CatalogueValidation(SampleSet samples, ExperimentConfig config) {
        this(
                samples,
                config.training().stopping().metric().ranks(),
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
        simpler = new SimplerScorers(samples, catalogue);
        byPopularity = IntStream.range(0, catalogue.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -popularity[place])) // stable
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int usersOften(int items) {
        return Math.max(MIN_USERS, Math.min(USERS_WITHIN, SCORES_OFTEN / Math.max(1, items)));
    }

    /** Whether the loss of training is the log loss of the samples. */
    boolean asksForLogLoss() {
        return loss.isEmpty();
    }

    /**
     * Measures a model at the end of an epoch, and chooses what it adds to its logit: of what followed what, then of what is popular just then. It has
     * the chosen terms afterwards; what it had must be set again before it is trained further. The loss is without them.
     */
    Finished finish(CtrModel model, int epoch, long step) {
        if (all.all().isEmpty()) {
            return new Finished(new Figures(null, null), Optional.empty(), Optional.empty(), Optional.empty());
        }
        Finished finished;
        FullRanking ranking;
        List<Catalogue.Query> queries;
        try (CatalogueScorer scorer = CatalogueScorer.of(model, catalogue.batch())) {
            boolean many = scorer.light();
            queries = (many ? all : few).all();
            Double mean = loss(scorer, queries);
            RivalRanks ranks = new RivalRanks(scorer, catalogue, byPopularity, queries);
            boolean chooses = !model.reading().config().searches();
            Optional<JournalEntry.Weighed> weighed = model.neighbours()
                    .filter(term -> chooses && model.learnsBeside() && term.weight() > 0)
                    .map(term -> neighbours.choose(term, ranks, this, many, epoch, step));
            Optional<JournalEntry.Trended> trended =
                    model.trend().filter(term -> chooses).flatMap(term -> trend.choose(term, ranks, epoch, step));
            ranking = ranks.ranking();
            finished = new Finished(new Figures(ranked(ranks, ranking), mean), weighed, trended, Optional.empty());
        }
        finished.weighed().ifPresent(choice -> weighAgain(model, choice));
        finished.trended().ifPresent(choice -> model.trend().orElseThrow().weigh((float) choice.weight()));
        return new Finished(
                finished.figures(),
                finished.weighed(),
                finished.trended(),
                simpler.beside(model, ranking.ndcg(CatalogueRanking.TOP), queries, epoch, step));
    }

    /** Ranking and loss for fewer users, within an epoch. */
    Figures measureWithin(CtrModel model) {
        if (all.all().isEmpty()) {
            return new Figures(null, null);
        }
        try (CatalogueScorer scorer = CatalogueScorer.of(model, catalogue.batch())) {
            boolean fewer = !scorer.light() && few.users() < within.users();
            List<Catalogue.Query> queries = (fewer ? few : within).all();
            RivalRanks ranks = new RivalRanks(scorer, catalogue, byPopularity, queries);
            return new Figures(ranked(ranks, ranks.ranking()), loss(scorer, queries));
        }
    }

    private Double loss(CatalogueScorer scorer, List<Catalogue.Query> queries) {
        return loss.map(of -> of.mean(scorer, catalogue, queries)).orElse(null);
    }

    private JournalEntry.Ranked ranked(RivalRanks ranks, FullRanking ranking) {
        Map<String, Double> figures = new LinkedHashMap<>();
        RankingMetric.ofEpochs()
                .forEach(metric -> figures.put(
                        metric.id(),
                        FullRanking.mean(ranking.of(metric, catalogue.size())).orNull()));
        return new JournalEntry.Ranked(
                ranks.users(),
                catalogue.size(),
                figures,
                Bootstrap.of(seed).mean(ranking.ndcg(CatalogueRanking.TOP)).orElse(null));
    }

    /**
     * A pretrained model beside popularity and co-occurrence.
     *
     * @param entry with its figures, {@code used} where it ranks the first ten better than the better of both, and the whole no worse than popularity
     * @param clear whether the interval of that difference, paired by user, leaves 0 out
     */
    record Judged(JournalEntry.Pretrained entry, boolean clear) {
        /**
         * Whether both starts are tried: where its first ten are worse, and that may be chance. A trial is short, and as noisy as the figures: it would leave a better
         * one out as often as not, and where to look is learnt from it.
         */
        boolean isTried() {
            return !clear && !entry.used() && !entry.ranksBelowPopularity();
        }

        /** After both starts were tried. */
        JournalEntry.Pretrained tried(JournalEntry.StartTrial trial) {
            return new JournalEntry.Pretrained(
                    entry.model(),
                    entry.popularity(),
                    entry.coOccurrence(),
                    entry.auc(),
                    entry.baselineAuc(),
                    entry.popularityAuc(),
                    trial.learnt() > trial.random(),
                    trial);
        }
    }

    /** Judges a pretrained model, which counts as useful where no user can be evaluated. */
    Judged judge(CtrModel model) {
        if (all.all().isEmpty()) {
            return new Judged(new JournalEntry.Pretrained(null, null, null, null, null, null, true, null), true);
        }
        float[] popularity = catalogue.popularity();
        Overall popular = overall(query -> popularity);
        Neighbours uniform = NeighbourFit.uniform(samples);
        Overall together = overall(query -> catalogue.neighbours(uniform, query));
        try (CatalogueScorer scorer = CatalogueScorer.of(model, catalogue.batch())) {
            Overall own = overall(query -> scorer.logits(catalogue.sample(query)));
            Overall rival = popular.ndcg10() > together.ndcg10() ? popular : together;
            boolean clear = Bootstrap.of(seed)
                    .mean(own.ndcg().minus(rival.ndcg()))
                    .filter(Interval::excludesZero)
                    .isPresent();
            return new Judged(
                    new JournalEntry.Pretrained(
                            own.ndcg10(),
                            popular.ndcg10(),
                            together.ndcg10(),
                            own.auc(),
                            Math.max(popular.auc(), together.auc()),
                            popular.auc(),
                            own.ndcg10() > rival.ndcg10() && own.auc() >= popular.auc(),
                            null),
                    clear);
        }
    }

    /** NDCG@10 of a model on the validation part; NaN where no user can be evaluated. */
    double ndcg(CtrModel model) {
        try (CatalogueScorer scorer = CatalogueScorer.of(model, catalogue.batch())) {
            return FullRanking.mean(new RivalRanks(scorer, catalogue, byPopularity, all.all())
                            .ranking()
                            .ndcg(CatalogueRanking.TOP))
                    .orNaN();
        }
    }

    /** NDCG@10 of all users by scores of items, each at the place of its id. */
    double ndcgOfItems(Function<RawBatch, double[]> scores) {
        return overall(query -> {
                    double[] byId = scores.apply(catalogue.sample(query));
                    return ArrayFill.floats(catalogue.size(), place -> byId[catalogue.item(place)]);
                })
                .ndcg10();
    }

    /** NDCG@10 of each user, and the mean share of other items that rank below the true one. */
    private record Overall(PerUser ndcg, double auc) {
        double ndcg10() {
            return FullRanking.mean(ndcg).orNaN();
        }
    }

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
        return new Overall(ranking.ndcg(CatalogueRanking.TOP), before / ranks.size());
    }

    /** Makes a choice of an earlier time again. */
    void weighAgain(CtrModel model, JournalEntry.Weighed choice) {
        neighbours.again(model, choice);
    }
}
