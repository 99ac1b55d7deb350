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
import dev.interestlens.model.NeighbourTerm;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.train.run.JournalEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a model must be ahead of: its own table of what followed what, popularity and co-occurrence, over the same users of the validation part. The last
 * two are ranked once for each number of users.
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
     * @param model with the table that it ranks with
     * @param own NDCG@10 of each user
     * @return empty where there are too few users for an interval
     */
    Optional<JournalEntry.Compared> beside(
            CtrModel model, PerUser own, List<Catalogue.Query> queries, int epoch, long step) {
        List<JournalEntry.Rival> rivals = new ArrayList<>();
        model.neighbours()
                .filter(term -> model.learnsBeside())
                .flatMap(term -> rival(TABLE, own, ndcg(queries, query -> table(model, term, query))))
                .ifPresent(rivals::add);
        known.computeIfAbsent(queries.size(), size -> simple(queries))
                .forEach((name, ndcg) -> rival(name, own, ndcg).ifPresent(rivals::add));
        return rivals.isEmpty()
                ? Optional.empty()
                : Optional.of(new JournalEntry.Compared(epoch, step, own.size(), mean(own), rivals));
    }

    private Map<String, PerUser> simple(List<Catalogue.Query> queries) {
        together = together == null ? NeighbourFit.uniform(samples) : together;
        float[] popularity = catalogue.popularity();
        Map<String, PerUser> simple = new LinkedHashMap<>();
        simple.put(POPULARITY, ndcg(queries, query -> popularity));
        simple.put(CO_OCCURRENCE, ndcg(queries, query -> catalogue.neighbours(together, query)));
        return simple;
    }

    private float[] table(CtrModel model, NeighbourTerm term, Catalogue.Query query) {
        double[] byId = term.sums(term.table(), model.read(catalogue.sample(query)), null);
        return ArrayFill.floats(catalogue.size(), place -> byId[catalogue.item(place)]);
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
