package dev.interestlens.model.bst;

import dev.interestlens.model.config.ConfigCheck;
import java.util.List;

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
        /** Both, by a table each whose rows are added: where there are no times, the other still tells old from new. */
        INDEX_AND_TIME,
        /** Counted from the oldest behaviour, learned (tutorial code). */
        INDEX_FROM_OLDEST,
        /** Counted back from the candidate, as sines and cosines (arXiv 1706.03762, section 3.5). */
        SINUSOID;

        /** The kinds that make it up. */
        List<SequencePosition> parts() {
            return switch (this) {
                case NONE -> List.of();
                case INDEX_AND_TIME -> List.of(INDEX, TIME);
                default -> List.of(this);
            };
        }

        /** Whether it is a number of behaviours with a row of its own. */
        boolean isIndex() {
            return this == INDEX || this == INDEX_FROM_OLDEST;
        }
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

    boolean readsIndex() {
        return kind.parts().stream().anyMatch(SequencePosition::isIndex);
    }

    /** Width of the position's embedding for items of that width. */
    int width(int item) {
        return use == PositionUse.ADDED ? item : size;
    }

    /** Width of item and position together. */
    int inputWidth(int item) {
        return kind != SequencePosition.NONE && use == PositionUse.CONCATENATED ? item + size : item;
    }

    boolean readsTime() {
        return kind.parts().contains(SequencePosition.TIME);
    }

    /** Rows of the table of a kind; only where it is learned. */
    int tableRows(SequencePosition part) {
        return part == SequencePosition.TIME ? timeBuckets : rows;
    }

    /** The name of the table of a kind: the only or first one has the name that it had when there was one. */
    String table(SequencePosition part) {
        return part == kind.parts().get(0) ? "position_embedding.weight" : "position_embedding.time.weight";
    }
}
