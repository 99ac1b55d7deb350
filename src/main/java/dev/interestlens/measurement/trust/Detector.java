package dev.interestlens.measurement.trust;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.measurement.trust.Measured.Values;
import dev.interestlens.metric.HeldOutLogit;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;

/**
 * A logistic model that tries to tell users with planted effects from others by what does not name items: the number of events, the popularity of their
 * items, the hours of the day and the gaps. It compares with users as could have been chosen: with enough events, and with a last item as popular as
 * those of planted users. Five folds: every user is scored by weights that were fitted without that user.
 */
final class Detector {
    private static final double DAY = 86_400;
    private static final int MIN_EVENTS = 8;

    private final PreparedDataset data;
    private final int[] popularity;

    Detector(PreparedDataset data) {
        this.data = data;
        popularity = new int[data.items() + Field.FIRST];
        for (long event = 0; event < data.events(); event++) {
            popularity[data.eventItem(event)]++;
        }
    }

    /** For each user with planted effects the share of the others whose score is lower. */
    Values told(Map<Integer, Boolean> planted) {
        List<Integer> users = alike(planted);
        boolean[] positive = ArrayFill.flags(users.size(), i -> planted.get(users.get(i)));
        double[] scores = HeldOutLogit.scores(users.stream().map(this::features).toArray(double[][]::new), positive);
        List<Integer> told = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (positive[i]) {
                double lower = 0;
                double others = 0;
                for (int k = 0; k < scores.length; k++) {
                    if (!positive[k]) {
                        lower += scores[k] < scores[i] ? 1 : scores[k] == scores[i] ? 0.5 : 0;
                        others++;
                    }
                }
                told.add(users.get(i));
                shares.add(lower / others);
            }
        }
        return Values.of(told, shares);
    }

    private List<Integer> alike(Map<Integer, Boolean> planted) {
        IntSummaryStatistics last = planted.keySet().stream()
                .filter(planted::get)
                .mapToInt(this::lastPopularity)
                .summaryStatistics();
        return planted.keySet().stream()
                .filter(user -> planted.get(user)
                        || data.endEvent(user) - data.firstEvent(user) >= MIN_EVENTS
                                && lastPopularity(user) >= last.getMin()
                                && lastPopularity(user) <= last.getMax())
                .sorted()
                .toList();
    }

    private int lastPopularity(int user) {
        return popularity[data.eventItem(data.endEvent(user) - 1)];
    }

    private double[] features(int user) {
        long first = data.firstEvent(user);
        long end = data.endEvent(user);
        double n = end - first;
        double mean = 0;
        double square = 0;
        double last = Math.log(lastPopularity(user));
        double sine = 0;
        double cosine = 0;
        double gaps = 0;
        for (long event = first; event < end; event++) {
            double log = Math.log(popularity[data.eventItem(event)]);
            mean += log / n;
            square += log * log / n;
            double hour = 2 * Math.PI * (data.eventTime(event) % DAY) / DAY;
            sine += Math.sin(hour) / n;
            cosine += Math.cos(hour) / n;
            gaps += event == first ? 0 : Math.log1p(data.eventTime(event) - data.eventTime(event - 1)) / (n - 1);
        }
        double spread = Math.sqrt(Math.max(0, square - mean * mean));
        return new double[] {Math.log(n), mean, spread, last, sine, cosine, gaps};
    }
}
