package dev.interestlens.figure;

/** The ink of a drawing: a role or a value, whose colour a {@link Palette} defines. */
public sealed interface Ink {
    /** The role of a part of a picture. */
    enum Role implements Ink {
        /** Texts, and the most important parts. */
        INK,
        /** Explaining texts and lines. */
        FAINT,
        /** Frames and lines behind the data. */
        LINE,
        /** The background. */
        PAPER,
        /** Selected or highlighted parts. */
        ACCENT,
        /** Bars of Look. */
        LOOK,
        /** Positive effects. */
        UP,
        /** Negative effects. */
        DOWN
    }

    /** The n-th series of a chart, from 0. */
    record Series(int number) implements Ink {}

    /**
     * A value on a scale, in steps, so that every surface shows the same colour.
     *
     * @param step 0 … {@link #STEPS}, or −STEPS … STEPS on a diverging scale
     */
    record Shade(Scale scale, int step) implements Ink {
        public static final int STEPS = 64;

        public Shade {
            step = (int) Math.max(STEPS * scale.min(), Math.min(STEPS, step));
        }
    }

    /** Black or white, whichever is easier to read on another ink. */
    record On(Ink ground) implements Ink {}

    /** Another ink with opacity. */
    record Faded(Ink ink, double opacity) implements Ink {}

    /** The colour of a share: 0 … 1, or −1 … 1 on a diverging scale; shares outside are clipped. */
    static Shade shade(Scale scale, double share) {
        return new Shade(scale, (int) Math.rint(Math.max(scale.min(), Math.min(1, share)) * Shade.STEPS));
    }

    /** The ink of a bar of a signed number. */
    static Ink signed(double value) {
        return value < 0 ? Role.DOWN : Role.UP;
    }

    default Ink faded(double share) {
        return new Faded(this, share);
    }

    /** Its opacity; 1 unless it is faded. */
    default double opacity() {
        return this instanceof Faded faded ? faded.opacity() * faded.ink().opacity() : 1;
    }

    /** The ink without opacity. */
    default Ink solid() {
        return this instanceof Faded faded ? faded.ink().solid() : this;
    }
}
