package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metrics against slow ones that follow the definitions word for word, on random samples with many ties. */
class PlainMetricsTest {

    private static final int ROUNDS = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aucCountsPairs(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            ScoredSamples samples = samples(random, 1 + random.nextInt(40), 1);
            assertThat(Auc.of(samples).orNaN()).as("round %d", round).isCloseTo(pairs(samples, all(samples)), near());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void gaucWeighsUsersByTheirSamples(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            ScoredSamples samples = samples(random, 1 + random.nextInt(60), 6);
            double sum = 0;
            double weight = 0;
            for (long user = 0; user < 6; user++) {
                int[] own = of(samples, user);
                double auc = pairs(samples, own);
                if (!Double.isNaN(auc)) {
                    sum += own.length * auc;
                    weight += own.length;
                }
            }
            assertThat(Gauc.of(samples).value().orNaN()).as("round %d", round).isCloseTo(sum / weight, near());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void expectedRankingIsTheMeanOverAllOrdersOfTies(int k) {
        Random random = new Random(k);
        for (int round = 0; round < 60; round++) {
            ScoredSamples samples = samples(random, 1 + random.nextInt(6), 1);
            if (IntStream.range(0, samples.size()).noneMatch(samples::positive)) {
                continue;
            }
            List<int[]> orders = new ArrayList<>();
            permute(new ArrayList<>(), samples, orders);
            assertThat(Ranking.ndcg(samples, k, RankTies.EXPECTED).value())
                    .isCloseTo(mean(orders, order -> ndcg(samples, order, k)), near());
            assertThat(Ranking.hitRate(samples, k, RankTies.EXPECTED).value())
                    .isCloseTo(mean(orders, order -> firstPositive(samples, order) <= k ? 1 : 0), near());
            assertThat(Ranking.reciprocalRank(samples, RankTies.EXPECTED).value())
                    .isCloseTo(mean(orders, order -> 1.0 / firstPositive(samples, order)), near());
            long positives =
                    IntStream.range(0, samples.size()).filter(samples::positive).count();
            assertThat(FullRanking.mean(Ranking.recallPerUser(samples, k)).value())
                    .isCloseTo(
                            mean(
                                    orders,
                                    order -> (double) Arrays.stream(order)
                                                    .limit(k)
                                                    .filter(samples::positive)
                                                    .count()
                                            / positives),
                            near());
            assertThat(FullRanking.mean(Ranking.reciprocalRankPerUser(samples, k, RankTies.EXPECTED))
                            .value())
                    .isCloseTo(
                            mean(
                                    orders,
                                    order -> firstPositive(samples, order) <= k
                                            ? 1.0 / firstPositive(samples, order)
                                            : 0),
                            near());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void calibrationGathersSamplesByBin(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            ScoredSamples samples = samples(random, 1 + random.nextInt(50), 1);
            int bins = 1 + random.nextInt(20);
            double sum = 0;
            for (int bin = 0; bin < bins; bin++) {
                int number = bin;
                int[] inside = IntStream.range(0, samples.size())
                        .filter(i -> Math.min(bins - 1, (int) (samples.scores()[i] * bins)) == number)
                        .toArray();
                double gap = Arrays.stream(inside)
                        .mapToDouble(i -> samples.scores()[i] - samples.labels()[i])
                        .sum();
                sum += Math.abs(gap) / samples.size();
            }
            assertThat(Calibration.error(samples, bins).value())
                    .as("round %d", round)
                    .isCloseTo(sum, near());
        }
    }

    private static double pairs(ScoredSamples samples, int[] own) {
        double won = 0;
        double pairs = 0;
        for (int p : own) {
            for (int n : own) {
                if (samples.positive(p) && !samples.positive(n)) {
                    double difference = samples.scores()[p] - samples.scores()[n];
                    won += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Double.NaN : won / pairs;
    }

    /** All orders in which no sample stands before one with a higher score. */
    private static void permute(List<Integer> order, ScoredSamples samples, List<int[]> orders) {
        if (order.size() == samples.size()) {
            orders.add(order.stream().mapToInt(Integer::intValue).toArray());
            return;
        }
        double best = IntStream.range(0, samples.size())
                .filter(i -> !order.contains(i))
                .mapToDouble(i -> samples.scores()[i])
                .max()
                .orElseThrow();
        for (int i = 0; i < samples.size(); i++) {
            if (!order.contains(i) && samples.scores()[i] == best) {
                order.add(i);
                permute(order, samples, orders);
                order.remove((Integer) i);
            }
        }
    }

    private static double ndcg(ScoredSamples samples, int[] order, int k) {
        double gain = 0;
        double best = 0;
        int positives = 0;
        for (int place = 0; place < order.length; place++) {
            if (samples.positive(order[place])) {
                gain += place < k ? 1 / (Math.log(place + 2) / Math.log(2)) : 0;
                best += positives < k ? 1 / (Math.log(positives + 2) / Math.log(2)) : 0;
                positives++;
            }
        }
        return gain / best;
    }

    private static int firstPositive(ScoredSamples samples, int[] order) {
        return 1
                + IntStream.range(0, order.length)
                        .filter(place -> samples.positive(order[place]))
                        .findFirst()
                        .orElseThrow();
    }

    private static double mean(List<int[]> orders, ToDoubleFunction<int[]> metric) {
        return orders.stream().mapToDouble(metric).average().orElseThrow();
    }

    private static int[] all(ScoredSamples samples) {
        return IntStream.range(0, samples.size()).toArray();
    }

    private static int[] of(ScoredSamples samples, long user) {
        return IntStream.range(0, samples.size())
                .filter(i -> samples.users()[i] == user)
                .toArray();
    }

    /** Scores on a grid of fifths, so that many are equal. */
    private static ScoredSamples samples(Random random, int size, int users) {
        double[] scores = new double[size];
        float[] labels = new float[size];
        long[] owners = new long[size];
        for (int i = 0; i < size; i++) {
            scores[i] = random.nextInt(6) / 5.0 * (random.nextInt(20) == 0 ? -0.0 : 1);
            labels[i] = random.nextInt(2);
            owners[i] = random.nextInt(users);
        }
        return new ScoredSamples(scores, labels, owners);
    }

    private static Offset<Double> near() {
        return offset(1e-12);
    }
}
