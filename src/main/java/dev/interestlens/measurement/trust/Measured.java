package dev.interestlens.measurement.trust;

import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.PerUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was measured of one planting, value by value, so that several plantings can be pooled.
 *
 * @param learnt for each planted effect the share of other histories in which its score is less ahead of the other candidates
 * @param first by ordering, 1 where a cause is the first of the history, else 0
 * @param three by ordering, the share of the causes among the first three
 * @param ndcg NDCG@10 of users without planted effects, planted less original
 * @param catalogue the same of the AUC over the catalogue
 * @param told the score of a logistic model that tells planted users from others by what does not name items: AUC by user
 */
record Measured(
        Values learnt,
        Map<String, Values> first,
        Map<String, Values> three,
        Values ndcg,
        Values catalogue,
        Values told) {
    private static final long SEED = 20260101;

    /** One value a row, with the user that it is of. */
    record Values(int[] users, double[] values) {
        /** The mean with its interval over users. */
        static Mean mean(Stream<Values> several) {
            Map<Integer, double[]> byUser = new LinkedHashMap<>();
            several.forEach(each -> {
                for (int i = 0; i < each.users.length; i++) {
                    double[] sums = byUser.computeIfAbsent(each.users[i], any -> new double[2]);
                    sums[0] += each.values[i];
                    sums[1]++;
                }
            });
            double[] means = byUser.values().stream()
                    .mapToDouble(sums -> sums[0] / sums[1])
                    .toArray();
            double[] weights =
                    byUser.values().stream().mapToDouble(sums -> sums[1]).toArray();
            double sum = byUser.values().stream().mapToDouble(sums -> sums[0]).sum();
            double count = byUser.values().stream().mapToDouble(sums -> sums[1]).sum();
            Optional<Interval> interval = Bootstrap.of(SEED).mean(new PerUser(means, weights));
            return new Mean(
                    count == 0 ? null : sum / count,
                    interval.map(Interval::low).orElse(null),
                    interval.map(Interval::high).orElse(null));
        }

        static Values of(List<Integer> users, List<Double> values) {
            return new Values(
                    users.stream().mapToInt(user -> user).toArray(),
                    values.stream().mapToDouble(value -> value).toArray());
        }
    }

    /** A mean and its 95 % interval over users; null where there is nothing to be averaged. */
    record Mean(Double mean, Double low, Double high) {}
}
