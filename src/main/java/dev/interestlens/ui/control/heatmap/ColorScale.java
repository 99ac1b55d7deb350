package dev.interestlens.ui.control.heatmap;

import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Palette;
import javafx.scene.paint.Color;

/** Colours of the figures' palette, for other nodes. */
public final class ColorScale {
    private ColorScale() {}

    /** The colour of the n-th series, from 0; grey for {@link XySeries#MUTED}. */
    public static Color series(int n) {
        int rgb = Palette.LIGHT.rgb(new Ink.Series(n));
        return Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }
}
