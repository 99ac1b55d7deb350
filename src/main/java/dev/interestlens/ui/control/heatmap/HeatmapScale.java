package dev.interestlens.ui.control.heatmap;

import dev.interestlens.figure.Scale;
import dev.interestlens.figure.data.HeatmapData;

/** The range of the colour scale of a heat map. */
public enum HeatmapScale {
    /** That of its values. */
    OWN,
    /** 0 to 1, or −1 to 1 where there is a sign. */
    UNIT,
    /** That of all heat maps of this kind shown so far. */
    SHARED;

    /** The range for a heat map; its own where nothing is shared. */
    HeatmapData.Range of(HeatmapData data, HeatmapData.Range shared) {
        return switch (this) {
            case OWN -> data.range();
            case UNIT -> new HeatmapData.Range(data.scale() == Scale.DIVERGING ? -1 : 0, 1);
            case SHARED -> shared == null ? data.range() : shared;
        };
    }
}
