package dev.interestlens.model.graph;

import dev.interestlens.model.config.Padding;

/**
 * What may be done with kept tensors of a user when the history changes, so that the scores are those of the whole history computed afresh.
 *
 * @param append whether a new behaviour's tensors may be set behind the kept ones
 * @param drop whether the oldest behaviour's may be cut off
 */
public record CacheRule(Answer append, Answer drop) {
    /** Yes, or why not. */
    public enum Answer {
        EXACT,
        /** One vector is kept, which reads all behaviours together. */
        WHOLE_HISTORY,
        /** Each state follows from all behaviours before it. */
        STATES_FOLLOW,
        /** Histories are padded to their full length, and padding counts as in the reference code. */
        PADDING_COUNTS;

        public boolean exact() {
            return this == EXACT;
        }
    }

    /** Each behaviour has tensors of its own. */
    public static final CacheRule ROWS = new CacheRule(Answer.EXACT, Answer.EXACT);

    /** Nothing can be kept once the history has changed. */
    public static final CacheRule WHOLE = new CacheRule(Answer.WHOLE_HISTORY, Answer.WHOLE_HISTORY);

    /** A new behaviour is one step more. */
    public static final CacheRule STATES = new CacheRule(Answer.EXACT, Answer.STATES_FOLLOW);

    /** As padding says: of literal padding nothing holds. */
    public CacheRule with(Padding padding) {
        return padding == Padding.LITERAL ? new CacheRule(Answer.PADDING_COUNTS, Answer.PADDING_COUNTS) : this;
    }
}
