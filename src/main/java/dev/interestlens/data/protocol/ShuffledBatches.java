package dev.interestlens.data.protocol;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.draw.Mix;
import dev.interestlens.data.protocol.draw.Permutation;

/** Batches of what comes in a new order each epoch: samples, groups of them or sequences. */
abstract class ShuffledBatches implements BatchSource {
    final SampleSet samples;
    final BatchOptions options;
    final long seed;
    private final int batchSize;
    private final long shuffle;

    /**
     * @param batchSize of what is shuffled, how many are a batch
     * @param shuffle sets the order apart from other draws of the seed
     */
    ShuffledBatches(SampleSet samples, BatchOptions options, int batchSize, long seed, long shuffle) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize " + batchSize);
        }
        this.samples = samples;
        this.options = options;
        this.batchSize = batchSize;
        this.seed = seed;
        this.shuffle = shuffle;
    }

    /** How many are shuffled. */
    abstract int count();

    /** Makes the batch of these. */
    abstract RawBatch batch(int epoch, int index, int[] chosen);

    @Override
    public final int batches() {
        return (int) ((count() + (long) batchSize - 1) / batchSize);
    }

    @Override
    public final RawBatch batch(int epoch, int index) {
        int from = Math.multiplyExact(index, batchSize);
        int size = Math.min(batchSize, count() - from);
        if (index < 0 || size <= 0) {
            throw new IndexOutOfBoundsException("batch " + index + " of " + batches());
        }
        Permutation order = new Permutation(count(), Mix.place(seed, epoch, -shuffle));
        int[] chosen = new int[size];
        for (int b = 0; b < size; b++) {
            chosen[b] = order.at(from + b);
        }
        return batch(epoch, index, chosen);
    }
}
