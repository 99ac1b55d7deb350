package dev.interestlens.model.graph;

import dev.interestlens.model.config.Padding;

/**
 * What may be done with cached tensors of a user when the history changes, so that the scores equal those of the whole history computed anew.
 *
 * @param append whether a new behaviour's tensors may be appended to the cached ones
 * @param drop whether the oldest behaviour's may be removed
 */
public record CacheRule(Answer append, Answer drop) {
    /** Yes, or the reason why not. */
    public enum Answer {
        EXACT,
        /** The cached vector depends on all behaviours together. */
        WHOLE_HISTORY,
        /** Each state depends on all behaviours before it. */
        STATES_FOLLOW,
        /** Histories are padded to their full length, and padding is read as in the reference code. */
        PADDING_COUNTS;

        public boolean exact() {
            return this == EXACT;
        }
    }

    /** Each behaviour has tensors of its own. */
    public static final CacheRule ROWS = new CacheRule(Answer.EXACT, Answer.EXACT);

    /** Nothing can be reused once the history has changed. */
    public static final CacheRule WHOLE = new CacheRule(Answer.WHOLE_HISTORY, Answer.WHOLE_HISTORY);

    /** A new behaviour is one more step. */
    public static final CacheRule STATES = new CacheRule(Answer.EXACT, Answer.STATES_FOLLOW);

    /** The rule for a kind of padding: with literal padding nothing can be reused. */
    public CacheRule with(Padding padding) {
        return padding == Padding.LITERAL ? new CacheRule(Answer.PADDING_COUNTS, Answer.PADDING_COUNTS) : this;
    }
}
