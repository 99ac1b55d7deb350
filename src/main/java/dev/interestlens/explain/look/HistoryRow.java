package dev.interestlens.explain.look;

import java.util.Objects;

/**
 * One behaviour with its Look and its Effect.
 *
 * @param behaviour item and time
 * @param look the model's own weight
 * @param effect Δ in logits; positive where it raises the score
 * @param byTable the part of Δ that comes from what followed what, the rest goes through attention; 0 where the model has no such table
 * @param points p(H) − p(H∖j)
 */
public record HistoryRow(Behaviour behaviour, double look, double effect, double byTable, double points) {
    public HistoryRow {
        Objects.requireNonNull(behaviour);
    }
}
