package dev.interestlens.data;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The history of one sample of a batch together with the candidate of another.
 *
 * @param items batch with the candidate
 * @param row its sample
 * @param keys one number for each behaviour, equal for behaviours of the same item; −1 where this is unknown
 */
record BatchPast(RawBatch of, int sample, RawBatch items, int row, int[] keys) implements HistoryChoice.Past {

    /** The history and the candidate of one sample; {@code keys} are not computed. */
    static BatchPast of(RawBatch batch, int sample) {
        int[] unknown = new int[batch.length(sample)];
        Arrays.fill(unknown, -1);
        return new BatchPast(batch, sample, batch, sample, unknown);
    }

    /**
     * One number for each behaviour of the only sample of a batch, equal where all ids are equal: items that do not occur in training share one id
     * and differ only in their other fields.
     */
    static int[] itemKeys(RawBatch single) {
        Map<IntBuffer, Integer> numbers = new HashMap<>();
        int[] keys = new int[single.length()];
        int width = Arrays.stream(single.history)
                .mapToInt(field -> field.length / Math.max(1, keys.length))
                .sum();
        for (int at = 0; at < keys.length; at++) {
            IntBuffer ids = IntBuffer.allocate(width);
            for (int[] field : single.history) {
                ids.put(field, at * (field.length / keys.length), field.length / keys.length);
            }
            keys[at] = numbers.computeIfAbsent(ids.flip(), all -> numbers.size());
        }
        return keys;
    }

    @Override
    public int length() {
        return of.length(sample);
    }

    @Override
    public boolean hidden(int step) {
        return of.hidden != null && of.hidden[of.offsets[sample] + step];
    }

    @Override
    public int id(int field, int step, int k) {
        int width = of.history[field].length / of.length();
        return of.history[field][(of.offsets[sample] + step) * width + k];
    }

    @Override
    public int candidate(int field, int k) {
        int width = items.candidate[field].length / items.size();
        return items.candidate[field][row * width + k];
    }
}
