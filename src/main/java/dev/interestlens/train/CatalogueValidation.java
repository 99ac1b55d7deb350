package dev.interestlens.train;

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
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** Items of the first block; each block is twice as large as the one before. */
    private static final int BLOCK = 128;

    private final SampleSet samples;
    private final Catalogue catalogue;
    private final Catalogue.Queries all;
    private final Catalogue.Queries few;
    private final Catalogue.Queries within;
    private final Optional<ValidationLoss> loss;
    private final int[] byPopularity;
    private final long seed;

    /**
     * What was measured.
     *
     * @param ranking null where no user can be evaluated
     * @param loss null where it is the log loss, and where no user can be evaluated
     */
    record Figures(JournalEntry.Ranked ranking, Double loss) {}

    /** Of a run, with the loss of its training. */
    CatalogueValidation(SampleSet samples, ExperimentConfig config) {
        this(samples, config.training().metric().ranks(), ValidationLoss.of(samples, config));
    }

    /** @param decides whether these figures decide which epoch is best: then no users are left out to save time */
    CatalogueValidation(SampleSet samples, boolean decides) {
        this(samples, decides, Optional.empty());
    }

    private CatalogueValidation(SampleSet samples, boolean decides, Optional<ValidationLoss> loss) {
        this.loss = loss;
        this.samples = samples;
        seed = samples.seed();
        catalogue = new Catalogue(samples);
        all = catalogue.queries(Part.VALID, USERS);
        few = decides ? all : catalogue.queries(Part.VALID, FEW_USERS);
        within = catalogue.queries(Part.VALID, USERS_WITHIN);
        float[] popularity = catalogue.popularity();
        byPopularity = IntStream.range(0, catalogue.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -popularity[place])) // stable
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Whether the loss of training is the log loss of the samples. */
    boolean asksForLogLoss() {
        return loss.isEmpty();
    }

    /** At the end of an epoch. */
    Figures measure(CtrModel model) {
        return measure(model, all, few);
    }

    /** For fewer users, within an epoch. */
    Figures measureWithin(CtrModel model) {
        return measure(model, within, few.users() < within.users() ? few : within);
    }

    private Figures measure(CtrModel model, Catalogue.Queries light, Catalogue.Queries dear) {
        if (all.all().isEmpty()) {
            return new Figures(null, null);
        }
        try (CatalogueScorer scorer = CatalogueScorer.of(model, catalogue.batch())) {
            Catalogue.Queries queries = scorer.light() ? light : dear;
            return new Figures(
                    ranked(scorer, queries),
                    loss.map(of -> of.mean(scorer, catalogue, queries.all())).orElse(null));
        }
    }

    private JournalEntry.Ranked ranked(CatalogueScorer scorer, Catalogue.Queries queries) {
        List<FullRanking.Rank> ranks = new ArrayList<>();
        queries.all().forEach(query -> ranks.add(rank(scorer, query)));
        FullRanking ranking = new FullRanking(
                queries.all().stream().mapToInt(Catalogue.Query::user).toArray(), ranks);
        return new JournalEntry.Ranked(
                queries.users(),
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

    /** Exact up to the tenth place; any later place is only known to be later. */
    private FullRanking.Rank rank(CatalogueScorer scorer, Catalogue.Query query) {
        boolean[] open = catalogue.open(query);
        int[] rivals = Arrays.stream(byPopularity)
                .filter(place -> open[place] && place != query.truth())
                .toArray();
        var sample = catalogue.sample(query);
        float truth = 0;
        int better = 0;
        int tied = 1;
        int from = 0;
        for (int size = BLOCK; from < rivals.length || from == 0; size *= 2) {
            int to = Math.min(rivals.length, from + size);
            int[] block = Arrays.copyOfRange(rivals, from, from == 0 ? to + 1 : to);
            if (from == 0) {
                block[to] = query.truth();
            }
            float[] scores = scorer.logits(sample, block);
            truth = from == 0 ? scores[to] : truth;
            for (int i = 0; i < to - from; i++) {
                better += scores[i] > truth ? 1 : 0;
                tied += scores[i] == truth ? 1 : 0;
            }
            if (better >= CatalogueRanking.TOP || to == rivals.length) {
                break;
            }
            from = to;
        }
        return new FullRanking.Rank(better, tied);
    }

    private static Double value(PerUser users) {
        MetricValue mean = FullRanking.mean(users);
        return mean.isDefined() ? mean.value() : null;
    }
}
