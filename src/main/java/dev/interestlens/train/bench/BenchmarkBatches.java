package dev.interestlens.train.bench;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.family.BenchmarkShape;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Synthetic samples: item ids by V·u³, lengths 1 + L·u² or all L, 1,000 categories, 30 % positives. */
final class BenchmarkBatches {
    private static final int SAMPLES = 16_384;
    private static final int CATEGORIES = 1000;

    private final BenchmarkSettings.Samples samples;
    private final BenchmarkShape shape;
    private final boolean auxiliary;
    private final int[] lengths = new int[SAMPLES];
    private final int[] history;
    private final int[] negatives;
    private final int[] candidates = new int[SAMPLES];
    private final float[] profile;
    private final float[] labels = new float[SAMPLES];

    BenchmarkBatches(BenchmarkSettings settings, BenchmarkShape shape) {
        samples = settings.samples();
        this.shape = shape;
        auxiliary = shape.negatives() > 0 && !settings.predict();
        SplittableRandom random = new SplittableRandom(5);
        history = new int[SAMPLES * samples.length()];
        negatives = new int[history.length];
        profile = new float[SAMPLES * shape.profile()];
        for (int i = 0; i < SAMPLES; i++) {
            double u = random.nextDouble();
            lengths[i] = samples.density() >= 1
                    ? samples.length()
                    : Math.min(samples.length(), 1 + (int) (samples.length() * u * u));
            candidates[i] = item(random);
            labels[i] = random.nextDouble() < 0.3 ? 1 : 0;
        }
        for (int i = 0; i < history.length; i++) {
            history[i] = item(random);
            negatives[i] = item(random);
        }
        for (int i = 0; i < profile.length; i++) {
            profile[i] = (float) (2 * random.nextDouble() - 1);
        }
    }

    private int item(SplittableRandom random) {
        double u = random.nextDouble();
        return 1 + Math.min(samples.vocabulary() - 1, (int) (samples.vocabulary() * u * u * u));
    }

    Schema schema() {
        List<Field> items = new ArrayList<>(List.of(Field.categorical("item", samples.vocabulary() + 1)));
        if (shape.category()) {
            items.add(Field.categorical("category", CATEGORIES));
        }
        List<Field> users = IntStream.range(0, shape.profile())
                .mapToObj(i -> Field.numeric("profile" + i))
                .toList();
        return new Schema(items, users, List.of());
    }

    /** Batch number k, cycling through the same samples. */
    RawBatch batch(int k) {
        int b = samples.batch();
        int start = k % (SAMPLES / b) * b;
        int[] offsets = new int[b + 1];
        for (int i = 0; i < b; i++) {
            offsets[i + 1] = offsets[i] + lengths[start + i];
        }
        int[] items = ragged(history, start, offsets);
        int[] other = auxiliary ? ragged(negatives, start, offsets) : null;
        int[] candidate = Arrays.copyOfRange(candidates, start, start + b);
        return new RawBatch(
                new RawBatch.Histories(offsets, RawBatch.Fields.ofIds(fields(items)), new long[items.length], null),
                RawBatch.Fields.ofIds(fields(candidate)),
                new RawBatch.Fields(
                        new int[0][],
                        Arrays.copyOfRange(profile, start * shape.profile(), (start + b) * shape.profile())),
                RawBatch.Fields.NONE,
                new RawBatch.Negatives(auxiliary ? fields(other) : null, auxiliary ? shape.negatives() : 0),
                Arrays.copyOfRange(labels, start, start + b));
    }

    private int[][] fields(int[] items) {
        if (!shape.category()) {
            return new int[][] {items};
        }
        int[] categories = ArrayFill.ints(items.length, i -> 1 + (int) (items[i] * 7919L % (CATEGORIES - 1)));
        return new int[][] {items, categories};
    }

    private int[] ragged(int[] padded, int start, int[] offsets) {
        int[] ragged = new int[offsets[offsets.length - 1]];
        for (int i = 0; i + 1 < offsets.length; i++) {
            System.arraycopy(padded, (start + i) * samples.length(), ragged, offsets[i], offsets[i + 1] - offsets[i]);
        }
        return ragged;
    }
}
