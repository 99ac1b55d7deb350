package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is read off with a few numbers. */
class SmallMetricsTest {
    @Test
    void anIntervalThatEndsInZeroHoldsIt() {
        assertThat(new Interval(0, 1, 0.95).excludesZero()).isFalse();
        assertThat(new Interval(-1, 0, 0.95).excludesZero()).isFalse();
        assertThat(new Interval(-1, 1, 0.95).excludesZero()).isFalse();
        assertThat(new Interval(0.1, 1, 0.95).excludesZero()).isTrue();
        assertThat(new Interval(-1, -0.1, 0.95).excludesZero()).isTrue();
    }

    @Test
    void theFirstPlaceWhereAConditionHoldsIsFound() {
        for (int from = 3; from <= 20; from++) {
            int first = from;
            assertThat(SortedSearch.first(3, 20, place -> place >= first)).isEqualTo(from);
        }
        assertThat(SortedSearch.first(3, 20, place -> false)).isEqualTo(20);
        assertThat(SortedSearch.first(3, 3, place -> {
                    throw new AssertionError("no place to look at");
                }))
                .isEqualTo(3);
    }

    @Test
    void equalNumbersKeepTheirOrder() {
        for (int size = 0; size < 40; size++) {
            int[] sorted = StableSort.sort(
                    IntStream.range(0, size).toArray(), (a, b) -> Integer.compare(a * 5 % 7, b * 5 % 7));
            List<Integer> expected = IntStream.range(0, size)
                    .boxed()
                    .sorted((a, b) -> Integer.compare(a * 5 % 7, b * 5 % 7)) // stable
                    .toList();
            assertThat(IntStream.of(sorted).boxed().toList()).isEqualTo(expected);
        }
    }

    @Test
    void aNegativeZeroIsAZero() {
        ScoredSamples samples = ScoredSamples.of(new double[] {-0.0, 0.0}, new float[] {1, 0});
        assertThat(Ranking.reciprocalRank(samples, RankTies.STABLE).value()).isEqualTo(1);
    }

    /** The expected figure is scikit-learn's {@code brier_score_loss}. */
    @Test
    void theBrierScoreIsTheMeanSquaredDistanceOfProbabilityAndLabel() {
        ScoredSamples samples =
                ScoredSamples.of(new double[] {.9, .2, .65, .01, .4, .75, .33}, new float[] {1, 0, 1, 0, 1, 0, 0});
        assertThat(ProbabilityMetric.BRIER.value(samples)).isEqualTo(.172, within(1e-12));
        assertThat(ProbabilityMetric.BRIER.better().best(new double[] {.3, .1, .2}))
                .isEqualTo(1);
    }

    @Test
    void binsTellTheirBordersAndMeans() {
        ScoredSamples samples = ScoredSamples.of(new double[] {0.25, 0.45, 1}, new float[] {0, 1, 1});
        assertThat(Calibration.bins(samples, 4))
                .containsExactly(
                        new Calibration.Bin(0.25, 0.5, 2, (0.25 + 0.45) / 2, 0.5),
                        new Calibration.Bin(0.75, 1, 1, 1, 1));
    }

    @Test
    void listsOfUsersWithoutAPositiveDoNotCount() {
        ScoredSamples samples = ScoredSamples.of(
                new float[] {3, 2, 1, 3, 2, 1, 0}, new float[] {1, 0, 0, 0, 0, 0, 0}, new int[] {1, 1, 1, 2, 2, 2, 2});
        assertThat(ListSizes.of(samples)).isEqualTo(new ListSizes(3, 3, 3));
        assertThat(ListSizes.of(samples).uniform()).isTrue();
    }

    @Test
    void aValueThatIsNotDefinedIsNullInJson() {
        assertThat(MetricValue.of(0.5).orNull()).isEqualTo(0.5);
        assertThat(MetricValue.undefined(MetricValue.Undefined.ONE_CLASS).orNull())
                .isNull();
    }

    @Test
    void theLogLossOfThreeQuartersIsItsLogarithm() {
        assertThat(LogLoss.of(new double[] {0.75, 0.25}, new float[] {1, 0}).value())
                .isCloseTo(-Math.log(0.75), within(1e-12));
    }

    /** Users 7 and 8: AUC 1 and 0 of two and three samples; all five have 2 of 6 pairs right. */
    @Test
    void rankMetricsAreFunctionsOfHowOftenAUserCounts() {
        ScoredSamples samples =
                ScoredSamples.of(new float[] {5, 4, 3, 2, 1}, new float[] {1, 0, 0, 0, 1}, new int[] {7, 7, 8, 8, 8});
        int[] once = RankMetric.once(samples);
        assertThat(once).containsExactly(1, 1);
        assertThat(RankMetric.AUC.of(samples).applyAsDouble(once)).isCloseTo(3 / 6.0, within(1e-12));
        assertThat(RankMetric.GAUC.of(samples).applyAsDouble(once)).isCloseTo(2 / 5.0, within(1e-12));
        assertThat(RankMetric.GAUC.of(samples).applyAsDouble(new int[] {3, 1})).isCloseTo(6 / 9.0, within(1e-12));
        assertThat(RankMetric.NDCG10.of(samples).applyAsDouble(once))
                .isCloseTo((1 + Math.log(2) / Math.log(4)) / 2, within(1e-12));
        assertThat(RankMetric.NDCG10.id()).isEqualTo("ndcg10");
    }

    private static CatalogueRanking.Figures figures(double... ndcg) {
        PerUser users = PerUser.of(ndcg);
        Map<String, PerUser> byUser = new LinkedHashMap<>();
        RankingMetric.told().forEach(metric -> byUser.put(metric.id(), users));
        return new CatalogueRanking.Figures(Map.of("ndcg10", ndcg[0]), Map.of(), byUser);
    }

    private static CatalogueRanking catalogue(
            int users, int ofUsers, int items, CatalogueRanking.Figures model, int newUsers, int repeatedUsers) {
        return new CatalogueRanking(
                users,
                ofUsers,
                items,
                0,
                model,
                Map.of(),
                Map.of("neighbours", figures(0.1, 0.2, 0.3)),
                null,
                null,
                Map.of(
                        "new", new CatalogueRanking.Population(0.1, 0.2, newUsers),
                        "repeated", new CatalogueRanking.Population(0.3, 0.4, repeatedUsers)));
    }

    @Test
    void aRankingLiesAboveAnotherByTheMeanOfTheDifferences() {
        CatalogueRanking one = catalogue(3, 4, 5, figures(0.3, 0.4, 0.5), 1, 2);
        CatalogueRanking.Difference above = one.above("neighbours").get("ndcg10");
        assertThat(above.difference()).isCloseTo(0.2, within(1e-12));
        assertThat(above.low()).isCloseTo(0.2, within(1e-12));
        assertThat(one.above("neighbours"))
                .containsOnlyKeys(
                        RankingMetric.told().stream().map(RankingMetric::id).toList());
        assertThat(one.above(catalogue(3, 4, 5, figures(0.2, 0.3, 0.4), 1, 2), RankingMetric.NDCG10))
                .hasValueSatisfying(each -> assertThat(each.difference()).isCloseTo(0.1, within(1e-12)));
    }

    @Test
    void rankingsOfOtherUsersAreNotCompared() {
        CatalogueRanking one = catalogue(3, 4, 5, figures(0.3, 0.4, 0.5), 1, 2);
        assertThat(one.above(catalogue(2, 4, 5, figures(0.3, 0.4, 0.5), 1, 2), RankingMetric.NDCG10))
                .isEmpty();
        assertThat(one.above(catalogue(3, 5, 5, figures(0.3, 0.4, 0.5), 1, 2), RankingMetric.NDCG10))
                .isEmpty();
        assertThat(one.above(catalogue(3, 4, 6, figures(0.3, 0.4, 0.5), 1, 2), RankingMetric.NDCG10))
                .isEmpty();
        assertThat(one.above(catalogue(3, 4, 5, figures(0.3, 0.4), 1, 2), RankingMetric.NDCG10))
                .isEmpty();
    }

    @Test
    void populationsAreToldApartWhereTwoHaveUsers() {
        CatalogueRanking.Figures model = figures(0.3, 0.4, 0.5);
        assertThat(catalogue(3, 4, 5, model, 1, 2).apart()).containsOnlyKeys("new", "repeated");
        assertThat(catalogue(3, 4, 5, model, 3, 0).apart()).isEmpty();
        CatalogueRanking old = new CatalogueRanking(3, 4, 5, 0, model, Map.of(), Map.of(), null, null, null);
        assertThat(old.apart()).isEmpty();
        assertThat(old.known()).isEmpty();
        assertThat(old.baseline("trend").value("ndcg10")).isNaN();
        assertThat(catalogue(3, 4, 5, model, 1, 2).known()).containsExactly("neighbours");
        assertThat(catalogue(3, 4, 5, model, 1, 2).baseline("neighbours").value("ndcg10"))
                .isEqualTo(0.1);
    }

    @Test
    void differencesOfUsersAreThatOfTheirValues() {
        assertThat(PerUser.of(new double[] {0.5, 0.25})
                        .minus(PerUser.of(new double[] {0.25, 0.5}))
                        .values())
                .containsExactly(0.25, -0.25);
    }
}
