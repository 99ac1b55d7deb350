package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.metric.KeptRanking.Counts;
import dev.interestlens.metric.KeptRanking.Groups;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurrencyFiguresTest {
    private static final int ITEMS = 500;

    private static int[] all(int size, int value) {
        return IntStream.generate(() -> value).limit(size).toArray();
    }

    /** As many entries, one a user, with so many better and tied among so many candidates. */
    private static KeptRanking ranking(int[] users, int[] better, int[] tied, int[] ranked, Groups groups) {
        int n = users.length;
        return new KeptRanking(users, all(n, 3), all(n, 1), better, tied, ranked, new int[n][0], groups);
    }

    private static CurrencyFigures figures(List<CurrencyFigures> of, Currency currency) {
        return of.stream().filter(each -> each.isOf(currency)).findFirst().orElseThrow();
    }

    /** How high scores of items are that are drawn anew each time. */
    private static double mean(int drawn, int k) {
        return IntStream.rangeClosed(1, Math.min(k, drawn + 1))
                        .mapToDouble(place -> Math.log(2) / Math.log(place + 1.0))
                        .sum()
                / (drawn + 1);
    }

    @Test
    void theWholeCatalogueHasTheFiguresOfTheRanking() {
        int[] users = {4, 4, 7, 9};
        int[] better = {0, 12, 3, 499};
        int[] tied = {1, 4, 8, 1};
        KeptRanking kept = ranking(users, better, tied, all(4, ITEMS), null);
        FullRanking full = new FullRanking(
                users, IntStream.range(0, 4).mapToObj(kept::rank).toList());
        for (int k : new int[] {5, 10, 20}) {
            CurrencyFigures found = figures(CurrencyFigures.of(kept, List.of(k)), Currency.CATALOGUE);
            assertThat(found.ndcg()).isCloseTo(FullRanking.mean(full.ndcg(k)).orNaN(), within(1e-12));
            assertThat(found.hitRate())
                    .isCloseTo(FullRanking.mean(full.hitRate(k)).orNaN(), within(1e-12));
            assertThat(found.mrr())
                    .isCloseTo(FullRanking.mean(full.reciprocalRank(ITEMS)).orNaN(), within(1e-12));
            Interval interval = Bootstrap.of(1).mean(full.ndcg(k)).orElseThrow();
            assertThat(found.low()).isCloseTo(interval.low(), within(1e-12));
            assertThat(found.high()).isCloseTo(interval.high(), within(1e-12));
            assertThat(found.users()).isEqualTo(3);
            assertThat(found.k()).isEqualTo(k);
        }
    }

    @Test
    void aModelThatScoresAllAlikeIsAtChanceInEachCurrency() {
        long[] events = {90_000, 70_000};
        long[] none = {0, 0};
        long[] similar = {40, 60};
        Groups groups = new Groups(
                new Counts(events, none, events),
                new Counts(new long[] {7, 3}, none, new long[] {7, 3}),
                new Counts(similar, none, similar));
        KeptRanking kept = ranking(new int[] {0, 1}, all(2, 0), all(2, ITEMS), all(2, ITEMS), groups);
        List<CurrencyFigures> found = CurrencyFigures.of(kept, List.of(10));
        assertThat(found)
                .extracting(CurrencyFigures::id)
                .containsExactly(
                        Arrays.stream(Currency.values()).map(Currency::id).toArray(String[]::new));
        for (CurrencyFigures each : found) {
            assertThat(each.auc()).isEqualTo(0.5);
            if (each.others() != null) {
                assertThat(each.ndcg()).as(each.id()).isCloseTo(mean(each.others(), 10), within(1e-12));
                assertThat(each.hitRate()).isCloseTo(Math.min(1, 10.0 / (each.others() + 1)), within(1e-12));
            }
        }
    }

    @Test
    void aCatalogueThatIsSmallerThanTheDrawIsRankedWhole() {
        KeptRanking kept = ranking(new int[] {0, 1}, new int[] {2, 40}, new int[] {1, 2}, all(2, 60), null);
        List<CurrencyFigures> found = CurrencyFigures.of(kept, List.of(10));
        CurrencyFigures whole = figures(found, Currency.CATALOGUE);
        for (Currency each : List.of(Currency.UNIFORM_99, Currency.UNIFORM_100)) {
            assertThat(figures(found, each).ndcg()).isCloseTo(whole.ndcg(), within(1e-12));
            assertThat(figures(found, each).mrr()).isCloseTo(whole.mrr(), within(1e-12));
            assertThat(figures(found, each).corrected()).isCloseTo(whole.ndcg(), within(1e-9));
        }
        assertThat(figures(found, Currency.UNIFORM_20).ndcg()).isGreaterThan(whole.ndcg());
    }

    @Test
    void aUserWithoutCandidatesDoesNotCount() {
        KeptRanking kept = ranking(new int[] {0, 1}, new int[] {0, 30}, new int[] {1, 1}, new int[] {1, 60}, null);
        CurrencyFigures found = figures(CurrencyFigures.of(kept, List.of(10)), Currency.UNIFORM_20);
        assertThat(found.users()).isEqualTo(1);
        assertThat(found.auc()).isEqualTo(1 - 30 / 59.0);
        KeptRanking nobody = ranking(new int[] {0}, new int[] {0}, new int[] {1}, new int[] {1}, null);
        assertThat(CurrencyFigures.of(nobody, List.of(10))).isEmpty();
        assertThat(CurrencyFigures.of(ranking(all(0, 0), all(0, 0), all(0, 0), all(0, 0), null), List.of(10)))
                .isEmpty();
    }

    @Test
    void aRankingOfAnOlderVersionHasTheCurrenciesThatItKnows() {
        KeptRanking kept = ranking(new int[] {0}, new int[] {9}, new int[] {1}, all(1, ITEMS), null);
        assertThat(CurrencyFigures.of(kept, List.of(10)))
                .extracting(CurrencyFigures::id)
                .containsExactly("catalogue", "uniform-20", "uniform-99", "uniform-100", "pair-uniform");
    }

    @Test
    void figuresAmongAPartOfTheCatalogueAreOfItsCounts() {
        Groups groups = new Groups(
                new Counts(new long[] {1000}, new long[] {300}, new long[] {0}),
                new Counts(new long[] {4}, new long[] {3}, new long[] {1}),
                new Counts(new long[] {15}, new long[] {2}, new long[] {1}));
        KeptRanking kept = ranking(new int[] {0}, new int[] {9}, new int[] {1}, all(1, ITEMS), groups);
        List<CurrencyFigures> found = CurrencyFigures.of(kept, List.of(10));
        assertThat(figures(found, Currency.PAIR_POPULARITY).auc()).isCloseTo(0.7, within(1e-12));
        assertThat(figures(found, Currency.PAIR_POPULARITY).ndcg())
                .isCloseTo(0.7 + 0.3 / (Math.log(3) / Math.log(2)), within(1e-12));
        assertThat(figures(found, Currency.CATEGORY_20).mrr()).isCloseTo((1 / 3.0 + 1 / 4.0) / 2, within(1e-12));
        assertThat(figures(found, Currency.CATEGORY_20).auc()).isCloseTo(1 - 2.5 / 15, within(1e-12));
        assertThat(figures(found, Currency.CATALOGUE_MET).mrr()).isCloseTo((1 / 13.0 + 1 / 14.0) / 2, within(1e-12));
    }

    /** Most ranks lie far behind, some in front, as those of a model do. */
    @Test
    void theCorrectedFigureIsNearerToTheWholeCatalogue() {
        int[] users = IntStream.range(0, 400).toArray();
        int[] better =
                Arrays.stream(users).map(user -> user * user * user / 130_000).toArray();
        KeptRanking kept = ranking(users, better, all(400, 1), all(400, ITEMS), null);
        List<CurrencyFigures> found = CurrencyFigures.of(kept, List.of(10));
        double whole = figures(found, Currency.CATALOGUE).ndcg();
        for (Currency each : List.of(Currency.UNIFORM_20, Currency.UNIFORM_99, Currency.UNIFORM_100)) {
            CurrencyFigures drawn = figures(found, each);
            assertThat(Math.abs(drawn.corrected() - whole)).isLessThan(Math.abs(drawn.ndcg() - whole) / 2);
        }
    }

    @Test
    void theWayFromTheCatalogueGoesOneChoiceAtATime() {
        assertThat(Currency.POPULARITY_100.way()).containsExactly(Currency.CATALOGUE, Currency.UNIFORM_100);
        assertThat(Currency.CATEGORY_20.way()).containsExactly(Currency.CATALOGUE, Currency.UNIFORM_20);
        assertThat(Currency.PAIR_POPULARITY.way()).containsExactly(Currency.CATALOGUE, Currency.PAIR_UNIFORM);
        assertThat(Currency.UNIFORM_99.way()).containsExactly(Currency.CATALOGUE);
        assertThat(Currency.CATALOGUE.way()).isEmpty();
    }
}
