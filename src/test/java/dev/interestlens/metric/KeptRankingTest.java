package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Two true items among five: one is the second, the other shares the places three and four. */
class KeptRankingTest {
    private static KeptRanking ranking(int[][] best) {
        int[] two = {0, 1};
        return new KeptRanking(two, two, two, new int[] {1, 2}, new int[] {1, 2}, new int[] {5, 5}, best);
    }

    @Test
    void figuresAreThoseOfTheRanks() {
        KeptRanking ranking = ranking(new int[2][0]);
        double third = Math.log(2) / Math.log(4);
        double fourth = Math.log(2) / Math.log(5);
        assertThat(ranking.values(RankingMetric.NDCG10))
                .containsExactly(new double[] {Math.log(2) / Math.log(3), (third + fourth) / 2}, within(1e-12));
        assertThat(ranking.values(RankingMetric.MRR))
                .containsExactly(new double[] {1 / 2.0, (1 / 3.0 + 1 / 4.0) / 2}, within(1e-12));
        assertThat(ranking.values(RankingMetric.AUC)).containsExactly(new double[] {3 / 4.0, 1.5 / 4}, within(1e-12));
        assertThat(ranking.heights()).containsExactly(new double[] {-Math.log(2), -Math.log(3.5)}, within(1e-12));
        assertThat(ranking.size()).isEqualTo(2);
        assertThat(ranking.rank(1)).isEqualTo(new FullRanking.Rank(2, 2));
    }

    @Test
    void whatIsReplacedIsTheShareOfTheOtherListThatIsNotInThisOne() {
        KeptRanking one = ranking(new int[][] {{1, 2, 3, 4}, {1, 2}});
        KeptRanking other = ranking(new int[][] {{4, 3, 9, 8}, {1, 7}});
        assertThat(one.replaced(other)).isEqualTo(0.5);
        assertThat(one.replaced(one)).isZero();
        assertThat(one.replaced(ranking(new int[][] {{}, {7, 8}}))).isEqualTo(0.5);
    }

    @Test
    void arraysOfDifferentLengthsAreRefused() {
        assertThatThrownBy(() -> ranking(new int[1][0])).isInstanceOf(MetricException.class);
        int[] two = {0, 1};
        assertThatThrownBy(() -> new KeptRanking(two, two, two, new int[1], two, two, new int[2][0]))
                .isInstanceOf(MetricException.class);
    }
}
