package dev.interestlens.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A figure of how high the true items of users stand among the whole catalogue. Whatever computes, shows, compares or writes such figures goes over
 * {@link #all()}: a further one is a line of that list, and the words of its kind where that is new.
 *
 * @param places of the list that count; 0 for all
 */
public record RankingMetric(Kind kind, int places, Standing standing) {
    /** How high the first ten places hold the true item; it decides between runs. */
    public static final RankingMetric NDCG10 = new RankingMetric(Kind.NDCG, CatalogueRanking.TOP, Standing.DECIDES);

    /** Whether the first ten places hold the true item. */
    public static final RankingMetric HIT_RATE10 =
            new RankingMetric(Kind.HIT_RATE, CatalogueRanking.TOP, Standing.TOLD);

    /** The reciprocal rank where it is among the first ten. */
    public static final RankingMetric MRR10 = new RankingMetric(Kind.MRR, CatalogueRanking.TOP, Standing.TOLD);

    /** The reciprocal rank among all items. */
    public static final RankingMetric MRR = new RankingMetric(Kind.MRR, 0, Standing.ASKED);

    /** The share of the other items below the true one; those with the same score count half. */
    public static final RankingMetric AUC = new RankingMetric(Kind.AUC, 0, Standing.ASKED);

    private static final List<RankingMetric> ALL = List.of(NDCG10, HIT_RATE10, MRR10, MRR, AUC);

    /** Where a figure stands without being asked for. */
    public enum Standing {
        /** In all tables, and in what decides between runs. */
        DECIDES,
        /** In all tables. */
        TOLD,
        /** Nowhere, but a person may ask for it. */
        ASKED
    }

    /** The figure of one true item. */
    @FunctionalInterface
    interface OfRank {
        /** @param ranked items, the true one among them */
        double of(FullRanking.Rank rank, int places, int ranked);
    }

    /** The figure of each user's rows, which may hold several true items. */
    @FunctionalInterface
    interface OfRows {
        PerUser of(ScoredSamples samples, int places);
    }

    /**
     * What is counted.
     *
     * @param id its name in JSON, followed by the places that count; with words of its own
     * @param rows null where it has no places, so that it cannot be asked for by {@code --k}
     */
    public record Kind(String id, OfRank ranks, OfRows rows) {
        static final Kind NDCG = new Kind(
                "ndcg",
                (rank, places, ranked) -> rank.ndcg(places),
                (samples, places) -> Ranking.ndcgPerUser(samples, places, RankTies.EXPECTED));
        static final Kind HIT_RATE = new Kind(
                "hitRate",
                (rank, places, ranked) -> rank.hit(places),
                (samples, places) -> Ranking.hitRatePerUser(samples, places, RankTies.EXPECTED));
        /** Each true item of the catalogue is ranked by itself, so that it equals the hit rate there; of rows it need not. */
        static final Kind RECALL = new Kind("recall", HIT_RATE.ranks, Ranking::recallPerUser);

        static final Kind MRR = new Kind(
                "mrr",
                (rank, places, ranked) -> rank.reciprocal(places == 0 ? ranked : places),
                (samples, places) -> Ranking.reciprocalRankPerUser(samples, places, RankTies.EXPECTED));
        static final Kind AUC =
                new Kind("auc", (rank, places, ranked) -> 1 - (rank.expected() - 1) / Math.max(1, ranked - 1), null);

        /** Those that are told for any number of places, as people ask for them. */
        public static final List<Kind> WITH_PLACES = List.of(NDCG, HIT_RATE, RECALL, MRR);

        /** It, with so many places. */
        public RankingMetric at(int places) {
            return new RankingMetric(this, places, Standing.ASKED);
        }
    }

    /** All, in the order in which they are shown. */
    public static List<RankingMetric> all() {
        return ALL;
    }

    /** Those of all tables. */
    public static List<RankingMetric> told() {
        return ALL.stream().filter(metric -> metric.standing != Standing.ASKED).toList();
    }

    /** Those of them that training measures after each epoch, where ranks are exact up to the tenth place only. */
    public static List<RankingMetric> ofEpochs() {
        return told().stream()
                .filter(metric -> metric.places > 0 && metric.places <= CatalogueRanking.TOP)
                .toList();
    }

    /** Those that decide between runs, the first before the others. */
    public static List<RankingMetric> deciding() {
        return ALL.stream()
                .filter(metric -> metric.standing == Standing.DECIDES)
                .toList();
    }

    /** Each kind with each of these places. */
    public static List<RankingMetric> at(List<Integer> places) {
        return Kind.WITH_PLACES.stream()
                .flatMap(kind -> places.stream().map(kind::at))
                .toList();
    }

    /** Those of {@link #at} that do not stand in all tables. */
    public static List<RankingMetric> asked(List<Integer> places) {
        List<String> told = told().stream().map(RankingMetric::id).toList();
        return at(places).stream().filter(metric -> !told.contains(metric.id())).toList();
    }

    /** By its name, in which case and underscores do not matter; empty where there is none. */
    public static Optional<RankingMetric> of(String name) {
        String plain = name.replace("_", "");
        return ALL.stream()
                .filter(metric -> metric.id().equalsIgnoreCase(plain))
                .findFirst();
    }

    /** Its name in JSON and files: {@code hitRate10}. */
    public String id() {
        return kind.id + (places == 0 ? "" : places);
    }

    /** Its name as the value of an option: {@code hit_rate10}. */
    public String option() {
        return snake() + (places == 0 ? "" : places);
    }

    /** Its name in programs that have one for it: {@code hit_rate_at_10}. */
    public String exchangeName() {
        return snake() + (places == 0 ? "" : "_at_" + places);
    }

    private String snake() {
        return kind.id.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The figure of one true item. */
    double of(FullRanking.Rank rank, int ranked) {
        return kind.ranks.of(rank, places, ranked);
    }

    /**
     * By user; one with several true items counts once, with their mean.
     *
     * @param users of each true item
     * @param ranked items with each true item
     */
    public PerUser of(int[] users, List<FullRanking.Rank> ranks, int[] ranked) {
        double[] values = new double[users.length];
        Arrays.setAll(values, entry -> of(ranks.get(entry), ranked[entry]));
        return PerUser.of(users, values);
    }

    /** What random scores give for a true item among so many. */
    public double byChance(int ranked) {
        return of(new FullRanking.Rank(0, ranked), ranked);
    }

    /** The same over the users of a ranking. */
    double byChance(KeptRanking ranking) {
        double[] values =
                Arrays.stream(ranking.ranked()).mapToDouble(this::byChance).toArray();
        return FullRanking.mean(PerUser.of(ranking.users(), values)).orNaN();
    }

    /** Of rows, by user; those without a positive do not count. */
    public PerUser of(ScoredSamples rows) {
        return kind.rows.of(rows, places);
    }

    @Override
    public String toString() {
        return id();
    }
}
