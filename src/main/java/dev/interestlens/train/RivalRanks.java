package dev.interestlens.train;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.PerUser;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Ranks of the true items of some users in a catalogue, by the logits of a model and what is added to them. A rank is exact up to the tenth place; any
 * later place is only known to be later: rivals are scored in blocks, the most popular first, until ten of them rank before the true item. Logits are
 * computed once, however often ranks are asked for.
 */
final class RivalRanks {
    /** Items of the first block; each block is twice as large as the one before. */
    private static final int BLOCK = 128;

    /** Logits that are kept at most; others are computed again. */
    private static final int KEPT = 8_000_000;

    private final CatalogueScorer scorer;
    private final Catalogue catalogue;
    private final int[] byPopularity;
    private final List<Asked> asked;
    private final int[] users;
    private final List<Function<RawBatch, Added>> chosen = new ArrayList<>();
    private int kept;

    /** What a try adds to the logit of an item. */
    interface Added {
        double to(int attempt, int item);
    }

    /** A user, and logits of the first blocks. */
    private record Asked(Catalogue.Query query, List<float[]> blocks) {}

    /** @param byPopularity places in the catalogue, the most popular first */
    RivalRanks(CatalogueScorer scorer, Catalogue catalogue, int[] byPopularity, List<Catalogue.Query> queries) {
        this.scorer = scorer;
        this.catalogue = catalogue;
        this.byPopularity = byPopularity;
        asked = queries.stream()
                .map(query -> new Asked(query, new ArrayList<>()))
                .toList();
        users = queries.stream().mapToInt(Catalogue.Query::user).toArray();
    }

    /** The number of users. */
    int users() {
        return (int) IntStream.of(users).distinct().count();
    }

    /** The ranking as it is now. */
    FullRanking ranking() {
        return rankings(1, sample -> (attempt, item) -> 0).get(0);
    }

    /** NDCG@10 of each user in each try. */
    List<PerUser> ndcg(int tries, Function<RawBatch, Added> added) {
        return rankings(tries, added).stream()
                .map(each -> each.ndcg(CatalogueRanking.TOP))
                .toList();
    }

    /** Adds to all later ranks what the first try of this would. */
    void add(Function<RawBatch, Added> added) {
        chosen.add(added);
    }

    private List<FullRanking> rankings(int tries, Function<RawBatch, Added> added) {
        List<FullRanking.Rank[]> ranks =
                asked.stream().map(each -> ranks(each, tries, added)).toList();
        return IntStream.range(0, tries)
                .mapToObj(t -> new FullRanking(
                        users, ranks.stream().map(each -> each[t]).toList()))
                .toList();
    }

    private FullRanking.Rank[] ranks(Asked of, int tries, Function<RawBatch, Added> tried) {
        Catalogue.Query query = of.query();
        int[] places = rivals(query);
        RawBatch sample = catalogue.sample(query);
        Added added = tried.apply(sample);
        List<Added> before = chosen.stream().map(each -> each.apply(sample)).toList();
        return scorer.scoring(sample, scored -> ranks(of, scored, places, tries, added, before));
    }

    private FullRanking.Rank[] ranks(
            Asked of, CatalogueScorer.Some scored, int[] places, int tries, Added added, List<Added> before) {
        Counted[] counted = new Counted[tries];
        Arrays.setAll(counted, t -> new Counted());
        int from = 0;
        for (int block = 0; from < places.length; block++) {
            int[] some = Arrays.copyOfRange(places, from, Math.min(places.length, from + (BLOCK << block)));
            int[] items = ArrayFill.ints(some.length, i -> catalogue.item(some[i]));
            double[] base = base(logits(of, scored, block, some), items, before);
            for (int t = 0; t < tries; t++) {
                counted[t].add(base, items, added, t);
            }
            from += some.length;
            if (Arrays.stream(counted).allMatch(each -> each.better >= CatalogueRanking.TOP)) {
                break;
            }
        }
        return Arrays.stream(counted)
                .map(each -> new FullRanking.Rank(each.better, each.tied))
                .toArray(FullRanking.Rank[]::new);
    }

    /** The true item's place, then those of all that rank beside it, the most popular first. */
    private int[] rivals(Catalogue.Query query) {
        boolean[] open = catalogue.open(query);
        int[] places = new int[byPopularity.length + 1];
        places[0] = query.truth();
        int count = 1;
        for (int place : byPopularity) {
            if (open[place] && place != query.truth()) {
                places[count++] = place;
            }
        }
        return Arrays.copyOf(places, count);
    }

    private static double[] base(float[] logits, int[] items, List<Added> before) {
        double[] base = new double[logits.length];
        for (int i = 0; i < base.length; i++) {
            base[i] = logits[i];
            for (Added each : before) {
                base[i] += each.to(0, items[i]);
            }
        }
        return base;
    }

    /** How many items rank before the true one, the first that is added, in one try, and how many with it. */
    private static final class Counted {
        private float truth;
        private boolean begun;
        private int better;
        private int tied;

        void add(double[] logits, int[] items, Added added, int attempt) {
            for (int i = 0; i < logits.length; i++) {
                float score = (float) (logits[i] + added.to(attempt, items[i]));
                truth = begun ? truth : score;
                begun = true;
                better += score > truth ? 1 : 0;
                tied += score == truth ? 1 : 0;
            }
        }
    }

    private float[] logits(Asked of, CatalogueScorer.Some scored, int block, int[] places) {
        if (block < of.blocks().size()) {
            return of.blocks().get(block);
        }
        float[] logits = scored.logits(places);
        if (block == of.blocks().size() && kept + logits.length <= KEPT) {
            kept += logits.length;
            of.blocks().add(logits);
        }
        return logits;
    }
}
