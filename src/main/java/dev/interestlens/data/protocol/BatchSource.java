package dev.interestlens.data.protocol;

import dev.interestlens.data.RawBatch;

/** The training batches of any epoch. A batch is a pure function of seed, epoch and index, so that resuming needs no saved state. */
public interface BatchSource {

    /** Batches an epoch; the last one may be smaller. */
    int batches();

    /** Samples an epoch. */
    int samples();

    /**
     * Makes a batch. May be called from any thread, in any order, several times.
     *
     * @param epoch from 0
     * @param index 0 … {@link #batches()} − 1
     */
    RawBatch batch(int epoch, int index);
}
