package dev.interestlens.data.protocol;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.draw.Mix;

/** Training rows in a new order each epoch: a permutation maps positions to rows; a row is a positive and the number of one of its negatives. */
final class TrainingBatches extends ShuffledBatches {
    private static final long SHUFFLE = 1;
    private static final long BESIDE = 2;
    private static final long HIDE = 3;

    private final NegativeDraws draws;

    TrainingBatches(SampleSet samples, NegativeDraws draws, int batchSize, long seed, BatchOptions options) {
        super(samples, options, batchSize, seed, SHUFFLE);
        this.draws = draws;
    }

    @Override
    public int samples() {
        return samples.size(Part.TRAIN);
    }

    @Override
    int count() {
        return samples();
    }

    @Override
    boolean omitted(int row) {
        return samples.omits(row);
    }

    @Override
    RawBatch batch(int epoch, int index, int[] rows) {
        BatchFill fill = samples.trainingFill(rows.length);
        GroupDraws group = samples.draws(Part.TRAIN, seed, epoch);
        for (int row : rows) {
            samples.put(fill, row, group);
        }
        return fill.batch(
                draws.hidden(fill, options, row -> Mix.place(seed + HIDE, epoch, rows[row])),
                draws.besideAll(fill, options, row -> Mix.place(seed + BESIDE, epoch, rows[row])),
                options.auxiliaryNegatives());
    }
}
