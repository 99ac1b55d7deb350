package dev.interestlens.figure.paint;

import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import java.util.List;

/** Names above a picture, each behind its sign, in as many lines as they need. */
record Legend(List<? extends Phrase> names) {
    static final double SIGN = 28;

    private static final double LINE = 20;
    private static final double BELOW = 8;

    /** Draws the sign of the n-th name, {@value #SIGN} wide around a height. */
    interface Sign {
        void draw(int number, double x, double y);
    }

    double height(Surface ruler, double width) {
        return place(ruler, width, (number, x, y) -> {}) + LINE / 2 + BELOW;
    }

    void paint(Surface surface, double width, Sign sign) {
        place(surface, width, (number, x, y) -> {
            sign.draw(number, x, y);
            surface.text(names.get(number), Spot.start(x + SIGN + 8, y), Letters.PLAIN, Ink.Role.INK);
        });
    }

    /** The height of the last line. */
    private double place(Surface ruler, double width, Sign each) {
        double x = 0;
        double y = LINE / 2;
        for (int i = 0; i < names.size(); i++) {
            double wide = SIGN + 8 + ruler.width(names.get(i), Letters.PLAIN) + 24;
            if (x > 0 && x + wide > width) {
                x = 0;
                y += LINE;
            }
            each.draw(i, x, y);
            x += wide;
        }
        return y;
    }
}
