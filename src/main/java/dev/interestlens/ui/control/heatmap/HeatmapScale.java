package dev.interestlens.ui.control.heatmap;

import dev.interestlens.figure.Scale;
import dev.interestlens.figure.data.HeatmapData;
import java.util.Optional;

/** The range of the colour scale of a heat map. */
public enum HeatmapScale {
    /** That of its values. */
    OWN {
        @Override
        Optional<HeatmapData.Range> range(HeatmapData data, HeatmapData.Range shared) {
            return Optional.of(data.range());
        }
    },
    /** 0 to 1, or −1 to 1 where there is a sign. */
    UNIT {
        @Override
        Optional<HeatmapData.Range> range(HeatmapData data, HeatmapData.Range shared) {
            return Optional.of(new HeatmapData.Range(data.scale() == Scale.DIVERGING ? -1 : 0, 1));
        }
    },
    /** That of all heat maps of this kind shown so far. */
    SHARED {
        @Override
        Optional<HeatmapData.Range> range(HeatmapData data, HeatmapData.Range shared) {
            return Optional.ofNullable(shared);
        }
    };

    abstract Optional<HeatmapData.Range> range(HeatmapData data, HeatmapData.Range shared);

    /** The range for a heat map; its own where nothing is shared. */
    HeatmapData.Range of(HeatmapData data, HeatmapData.Range shared) {
        return range(data, shared).orElseGet(data::range);
    }
}
