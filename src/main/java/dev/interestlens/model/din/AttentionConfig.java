package dev.interestlens.model.din;

import dev.interestlens.model.PositionTables;
import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.config.UnitConfig;
import dev.interestlens.model.din.DinConfig.Normalisation;
import dev.interestlens.model.graph.GraphHistory;
import dev.interestlens.nn.graph.Value;

/**
 * How DIN weighs behaviours.
 *
 * @param unit the activation unit
 * @param normalisation what the unit's scores become
 * @param position what the unit reads of a behaviour's position
 * @param positionUnits how many of the unit's first hidden units read it, at most; 0 stands for all, as in configurations of older versions. The
 *     others compare two items alone
 */
public record AttentionConfig(UnitConfig unit, Normalisation normalisation, PositionKind position, int positionUnits) {
    /** Where only some units read the position, what they learn of it is multiplied by this. Measured. */
    private static final double POSITION_FACTOR = 8;

    public AttentionConfig {
        ConfigCheck.range("positionUnits", positionUnits, 0, 1024);
        ConfigCheck.that(
                position == PositionKind.NONE || !unit.hidden().isEmpty(),
                DinConfig.class,
                "positionNeedsHidden",
                "position");
    }

    /** What is added to the unit's first layer for a position. */
    PositionTables.Row positionRow() {
        int width = unit.width();
        return positionUnits == 0
                ? PositionTables.Row.of(width)
                : new PositionTables.Row(width, Math.min(width, positionUnits), POSITION_FACTOR);
    }

    /** The rows of what it reads of positions, as part of a graph; null where it reads none. */
    Value positions(ModelInput input, GraphHistory places) {
        return PositionTables.rows(Din.ATTENTION, position, input, places, positionRow());
    }
}
