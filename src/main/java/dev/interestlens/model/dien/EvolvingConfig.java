package dev.interestlens.model.dien;

import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.config.UnitConfig;
import dev.interestlens.model.dien.DienConfig.InterestScore;
import dev.interestlens.model.dien.DienConfig.Scored;

/**
 * The interest evolving layer: attention over the interest states, and the second recurrent layer.
 *
 * @param attention how an interest state is scored against the candidate
 * @param scored what is compared with the candidate; configurations of older versions compare states
 * @param position what is added to a score for the position of its behaviour; configurations of older versions have nothing
 * @param unit the MLP that scores, where attention is one
 * @param evolution what attention does in the second recurrent layer
 */
public record EvolvingConfig(
        InterestScore attention, Scored scored, PositionKind position, UnitConfig unit, Evolution evolution) {
    public EvolvingConfig {
        scored = scored == null ? Scored.STATES : scored;
        position = position == null ? PositionKind.NONE : position;
    }
}
