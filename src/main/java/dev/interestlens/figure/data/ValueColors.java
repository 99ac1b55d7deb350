package dev.interestlens.figure.data;

import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.Transform;

/** Turns values of one picture into inks by its range and a transform. */
public record ValueColors(Scale scale, HeatmapData.Range range, Transform transform) {

    /** The position of a value on the scale: 0 … 1, or −1 … 1 for signed numbers. */
    public double share(double value) {
        double linear =
                scale == Scale.DIVERGING ? value / range.high() : (value - range.low()) / (range.high() - range.low());
        return transform.apply(Math.max(scale.min(), Math.min(1, linear)));
    }

    public Ink of(double value) {
        return Ink.shade(scale, share(value));
    }

    /** Height on the legend: 0 at its bottom, 1 at its top. */
    public double height(double value) {
        double share = share(value);
        return scale == Scale.DIVERGING ? (share + 1) / 2 : share;
    }

    /** The ink at a height of the legend. */
    public Ink atHeight(double height) {
        return Ink.shade(scale, scale == Scale.DIVERGING ? 2 * height - 1 : height);
    }
}
