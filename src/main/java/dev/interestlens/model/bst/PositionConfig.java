package dev.interestlens.model.bst;

import dev.interestlens.model.config.ConfigCheck;

/**
 * What the encoder reads of a behaviour's position.
 *
 * @param kind which position
 * @param use how it is used
 * @param size width of its embedding where it is concatenated
 * @param timeBuckets rows of the table of time gaps
 * @param rows rows of the table of indices; a history must fit
 */
public record PositionConfig(SequencePosition kind, PositionUse use, int size, int timeBuckets, int rows) {
    /** Which position. */
    public enum SequencePosition {
        NONE,
        /** The time to the candidate in buckets of powers of two seconds, learned (paper; the buckets are ours). */
        TIME,
        /** Counted back from the candidate, learned. */
        INDEX,
        /** Counted from the oldest behaviour, learned (tutorial code). */
        INDEX_FROM_OLDEST,
        /** Counted back from the candidate, as sines and cosines (arXiv 1706.03762, section 3.5). */
        SINUSOID
    }

    /** How it is used. */
    public enum PositionUse {
        /** Added to the item's embedding. */
        ADDED,
        /** Concatenated with it (paper). */
        CONCATENATED
    }

    public PositionConfig {
        ConfigCheck.range("position.size", size, 1, 1024);
        ConfigCheck.range("position.timeBuckets", timeBuckets, 2, 64);
        ConfigCheck.range("position.rows", rows, 1, 100_000);
    }

    boolean isIndex() {
        return kind == SequencePosition.INDEX || kind == SequencePosition.INDEX_FROM_OLDEST;
    }

    /** Width of the position's embedding for items of that width. */
    int width(int item) {
        return use == PositionUse.ADDED ? item : size;
    }

    /** Width of item and position together. */
    int inputWidth(int item) {
        return kind != SequencePosition.NONE && use == PositionUse.CONCATENATED ? item + size : item;
    }

    /** Rows of the table; only where positions are learned. */
    int tableRows() {
        return kind == SequencePosition.TIME ? timeBuckets : rows;
    }
}
