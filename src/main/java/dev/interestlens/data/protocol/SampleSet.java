package dev.interestlens.data.protocol;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;

/**
 * The samples that a protocol makes of a data set. Rows of validation and test stand user by user, each positive followed by
 * its negatives. Holds no histories: a batch copies what it needs. Immutable; safe for several threads while the data set is
 * open.
 */
public final class SampleSet {

    private SampleSet() {}

    /** Applies a protocol; {@code seed} fixes the negatives of validation and test and those of {@link #sample}. */
    public static SampleSet build(PreparedDataset data, ProtocolConfig config, long seed) {
        throw new UnsupportedOperationException("build " + data + config + seed);
    }

    public ProtocolConfig config() {
        throw new UnsupportedOperationException();
    }

    public PreparedDataset data() {
        throw new UnsupportedOperationException();
    }

    /** Rows of a part; for TRAIN those of one epoch. */
    public int size(Part part) {
        throw new UnsupportedOperationException();
    }

    /** A row; for TRAIN as in epoch 0. */
    public Sample sample(Part part, int row) {
        throw new UnsupportedOperationException();
    }

    /** Labels of all rows of a part. */
    public float[] labels(Part part) {
        throw new UnsupportedOperationException();
    }

    /** User of each row of a part, for measures by user. */
    public int[] users(Part part) {
        throw new UnsupportedOperationException();
    }

    /** The given rows as one batch, in that order. */
    public RawBatch batch(Part part, int[] rows) {
        throw new UnsupportedOperationException();
    }

    /** Training batches, shuffled anew each epoch, with negatives drawn afresh. */
    public BatchSource training(int batchSize, long seed, BatchOptions options) {
        throw new UnsupportedOperationException();
    }

    /** One history against several candidates, a sample each; labels are 0 but for the event that stands at the position. */
    public RawBatch single(int user, int position, int[] candidates) {
        throw new UnsupportedOperationException();
    }

    /**
     * A made-up history against several candidates.
     *
     * @param historyItems item ids, oldest first
     * @param gaps seconds from each behaviour to the candidates
     * @param user whose user fields are read
     */
    public RawBatch custom(int[] historyItems, long[] gaps, int user, int[] candidates) {
        throw new UnsupportedOperationException();
    }

    /** Global event numbers of the history that a target at this position reads: first … end, at most maxLength. */
    public long firstHistoryEvent(int user, int position) {
        throw new UnsupportedOperationException();
    }

    /** One past the last event of that history. */
    public long endHistoryEvent(int user, int position) {
        throw new UnsupportedOperationException();
    }

    /** Whether an item occurs in training. */
    public boolean warm(int item) {
        throw new UnsupportedOperationException();
    }

    public SampleCounts counts() {
        throw new UnsupportedOperationException();
    }
}
