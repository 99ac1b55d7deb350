package dev.interestlens.model.config;

import java.util.List;

/** A named choice of all switches of a family. */
public enum Preset {
    /** Small, for a laptop. */
    QUICK,
    /** The default. */
    BALANCED,
    /** As published. */
    PAPER,
    /** As the well-known tutorial code, including its quirks. */
    REFERENCE,
    /** Long histories by the hard search of SIM (arXiv 2006.05639), in families that read by search. */
    SIM,
    /** Long histories by a search that attention teaches, near TWIN's (arXiv 2302.02352), in families that read by search. */
    TWIN;

    /** Those that every family has. */
    public static List<Preset> general() {
        return List.of(QUICK, BALANCED, PAPER, REFERENCE);
    }
}
