package dev.interestlens.figure;

/**
 * The colours of all pictures, as 0xRRGGBB. Sequential is cividis (Nuñez, Anderton and Renslow 2018), oriented so that zero looks like the paper;
 * diverging runs from vermillion over the paper to blue; series take the colours of Okabe and Ito, on white the pale ones darker. All are safe for
 * colour-blind readers.
 */
public record Palette(int ink, int faint, int line, int paper, int accent) {
    public static final Palette LIGHT = new Palette(0x24292f, 0x57606a, 0xd0d7de, 0xffffff, 0x0969da);
    public static final Palette DARK = new Palette(0xc9d1d9, 0x8b949e, 0x30363d, 0x0d1117, 0x1f6feb);

    static final int BLUE = 0x0072b2;
    static final int VERMILLION = 0xd55e00;

    /** Below this share a sequential colour is blended into the paper. */
    private static final double MELT = 0.16;

    private static final int DARK_INK = 0x141414;

    /** The luminance on which dark ink and white have the same contrast. */
    private static final double EVEN = 0.195;

    private static final int GREY = 0x8c8c8c;
    private static final int[] OKABE_ITO = {BLUE, VERMILLION, 0x009e73, 0xcc79a7, 0x56b4e9, 0xe69f00};

    /** The last three are too pale for white paper and for projectors; here they are darker. */
    private static final int[] ON_WHITE = {BLUE, VERMILLION, 0x009e73, 0xb8568f, 0x2a8fc7, 0xb57a00};

    private static final int[] CIVIDIS = {
        0x00224e, 0x123570, 0x3b496c, 0x575d6d, 0x707173, 0x8a8678, 0xa59c74, 0xc3b369, 0xe1cc55, 0xfee838
    };

    /** The colour of an ink, without its opacity. */
    public int rgb(Ink which) {
        Ink solid = which.solid();
        if (solid instanceof Ink.Role role) {
            return switch (role) {
                case INK -> ink;
                case FAINT, LOOK -> faint;
                case LINE -> line;
                case PAPER -> paper;
                case ACCENT -> accent;
                case UP -> BLUE;
                case DOWN -> VERMILLION;
            };
        }
        if (solid instanceof Ink.Series series) {
            int[] colors = dark() ? OKABE_ITO : ON_WHITE;
            return series.number() == XySeries.MUTED ? GREY : colors[Math.floorMod(series.number(), colors.length)];
        }
        if (solid instanceof Ink.On on) {
            return luminance(mix(paper, rgb(on.ground()), on.ground().opacity())) > EVEN ? DARK_INK : 0xffffff;
        }
        Ink.Shade shade = (Ink.Shade) solid;
        double share = shade.step() / (double) Ink.Shade.STEPS;
        return shade.scale() == Scale.SEQUENTIAL ? sequential(share) : diverging(share);
    }

    /** Whether the paper is dark. */
    public boolean dark() {
        return luminance(paper) < 0.3;
    }

    private int sequential(double share) {
        double at = (dark() ? share : 1 - share) * (CIVIDIS.length - 1);
        int below = Math.min(CIVIDIS.length - 2, (int) at);
        int full = mix(CIVIDIS[below], CIVIDIS[below + 1], at - below);
        return share >= MELT ? full : mix(paper, full, share / MELT);
    }

    private int diverging(double share) {
        return mix(paper, share < 0 ? VERMILLION : BLUE, Math.abs(share));
    }

    /** A colour between two others. */
    static int mix(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 255;
            int b = to >> shift & 255;
            mixed |= (int) Math.round(a + (b - a) * share) << shift;
        }
        return mixed;
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
