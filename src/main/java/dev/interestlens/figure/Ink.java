package dev.interestlens.figure;

/** What something is drawn with: a role or a value, to which a {@link Palette} gives the colour. */
public sealed interface Ink {
    /** What a part of a picture is for. */
    enum Role implements Ink {
        /** Letters, and what must be seen first. */
        INK,
        /** Letters and lines that explain. */
        FAINT,
        /** Frames and lines behind the data. */
        LINE,
        /** The ground. */
        PAPER,
        /** What is selected or stands out. */
        ACCENT,
        /** Bars of Look. */
        LOOK,
        /** What raises the score. */
        UP,
        /** What lowers the score. */
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

    /** Another ink that lets what is behind it show through. */
    record Faded(Ink ink, double opacity) implements Ink {}

    /** The colour of a share: 0 … 1, or −1 … 1 on a diverging scale; shares outside are cut. */
    static Shade shade(Scale scale, double share) {
        return new Shade(scale, (int) Math.rint(Math.max(scale.min(), Math.min(1, share)) * Shade.STEPS));
    }

    /** Bars of a number with a sign. */
    static Ink signed(double value) {
        return value < 0 ? Role.DOWN : Role.UP;
    }

    default Ink faded(double share) {
        return new Faded(this, share);
    }

    /** 1 unless it is faded. */
    default double opacity() {
        return this instanceof Faded faded ? faded.opacity() * faded.ink().opacity() : 1;
    }

    /** The ink itself, without its fading. */
    default Ink solid() {
        return this instanceof Faded faded ? faded.ink().solid() : this;
    }
}
