package dev.interestlens.explain.anatomy;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.metric.ScoredSamples;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * All rows of some users of a part. Figures that belong together are measured on the same ones, so that they are the same numbers.
 *
 * @param rows of the part; rows of one request follow each other and are all there
 */
public record MeasuredRows(SampleSet samples, Part part, int[] rows) {
    /** Users that are measured by default: with 21 candidates each and histories of 50 behaviours every family takes less than a CPU minute. */
    public static final int USERS = 300;

    private static final int ROWS = 1024;
    private static final int POSITIONS = 100_000;

    /** Of a systematic sample of users, at most so many. */
    public static MeasuredRows of(SampleSet samples, Part part, int users) {
        return new MeasuredRows(samples, part, ofSomeUsers(samples.users(part), users));
    }

    /**
     * All rows of a systematic sample of users.
     *
     * @param users of each row
     * @param most users of the sample
     */
    public static int[] ofSomeUsers(int[] users, int most) {
        int[] distinct = IntStream.of(users).distinct().toArray();
        int wanted = Math.min(most, distinct.length);
        BitSet chosen = new BitSet();
        for (int i = 0; i < wanted; i++) {
            chosen.set(distinct[(int) ((long) i * distinct.length / wanted)]);
        }
        return IntStream.range(0, users.length)
                .filter(row -> chosen.get(users[row]))
                .toArray();
    }

    int size() {
        return rows.length;
    }

    /** Rows of a request, a true item among them; 1 where rows stand alone. */
    public int group() {
        return samples.group(part);
    }

    int requests() {
        return rows.length / group();
    }

    /** So many requests are scored at once. */
    int requestsAtOnce() {
        int longest = IntStream.of(rows)
                .mapToObj(row -> samples.sample(part, row))
                .mapToInt(sample -> (int) (samples.endHistoryEvent(sample) - samples.firstHistoryEvent(sample)))
                .max()
                .orElse(1);
        return Math.max(1, Math.min(ROWS, POSITIONS / Math.max(1, longest)) / group());
    }

    /** A score a row; {@code scored} is called with the share that is done, and an exception of it ends the work. */
    public float[] logits(Function<RawBatch, float[]> scorer, DoubleConsumer scored) {
        return logits(scorer, requestsAtOnce(), scored);
    }

    /**
     * The same with a given number of requests in a batch.
     *
     * @param scorer a score for each sample of a batch
     */
    public float[] logits(Function<RawBatch, float[]> scorer, int requestsAtOnce, DoubleConsumer scored) {
        float[] logits = new float[rows.length];
        int step = requestsAtOnce * group();
        for (int from = 0; from < rows.length; from += step) {
            scored.accept((double) from / rows.length);
            int to = Math.min(rows.length, from + step);
            float[] found = scorer.apply(samples.batch(part, Arrays.copyOfRange(rows, from, to)));
            System.arraycopy(found, 0, logits, from, found.length);
        }
        return logits;
    }

    /** With the labels and users of the rows. */
    public ScoredSamples scored(float[] logits) {
        return ScoredSamples.of(logits, labels(), users());
    }

    float[] labels() {
        float[] all = samples.labels(part);
        float[] labels = new float[rows.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = all[rows[i]];
        }
        return labels;
    }

    /** Of each row. */
    public int[] users() {
        int[] all = samples.users(part);
        return IntStream.of(rows).map(row -> all[row]).toArray();
    }
}
