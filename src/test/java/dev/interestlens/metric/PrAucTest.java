package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrAucTest {
    @Test
    void aKnownOrder() {
        ScoredSamples samples = ScoredSamples.of(new double[] {.1, .4, .35, .8}, new float[] {0, 0, 1, 1});
        assertThat(RankMetric.PR_AUC.value(samples))
                .isCloseTo((1 + 2 / 3.0) / 2, within(1e-15)); // as scikit-learn's documentation has it
    }

    @Test
    void rowsWithEqualScoresAreTakenTogether() {
        ScoredSamples equal = ScoredSamples.of(new double[10], new float[] {1, 0, 0, 1, 0, 0, 0, 1, 0, 0});
        assertThat(RankMetric.PR_AUC.value(equal)).isCloseTo(.3, within(1e-15));
    }

    @Test
    void withoutAPositiveItIsNotDefined() {
        assertThat(RankMetric.PR_AUC.value(ScoredSamples.of(new double[3], new float[3])))
                .isNaN();
        assertThat(RankMetric.PR_AUC.value(ScoredSamples.of(new double[0], new float[0])))
                .isNaN();
    }

    @Test
    void aUserWhoCountsTwiceIsAsGoodAsTwoAlike() {
        Random random = new Random(3);
        int n = 200;
        int[] users = IntStream.range(0, n).map(i -> i % 13).toArray();
        double[] scores =
                random.ints(n, 0, 40).mapToDouble(score -> score / 7.0).toArray();
        float[] labels = new float[n];
        IntStream.range(0, n).forEach(i -> labels[i] = random.nextInt(4) == 0 ? 1 : 0);
        int[] times = random.ints(13, 0, 4).toArray();
        double found =
                RankMetric.PR_AUC.of(ScoredSamples.of(scores, labels, users)).applyAsDouble(times);

        int[] copies = IntStream.range(0, n)
                .flatMap(i -> IntStream.generate(() -> i).limit(times[users[i]]))
                .toArray();
        double sum = 0;
        double positives = 0;
        for (int copy : copies) {
            if (labels[copy] == 1) {
                double above = Arrays.stream(copies)
                        .filter(i -> scores[i] >= scores[copy])
                        .count();
                double hits = Arrays.stream(copies)
                        .filter(i -> scores[i] >= scores[copy] && labels[i] == 1)
                        .count();
                sum += hits / above;
                positives++;
            }
        }
        assertThat(found).isCloseTo(sum / positives, within(1e-12));
    }

    @Test
    void eachMetricIsInTheListOnceUnderANameOfItsOwn() {
        assertThat(RowMetric.all())
                .doesNotHaveDuplicates()
                .contains(RankMetric.values())
                .contains(ProbabilityMetric.values());
        assertThat(RowMetric.all()).extracting(RowMetric::id).doesNotHaveDuplicates();
        assertThat(RowMetric.all()).extracting(RowMetric::exchangeName).doesNotHaveDuplicates();
    }
}
