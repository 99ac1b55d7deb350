package dev.interestlens.explain.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InterestClustersTest {
    @Test
    void headsThatLookAlikeAreOneLane() {
        InterestClusters lanes = InterestClusters.of(
                List.of(new double[] {.5, .5, 0, 0, 0}, new double[] {0, 0, 0, 1, 0}, new double[] {.4, .5, .1, 0, 0}));

        assertThat(lanes.count()).isEqualTo(2);
        assertThat(List.of(lanes.ofHead(0), lanes.ofHead(1), lanes.ofHead(2))).containsExactly(0, 1, 0);
        assertThat(lanes.positions(0)).containsExactly(0, 1);
        assertThat(lanes.positions(1)).containsExactly(3);
        assertThat(lanes.owners()).containsExactly(0, 0, -1, 1, -1);
    }

    @Test
    void likenessIsPassedOn() {
        InterestClusters lanes =
                InterestClusters.of(List.of(new double[] {1, 0, 0}, new double[] {1, 1, 0}, new double[] {0, 1, 0}));

        assertThat(lanes.count()).isEqualTo(1);
    }

    @Test
    void anEvenAttentionOwnsEverything() {
        assertThat(InterestClusters.of(List.of(new double[] {.25, .25, .25, .25}))
                        .positions(0))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void whatHasNoDirectionIsLikeNothing() {
        double[] zero = {0, 0};

        assertThat(InterestClusters.cosine(new double[] {1, 0}, zero)).isNaN();
        assertThat(InterestClusters.cosine(zero, zero)).isNaN();
        assertThat(InterestClusters.cosine(new double[] {3, 4}, new double[] {4, 3}))
                .isEqualTo(.96);
        assertThat(InterestClusters.of(List.of(zero, zero, new double[] {1, 0})).count())
                .isEqualTo(3);
    }

    @Test
    void withoutAttentionsThereAreNoLanes() {
        assertThat(InterestClusters.of(List.of()).count()).isZero();
    }
}
