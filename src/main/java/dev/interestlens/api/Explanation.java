package dev.interestlens.api;

import java.util.List;
import java.util.Objects;

/**
 * One score, explained: where the model looked, what removing really does, and what may be said.
 *
 * @param score of the item that was explained
 * @param history what stands before it, oldest first
 * @param withoutHistory the score without any history
 * @param historyEffect the logit less the logit without any history
 * @param sentence what may be said
 */
public record Explanation(
        Score score, List<Behaviour> history, double withoutHistory, double historyEffect, Sentence sentence) {
    /** Refuses nulls. */
    public Explanation {
        Objects.requireNonNull(score);
        history = List.copyOf(history);
        Objects.requireNonNull(sentence);
    }
}
