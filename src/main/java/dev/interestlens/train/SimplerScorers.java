package dev.interestlens.train;

import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.NeighbourFit;
import dev.interestlens.data.protocol.Neighbours;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.Lead;
import dev.interestlens.metric.PerUser;
import dev.interestlens.model.CtrModel;
import dev.interestlens.train.run.JournalEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a model must be ahead of: the best table of what followed what, popularity and co-occurrence, over the same users of the validation part. They are
 * ranked once for each number of users.
 */
final class SimplerScorers {
    private static final String TABLE = "table";
    private static final String POPULARITY = "popularity";
    private static final String CO_OCCURRENCE = "coOccurrence";

    private final SampleSet samples;
    private final Catalogue catalogue;
    private final Map<Integer, Map<String, PerUser>> known = new HashMap<>();
    private Neighbours together;

    SimplerScorers(SampleSet samples, Catalogue catalogue) {
        this.samples = samples;
        this.catalogue = catalogue;
    }

    /**
     * The model beside each.
     *
     * @param model that was trained
     * @param own NDCG@10 of each user
     * @return empty where there are too few users for an interval
     */
    Optional<JournalEntry.Compared> beside(
            CtrModel model, PerUser own, List<Catalogue.Query> queries, int epoch, long step) {
        List<JournalEntry.Rival> rivals = new ArrayList<>();
        boolean beside = model.learnsBeside() && model.neighbours().isPresent();
        known.computeIfAbsent(queries.size(), size -> simple(queries, beside))
                .forEach((name, ndcg) -> rival(name, own, ndcg).ifPresent(rivals::add));
        return rivals.isEmpty()
                ? Optional.empty()
                : Optional.of(new JournalEntry.Compared(epoch, step, own.size(), mean(own), rivals));
    }

    /** @param beside whether the model has a table: it is that of {@code evaluate} */
    private Map<String, PerUser> simple(List<Catalogue.Query> queries, boolean beside) {
        together = together == null ? NeighbourFit.uniform(samples) : together;
        float[] popularity = catalogue.popularity();
        Map<String, PerUser> simple = new LinkedHashMap<>();
        if (beside) {
            Neighbours table = samples.neighbours(new EngineInverse());
            simple.put(TABLE, ndcg(queries, query -> catalogue.neighbours(table, query)));
        }
        simple.put(POPULARITY, ndcg(queries, query -> popularity));
        simple.put(CO_OCCURRENCE, ndcg(queries, query -> catalogue.neighbours(together, query)));
        return simple;
    }

    private PerUser ndcg(List<Catalogue.Query> queries, Function<Catalogue.Query, float[]> scores) {
        List<FullRanking.Rank> ranks = queries.stream()
                .map(query -> FullRanking.rank(scores.apply(query), query.truth(), catalogue.open(query)))
                .toList();
        return new FullRanking(queries.stream().mapToInt(Catalogue.Query::user).toArray(), ranks)
                .ndcg(CatalogueRanking.TOP);
    }

    private Optional<JournalEntry.Rival> rival(String name, PerUser own, PerUser other) {
        PerUser paired = own.minus(other);
        return Bootstrap.of(samples.seed()).mean(paired).map(range -> {
            CatalogueRanking.Difference found =
                    new CatalogueRanking.Difference(mean(paired), range.low(), range.high());
            return new JournalEntry.Rival(
                    name, mean(other), found.difference(), range.low(), range.high(), Lead.of(found, mean(other)));
        });
    }

    private static double mean(PerUser each) {
        return FullRanking.mean(each).orNaN();
    }
}
