package dev.interestlens.data.protocol;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.draw.Mix;
import dev.interestlens.data.protocol.draw.Permutation;
import java.util.stream.IntStream;

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

    /** Whether one of these is left out. */
    abstract boolean omitted(int of);

    /** Makes the batch of these. */
    abstract RawBatch batch(int epoch, int index, int[] chosen);

    @Override
    public final int batches() {
        return (int) ((count() + (long) batchSize - 1) / batchSize);
    }

    /** Those of a batch, before some are left out. */
    final int[] drawn(int epoch, int index) {
        int from = Math.multiplyExact(index, batchSize);
        int size = Math.min(batchSize, count() - from);
        if (index < 0 || size <= 0) {
            throw new IndexOutOfBoundsException("batch " + index + " of " + batches());
        }
        return IntStream.range(from, from + size).map(order(epoch)::at).toArray();
    }

    private Permutation order(int epoch) {
        return new Permutation(count(), Mix.place(seed, epoch, -shuffle));
    }

    private IntStream kept(IntStream rows) {
        return rows.filter(row -> !omitted(row));
    }

    /** Stands where all rows of a batch are left out: a step needs one. */
    private int[] oneOther(int epoch) {
        return kept(IntStream.range(0, count()).map(order(epoch)::at)).limit(1).toArray();
    }

    @Override
    public final RawBatch batch(int epoch, int index) {
        int[] chosen = drawn(epoch, index);
        if (samples.omission().any()) {
            chosen = kept(IntStream.of(chosen)).toArray();
        }
        return batch(epoch, index, chosen.length > 0 ? chosen : oneOther(epoch));
    }
}
