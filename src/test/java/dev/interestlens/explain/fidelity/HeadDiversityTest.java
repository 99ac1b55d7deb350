package dev.interestlens.explain.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.look.InterestClusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadDiversityTest {
    private static final double[] ONE = {.5, .2, .1, .1, .1};

    @Test
    void copiedAttentionsHaveCosineOneAndRankOne() {
        HeadDiversity spread = HeadDiversity.of(List.of(List.of(ONE, ONE, ONE, ONE)));

        assertThat(spread.cosine()).isCloseTo(1, within(1e-12));
        assertThat(spread.rank()).isCloseTo(1, within(1e-6));
        assertThat(spread.alike()).isTrue();
    }

    @Test
    void attentionsThatShareNoPlaceHaveFullRank() {
        HeadDiversity spread = HeadDiversity.of(List.of(
                List.of(new double[] {1, 0, 0, 0, 0}, new double[] {0, 1, 0, 0, 0}, new double[] {0, 0, .5, .5, 0})));

        assertThat(spread.cosine()).isZero();
        assertThat(spread.rank()).isCloseTo(3, within(1e-9));
        assertThat(spread.alike()).isFalse();
    }

    @Test
    void anAttentionThatLooksNowhereIsLikeNoOther() {
        HeadDiversity spread = HeadDiversity.of(List.of(List.of(ONE, new double[ONE.length])));

        assertThat(spread.cosine()).isZero();
        assertThat(spread.rank()).isCloseTo(2, within(1e-9));
    }

    @Test
    void theRankOfTwoFollowsFromTheirCosine() {
        double[] other = {.1, .1, .1, .2, .5};
        double cosine = InterestClusters.cosine(ONE, other);
        double high = Math.sqrt(1 + cosine);
        double low = Math.sqrt(1 - cosine);
        double share = high / (high + low);
        double entropy = -share * Math.log(share) - (1 - share) * Math.log(1 - share);

        HeadDiversity spread = HeadDiversity.of(List.of(List.of(ONE, other)));

        assertThat(spread.cosine()).isCloseTo(cosine, within(1e-12));
        assertThat(spread.rank()).isCloseTo(Math.exp(entropy), within(1e-9));
    }

    @Test
    void shortHistoriesAndSingleAttentionsAreLeftOut() {
        double[] few = {.5, .5};
        HeadDiversity spread = HeadDiversity.of(List.of(List.of(few, few), List.of(ONE), List.of(ONE, ONE)));

        assertThat(spread.samples()).isEqualTo(1);
        assertThat(HeadDiversity.of(List.of(List.of(ONE)))).isNull();
    }
}
