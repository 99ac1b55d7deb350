package dev.interestlens.ui.control.heatmap;

import dev.interestlens.figure.Scale;
import dev.interestlens.figure.data.HeatmapData;
import java.util.Optional;

/** Between which values the colours of a heatmap run. */
public enum HeatmapScale {
    /** Those of this picture. */
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
    /** Those of every picture of this kind that was looked at. */
    SHARED {
        @Override
        Optional<HeatmapData.Range> range(HeatmapData data, HeatmapData.Range shared) {
            return Optional.ofNullable(shared);
        }
    };

    abstract Optional<HeatmapData.Range> range(HeatmapData data, HeatmapData.Range shared);

    /** Of a picture; its own where nothing is shared. */
    HeatmapData.Range of(HeatmapData data, HeatmapData.Range shared) {
        return range(data, shared).orElseGet(data::range);
    }
}
