package dev.interestlens.export.report;

import dev.interestlens.explain.HeatMatrix.Scale;
import java.util.Locale;

/**
 * The colours of pictures, in steps, for a light and a dark ground: cividis (Nuñez, Anderton and Renslow 2018) from nothing up, blue up and vermillion down
 * around nothing (Okabe and Ito). Zero is the ground itself.
 */
enum Palette {
    LIGHT(0xffffff),
    DARK(0x15181d);

    static final int STEPS = 32;

    private static final int BLUE = 0x0072b2;
    private static final int VERMILLION = 0xd55e00;
    private static final int[] CIVIDIS = {
        0x00204c, 0x00306f, 0x2a406c, 0x48526b, 0x5e626e, 0x727374, 0x878479, 0x9e9677, 0xb6a971, 0xd0be67, 0xead357,
        0xffea46
    };

    private final int ground;

    Palette(int ground) {
        this.ground = ground;
    }

    /** The step of a value: 0 … STEPS, or −STEPS … STEPS. */
    static int step(double value, double most) {
        return most <= 0 ? 0 : (int) Math.max(-STEPS, Math.min(STEPS, Math.rint(value / most * STEPS)));
    }

    /** The style class of a step. */
    static String name(Scale scale, int step) {
        return scale == Scale.SEQUENTIAL ? "q" + Math.max(0, step) : step < 0 ? "n" + -step : "p" + step;
    }

    String colour(Scale scale, int step) {
        double share = Math.abs(step) / (double) STEPS;
        if (scale == Scale.DIVERGING) {
            return hex(mix(ground, step < 0 ? VERMILLION : BLUE, share));
        }
        int full = cividis(this == LIGHT ? 1 - share : share);
        return hex(mix(ground, full, Math.min(1, 4 * share)));
    }

    /** A rule for every step. */
    String rules() {
        StringBuilder css = new StringBuilder();
        for (int step = 0; step <= STEPS; step++) {
            css.append(".q" + step + "{fill:" + colour(Scale.SEQUENTIAL, step) + "}");
            css.append(".p" + step + "{fill:" + colour(Scale.DIVERGING, step) + "}");
            css.append(".n" + step + "{fill:" + colour(Scale.DIVERGING, -step) + "}");
        }
        return css.toString();
    }

    private static int cividis(double share) {
        double at = share * (CIVIDIS.length - 1);
        int below = (int) Math.min(CIVIDIS.length - 2, Math.floor(at));
        return mix(CIVIDIS[below], CIVIDIS[below + 1], at - below);
    }

    private static int mix(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 255;
            int b = to >> shift & 255;
            mixed |= (int) Math.round(a + (b - a) * share) << shift;
        }
        return mixed;
    }

    private static String hex(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour);
    }
}
