package dev.interestlens.data.plant;

import java.util.Objects;

/**
 * What is planted.
 *
 * @param share of the users with enough events in whose histories it is planted, above 0 and at most .25
 * @param seed another one plants other pairs in other histories
 */
public record PlantSettings(PlantedLaw law, double share, long seed) {
    /** The share of users unless another is given. */
    public static final double SHARE = 0.02;

    public PlantSettings {
        Objects.requireNonNull(law, "law");
        if (!(share > 0 && share <= 0.25)) {
            throw new IllegalArgumentException("share " + share);
        }
    }
}
