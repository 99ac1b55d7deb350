package dev.interestlens.ui.control;

import javafx.scene.paint.Color;

/** Turns values of one picture into colours: the range, the transform and the theme's background decide. */
record CellColors(ColorScale scale, HeatmapData.Range range, Transform transform, Color background) {

    /** Where a value lies on the scale: 0 … 1, or −1 … 1 where it has a sign. */
    double share(double value) {
        double linear = scale == ColorScale.DIVERGING
                ? value / range.high()
                : (value - range.low()) / (range.high() - range.low());
        return transform.apply(Math.max(scale == ColorScale.DIVERGING ? -1 : 0, Math.min(1, linear)));
    }

    Color of(double value) {
        return scale.at(share(value), background);
    }

    /** Height on the legend: 0 at its bottom, 1 at its top. */
    double height(double value) {
        double share = share(value);
        return scale == ColorScale.DIVERGING ? (share + 1) / 2 : share;
    }

    /** The colour at a height of the legend. */
    Color atHeight(double height) {
        return scale.at(scale == ColorScale.DIVERGING ? 2 * height - 1 : height, background);
    }
}
