package dev.interestlens.data.protocol;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;

/**
 * Item co-occurrence: the mean over the history h of the cosine between h and the candidate c, that is of the number of other users who have both in
 * training, divided by √(n(h) · n(c)), where n counts training events. It is computed through users, without an item-item table.
 */
public final class CoOccurrence {

    /** The most training events that are read; with more, a systematic sample of users. */
    private static final long MAX_EVENTS = 5_000_000;

    private final SampleSet samples;
    private final PreparedDataset data;
    private final int[] starts;
    private final int[] users;

    public CoOccurrence(SampleSet samples) {
        this.samples = samples;
        this.data = samples.data();
        long all = 0;
        for (int u = 0; u < data.users(); u++) {
            all += samples.seenEvents(u);
        }
        int step = (int) Math.max(1, (all + MAX_EVENTS - 1) / MAX_EVENTS);
        starts = new int[data.items() + Field.FIRST + 1];
        for (int u = 0; u < data.users(); u += step) {
            for (int k = 0; k < samples.seenEvents(u); k++) {
                starts[data.eventItem(data.firstEvent(u) + k) + 1]++;
            }
        }
        for (int item = 0; item + 1 < starts.length; item++) {
            starts[item + 1] += starts[item];
        }
        users = new int[starts[starts.length - 1]];
        int[] next = starts.clone();
        for (int u = 0; u < data.users(); u += step) {
            for (int k = 0; k < samples.seenEvents(u); k++) {
                users[next[data.eventItem(data.firstEvent(u) + k)]++] = u;
            }
        }
    }

    /** Scores of the rows {@code from … to-1}; the first must be the first row of a positive. */
    public double[] scores(Part part, int from, int to) {
        double[] scores = new double[to - from];
        double[] shared = new double[data.users()];
        int group = samples.group(part);
        for (int row = from; row < to; row += group) {
            Sample positive = samples.sample(part, row);
            weigh(positive, shared, 1);
            for (int each = row; each < Math.min(to, row + group); each++) {
                scores[each - from] =
                        score(positive.user(), samples.sample(part, each).candidate(), shared);
            }
            weigh(positive, shared, 0);
        }
        return scores;
    }

    /** The score of each item for the history of one sample. */
    public float[] scores(Sample sample, int[] items) {
        double[] shared = new double[data.users()];
        weigh(sample, shared, 1);
        float[] scores = new float[items.length];
        for (int i = 0; i < items.length; i++) {
            scores[i] = (float) score(sample.user(), items[i], shared);
        }
        return scores;
    }

    // The share of the history that each user has; reset to zero afterwards.
    private void weigh(Sample sample, double[] shared, double sign) {
        long to = samples.endHistoryEvent(sample);
        long from = samples.firstHistoryEvent(sample);
        for (long event = from; event < to; event++) {
            int item = data.eventItem(event);
            double weight = sign / (to - from) / Math.sqrt(Math.max(1, samples.trainingEvents(item)));
            for (int at = starts[item]; at < starts[item + 1]; at++) {
                shared[users[at]] = sign == 0 ? 0 : shared[users[at]] + weight;
            }
        }
    }

    private double score(int user, int item, double[] shared) {
        double sum = 0;
        for (int at = starts[item]; at < starts[item + 1]; at++) {
            sum += users[at] == user ? 0 : shared[users[at]];
        }
        return sum / Math.sqrt(Math.max(1, samples.trainingEvents(item)));
    }
}
