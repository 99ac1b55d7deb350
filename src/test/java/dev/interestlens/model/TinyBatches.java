package dev.interestlens.model;

import dev.interestlens.data.Field;
import dev.interestlens.data.FieldScale;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.config.ModelInput;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small batches with every kind of field: several values, numbers, user and context. */
final class TinyBatches {
    static final Schema SCHEMA = new Schema(
            List.of(
                    Field.categorical("item", 30),
                    Field.categorical("category", 8),
                    Field.categorical("genre", 7, 3),
                    Field.numeric("price", new FieldScale(-1.4f, 1.6f)),
                    Field.numeric("age")),
            List.of(Field.categorical("country", 5), Field.numeric("income", new FieldScale(-2, 1.9f))),
            List.of(Field.categorical("hour", 6)));

    /** The longest history of the models under test. */
    static final int LENGTH = 8;

    static final ModelInput INPUT = new ModelInput(SCHEMA, LENGTH);

    /** One that is empty, one that is full, two alike, and some between. */
    static final int[] LENGTHS = {4, 0, 8, 1, 4, 6, 3};

    private TinyBatches() {}

    /** @param negatives a behaviour */
    static RawBatch of(long seed, int negatives, int... lengths) {
        SplittableRandom random = new SplittableRandom(seed);
        int b = lengths.length;
        int[] offsets = new int[b + 1];
        for (int i = 0; i < b; i++) {
            offsets[i + 1] = offsets[i] + lengths[i];
        }
        int n = offsets[b];
        long[] gaps = new long[n];
        for (int i = 0; i < n; i++) {
            gaps[i] = random.nextLong(1L << 1 + random.nextInt(30));
        }
        float[] labels = new float[b];
        for (int i = 0; i < b; i++) {
            labels[i] = i % 2;
        }
        return new RawBatch(
                        new RawBatch.Histories(
                                offsets, new RawBatch.Fields(items(random, n), numbers(random, 2 * n)), gaps, null),
                        new RawBatch.Fields(items(random, b), numbers(random, 2 * b)),
                        new RawBatch.Fields(new int[][] {ids(random, b, 5)}, numbers(random, b)),
                        RawBatch.Fields.ofIds(new int[][] {ids(random, b, 6)}),
                        new RawBatch.Negatives(negatives == 0 ? null : items(random, n * negatives), negatives),
                        labels)
                .requireValid(SCHEMA)
                .withDays(IntStream.range(0, b).map(i -> 3 * i % 7).toArray());
    }

    /** Each sample so many times one after another, with the candidates of others: a true item beside those it is told apart from. */
    static RawBatch beside(RawBatch batch, int times) {
        RawBatch repeated = batch.samples(
                IntStream.range(0, times * batch.size()).map(b -> b / times).toArray());
        for (int f = 0; f < batch.candidate.length; f++) {
            int width = batch.candidate[f].length / batch.size();
            for (int b = 0; b < repeated.size(); b++) {
                int from = (b / times + b % times) % batch.size();
                System.arraycopy(batch.candidate[f], from * width, repeated.candidate[f], b * width, width);
            }
        }
        return repeated;
    }

    /** Some samples of a batch, in the given order. */
    static RawBatch pick(RawBatch batch, int... samples) {
        int[] offsets = new int[samples.length + 1];
        for (int i = 0; i < samples.length; i++) {
            offsets[i + 1] = offsets[i] + batch.length(samples[i]);
        }
        int[] behaviours = new int[offsets[samples.length]];
        for (int i = 0; i < samples.length; i++) {
            for (int t = 0; t < batch.length(samples[i]); t++) {
                behaviours[offsets[i] + t] = batch.offsets[samples[i]] + t;
            }
        }
        int n = batch.length();
        int b = batch.size();
        long[] gaps = new long[behaviours.length];
        boolean[] hidden = batch.hidden == null ? null : new boolean[behaviours.length];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = batch.gaps[behaviours[i]];
            if (hidden != null) {
                hidden[i] = batch.hidden[behaviours[i]];
            }
        }
        float[] labels = new float[samples.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = batch.labels[samples[i]];
        }
        return new RawBatch(
                        new RawBatch.Histories(
                                offsets,
                                new RawBatch.Fields(
                                        picked(batch.history, n, behaviours),
                                        picked(batch.historyNumbers, n, behaviours)),
                                gaps,
                                hidden),
                        new RawBatch.Fields(
                                picked(batch.candidate, b, samples), picked(batch.candidateNumbers, b, samples)),
                        new RawBatch.Fields(picked(batch.user, b, samples), picked(batch.userNumbers, b, samples)),
                        new RawBatch.Fields(
                                picked(batch.context, b, samples), picked(batch.contextNumbers, b, samples)),
                        new RawBatch.Negatives(
                                batch.negatives == null ? null : picked(batch.negatives, n, behaviours),
                                batch.negativesPerStep),
                        labels)
                .withDays(
                        batch.days == null
                                ? null
                                : Arrays.stream(samples).map(i -> batch.days[i]).toArray());
    }

    private static int[][] picked(int[][] fields, int rows, int[] kept) {
        int[][] picked = new int[fields.length][];
        for (int f = 0; f < fields.length; f++) {
            int width = rows == 0 ? 0 : fields[f].length / rows;
            picked[f] = new int[kept.length * width];
            for (int i = 0; i < picked[f].length; i++) {
                picked[f][i] = fields[f][kept[i / width] * width + i % width];
            }
        }
        return picked;
    }

    private static float[] picked(float[] values, int rows, int[] kept) {
        int width = rows == 0 ? 0 : values.length / rows;
        float[] picked = new float[kept.length * width];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = values[kept[i / width] * width + i % width];
        }
        return picked;
    }

    private static int[][] items(SplittableRandom random, int count) {
        int[] genres = new int[3 * count];
        for (int i = 0; i < count; i++) {
            int real = random.nextInt(4);
            for (int k = 0; k < real; k++) {
                genres[3 * i + k] = 1 + random.nextInt(6);
            }
        }
        return new int[][] {ids(random, count, 30), ids(random, count, 8), genres};
    }

    private static int[] ids(SplittableRandom random, int count, int size) {
        int[] ids = new int[count];
        for (int i = 0; i < count; i++) {
            ids[i] = 1 + random.nextInt(size - 1);
        }
        return ids;
    }

    private static float[] numbers(SplittableRandom random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (2 * random.nextDouble() - 1);
        }
        return numbers;
    }
}
