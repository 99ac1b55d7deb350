package dev.interestlens.ui.control;

import javafx.scene.paint.Color;

/**
 * Colours for numbers.
 *
 * <p>Sequential is cividis, read so that zero melts into the background of the theme; diverging runs from vermillion (negative) over the
 * background to blue (positive). Both are safe for colour-blind readers. Series of a chart take the colours of Okabe and Ito.
 */
public enum ColorScale {
    SEQUENTIAL {
        @Override
        public Color at(double share, Color background) {
            double t = clamp(share, 0);
            Color color = cividis(dark(background) ? t : 1 - t);
            return t >= MELT ? color : background.interpolate(color, t / MELT);
        }
    },
    DIVERGING {
        @Override
        public Color at(double share, Color background) {
            double t = clamp(share, -1);
            return background.interpolate(t < 0 ? VERMILLION : BLUE, Math.abs(t));
        }
    };

    public static final Color BLUE = Color.web("#0072b2");
    public static final Color VERMILLION = Color.web("#d55e00");

    private static final double MELT = 0.16;
    private static final Color[] CIVIDIS = {
        Color.web("#00224e"),
        Color.web("#123570"),
        Color.web("#3b496c"),
        Color.web("#575d6d"),
        Color.web("#707173"),
        Color.web("#8a8678"),
        Color.web("#a59c74"),
        Color.web("#c3b369"),
        Color.web("#e1cc55"),
        Color.web("#fee838")
    };
    private static final Color[] OKABE_ITO = {
        Color.web("#0072b2"),
        Color.web("#d55e00"),
        Color.web("#009e73"),
        Color.web("#cc79a7"),
        Color.web("#56b4e9"),
        Color.web("#e69f00")
    };

    /** The colour of a value: 0 … 1 on a sequential scale, −1 … 1 on a diverging one; values outside are cut. */
    public abstract Color at(double share, Color background);

    /** The colour of the n-th series, from 0. */
    public static Color series(int n) {
        return OKABE_ITO[Math.floorMod(n, OKABE_ITO.length)];
    }

    /** Black or white, whichever reads better on the colour. */
    public static Color inkOn(Color color) {
        return luminance(color) > 0.36 ? Color.gray(0.08) : Color.WHITE;
    }

    static boolean dark(Color background) {
        return luminance(background) < 0.3;
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Color cividis(double t) {
        double place = t * (CIVIDIS.length - 1);
        int below = Math.min(CIVIDIS.length - 2, (int) place);
        return CIVIDIS[below].interpolate(CIVIDIS[below + 1], place - below);
    }

    private static double clamp(double value, double least) {
        return Math.max(least, Math.min(1, value));
    }
}
