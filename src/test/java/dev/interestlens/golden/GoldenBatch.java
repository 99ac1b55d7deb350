package dev.interestlens.golden;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import java.util.ArrayList;
import java.util.List;

/** Batches of golden cases as raw batches. Padding must stand behind the history. */
final class GoldenBatch {
    private GoldenBatch() {}

    /** Items with category and so many numbers of the user. */
    static Schema schema(GoldenCase golden, int userNumbers) {
        List<Field> user = new ArrayList<>();
        for (int i = 0; i < userNumbers; i++) {
            user.add(Field.numeric("profile" + i));
        }
        List<Field> items = new ArrayList<>();
        items.add(Field.categorical("item", golden.hyper().get("item_vocab").asInt()));
        if (golden.hyper().has("cate_vocab")) {
            items.add(Field.categorical(
                    "category", golden.hyper().get("cate_vocab").asInt()));
        }
        return new Schema(items, user, List.of());
    }

    /** Ids and masks as stored under a prefix; histories lose their padding. */
    static RawBatch of(GoldenCase golden, String prefix, String historyPrefix) {
        int[] candidate = golden.ints(prefix + "candidate_item");
        int b = candidate.length;
        int[] items = golden.ints(historyPrefix + "hist_items");
        int length = items.length / b;
        int[] mask = golden.inputs().containsKey(historyPrefix + "hist_mask")
                ? golden.ints(historyPrefix + "hist_mask")
                : ofItems(items);
        int[] offsets = new int[b + 1];
        for (int i = 0; i < b; i++) {
            int n = 0;
            for (int t = 0; t < length; t++) {
                n += mask[i * length + t];
            }
            offsets[i + 1] = offsets[i] + n;
        }
        boolean category = golden.inputs().containsKey(prefix + "candidate_cate");
        int[][] history = category
                ? new int[][] {
                    ragged(items, offsets, length), ragged(golden.ints(historyPrefix + "hist_cates"), offsets, length)
                }
                : new int[][] {ragged(items, offsets, length)};
        int[][] candidates =
                category ? new int[][] {candidate, golden.ints(prefix + "candidate_cate")} : new int[][] {candidate};
        boolean negatives = golden.inputs().containsKey(prefix + "neg_items");
        int[][] negative = negatives
                ? new int[][] {
                    ragged(golden.ints(prefix + "neg_items"), offsets, length),
                    ragged(golden.ints(prefix + "neg_cates"), offsets, length)
                }
                : null;
        float[] user = golden.inputs().containsKey(prefix + "user_profile")
                ? golden.inputs().get(prefix + "user_profile").floats()
                : new float[0];
        return new RawBatch(
                new RawBatch.Histories(
                        offsets, RawBatch.Fields.ofIds(history), gaps(golden, prefix, offsets, length), null),
                RawBatch.Fields.ofIds(candidates),
                new RawBatch.Fields(new int[0][], user),
                RawBatch.Fields.NONE,
                new RawBatch.Negatives(negative, negatives ? 1 : 0),
                labels(golden.ints(prefix + "label")));
    }

    private static int[] ofItems(int[] items) {
        int[] mask = new int[items.length];
        for (int i = 0; i < items.length; i++) {
            mask[i] = items[i] == 0 ? 0 : 1;
        }
        return mask;
    }

    private static long[] gaps(GoldenCase golden, String prefix, int[] offsets, int length) {
        long[] gaps = new long[offsets[offsets.length - 1]];
        if (golden.inputs().containsKey(prefix + "hist_times")) {
            long[] candidate = golden.inputs().get(prefix + "candidate_time").longs();
            long[] times = golden.inputs().get(prefix + "hist_times").longs();
            for (int i = 0; i < candidate.length; i++) {
                for (int t = 0; t < offsets[i + 1] - offsets[i]; t++) {
                    gaps[offsets[i] + t] = candidate[i] - times[i * length + t];
                }
            }
        }
        return gaps;
    }

    private static int[] ragged(int[] padded, int[] offsets, int length) {
        int[] ragged = new int[offsets[offsets.length - 1]];
        for (int i = 0; i + 1 < offsets.length; i++) {
            System.arraycopy(padded, i * length, ragged, offsets[i], offsets[i + 1] - offsets[i]);
        }
        return ragged;
    }

    private static float[] labels(int[] labels) {
        float[] floats = new float[labels.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = labels[i];
        }
        return floats;
    }
}
