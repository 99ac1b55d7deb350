package dev.interestlens.model.neighbours;

import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.NeighbourConfig;

/**
 * Switches of the simple scorers.
 *
 * @param neighbours which of them
 */
public record NeighboursConfig(NeighbourConfig neighbours) implements ModelConfig {
    public NeighboursConfig {
        ConfigCheck.that(neighbours.reads(), NeighboursConfig.class, "neighboursNone", "neighbours.kind");
        neighbours = new NeighbourConfig(
                neighbours.kind(), neighbours.decay(), false); // nothing is chosen at the end of an epoch
    }

    @Override
    public String id() {
        return "neighbours";
    }

    @Override
    public boolean shows(String component) {
        return !component.equals("neighbours.trend");
    }

    @Override
    public Weighing weighing() {
        return Weighing.RAW;
    }
}
