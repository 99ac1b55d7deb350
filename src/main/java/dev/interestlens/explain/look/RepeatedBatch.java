package dev.interestlens.explain.look;

import dev.interestlens.data.RawBatch;
import java.util.stream.IntStream;

/** Batches that repeat one sample. */
public final class RepeatedBatch {
    private RepeatedBatch() {}

    public static RawBatch of(RawBatch single, int times) {
        RawBatch repeated = of(single, single.length(), times);
        return single.origin == null
                ? repeated
                : repeated.withOrigin(new RawBatch.Origin(
                        ints(single.origin.users(), times),
                        ints(single.origin.history(), times),
                        ints(single.origin.candidates(), times)));
    }

    private static RawBatch of(RawBatch single, int n, int times) {
        return new RawBatch(
                        new RawBatch.Histories(
                                IntStream.rangeClosed(0, times).map(i -> i * n).toArray(),
                                new RawBatch.Fields(
                                        fields(single.history, times), floats(single.historyNumbers, times)),
                                longs(single.gaps, times),
                                single.hidden == null ? null : flags(single.hidden, times)),
                        new RawBatch.Fields(fields(single.candidate, times), floats(single.candidateNumbers, times)),
                        new RawBatch.Fields(fields(single.user, times), floats(single.userNumbers, times)),
                        new RawBatch.Fields(fields(single.context, times), floats(single.contextNumbers, times)),
                        RawBatch.Negatives.NONE,
                        floats(single.labels, times))
                .withDays(single.days == null ? null : ints(single.days, times));
    }

    private static int[][] fields(int[][] fields, int times) {
        int[][] repeated = new int[fields.length][];
        for (int f = 0; f < fields.length; f++) {
            repeated[f] = ints(fields[f], times);
        }
        return repeated;
    }

    private static int[] ints(int[] values, int times) {
        int[] repeated = new int[values.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(values, 0, repeated, i * values.length, values.length);
        }
        return repeated;
    }

    private static float[] floats(float[] values, int times) {
        float[] repeated = new float[values.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(values, 0, repeated, i * values.length, values.length);
        }
        return repeated;
    }

    private static long[] longs(long[] values, int times) {
        long[] repeated = new long[values.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(values, 0, repeated, i * values.length, values.length);
        }
        return repeated;
    }

    private static boolean[] flags(boolean[] values, int times) {
        boolean[] repeated = new boolean[values.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(values, 0, repeated, i * values.length, values.length);
        }
        return repeated;
    }
}
