package dev.interestlens.data.protocol;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.draw.Mix;
import dev.interestlens.data.protocol.draw.Permutation;

/** Training rows in a new order each epoch: a permutation maps positions to rows; a row is a positive and the number of one of its negatives. */
final class TrainingBatches implements BatchSource {

    private static final long SHUFFLE = 1;
    private static final long BESIDE = 2;
    private static final long HIDE = 3;

    private final SampleSet samples;
    private final NegativeDraws draws;
    private final int batchSize;
    private final long seed;
    private final BatchOptions options;

    TrainingBatches(SampleSet samples, NegativeDraws draws, int batchSize, long seed, BatchOptions options) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize " + batchSize);
        }
        this.samples = samples;
        this.draws = draws;
        this.batchSize = batchSize;
        this.seed = seed;
        this.options = options;
    }

    @Override
    public int batches() {
        return (int) ((samples() + (long) batchSize - 1) / batchSize);
    }

    @Override
    public int samples() {
        return samples.size(Part.TRAIN);
    }

    @Override
    public RawBatch batch(int epoch, int index) {
        int from = Math.multiplyExact(index, batchSize);
        int size = Math.min(batchSize, samples() - from);
        if (index < 0 || size <= 0) {
            throw new IndexOutOfBoundsException("batch " + index + " of " + batches());
        }
        Permutation order = new Permutation(samples(), Mix.place(seed, epoch, -SHUFFLE));
        int[] rows = new int[size];
        BatchFill fill = samples.fill(size);
        GroupDraws group = samples.draws(Part.TRAIN, seed, epoch);
        for (int b = 0; b < size; b++) {
            rows[b] = order.at(from + b);
            samples.put(fill, rows[b], group);
        }
        int[] items = new int[fill.length()];
        long[] gaps = new long[items.length];
        fill.histories(items, gaps);
        return fill.batch(
                items,
                gaps,
                draws.hidden(fill, options, row -> Mix.place(seed + HIDE, epoch, rows[row])),
                draws.besideAll(fill, items, options, row -> Mix.place(seed + BESIDE, epoch, rows[row])),
                options.auxiliaryNegatives());
    }
}
