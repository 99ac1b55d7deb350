package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    /** Users with so many rows each, the first of them positive. */
    private static References of(int... sizes) {
        int rows = java.util.Arrays.stream(sizes).sum();
        float[] labels = new float[rows];
        int[] users = new int[rows];
        double[] perfect = new double[rows];
        double[] backwards = new double[rows];
        int row = 0;
        for (int user = 0; user < sizes.length; user++) {
            for (int i = 0; i < sizes[user]; i++, row++) {
                users[row] = user;
                labels[row] = i == 0 ? 1 : 0;
                perfect[row] = labels[row];
                backwards[row] = i;
            }
        }
        return References.of(Map.of("perfect", perfect, "backwards", backwards), labels, users);
    }

    @Test
    void aRandomScorerHitsTheTopTenOfTwentyOneInTenOfTwentyOneCases() {
        References references = of(21, 21, 21);
        assertThat(references.random().get("hitRate10")).isCloseTo(10.0 / 21, within(1e-12));
        assertThat(references.random().get("auc")).isEqualTo(0.5);
        double discounts = 0;
        for (int rank = 1; rank <= 10; rank++) {
            discounts += Math.log(2) / Math.log(rank + 1.0);
        }
        assertThat(references.random().get("ndcg10")).isCloseTo(discounts / 21, within(1e-12));
    }

    @Test
    void listsAreCountedAsTheyAre() {
        assertThat(of(21, 21).lists()).isEqualTo(new ListSizes(21, 21, 21));
        assertThat(of(2, 30, 5).lists()).isEqualTo(new ListSizes(2, 5, 30));
        assertThat(of(2, 30, 5).lists().uniform()).isFalse();
        assertThat(of().lists()).isEqualTo(new ListSizes(0, 0, 0));
    }

    @Test
    void theBestBaselineIsNamed() {
        assertThat(of(21).best("auc")).contains(new References.Best("perfect", 1));
        assertThat(of(21).figure("hitRate10")).containsEntry("perfect", 1.0).containsEntry("backwards", 0.0);
        assertThat(of().best("auc")).isEmpty();
    }
}
