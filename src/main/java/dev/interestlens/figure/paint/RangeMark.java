package dev.interestlens.figure.paint;

import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Surface;

/**
 * Marks the part of a strip that is shown enlarged: it is framed, the rest is pale.
 *
 * @param first place of the part
 * @param count of its places
 * @param all places of the strip
 */
public record RangeMark(int first, int count, int all) {
    /** Over a strip from x = 0 to a width. */
    public void paint(Surface surface, double width, double top, double height) {
        if (all == 0) {
            return;
        }
        double from = width * first / all;
        double to = width * (first + count) / all;
        surface.rect(0, top, from, height, Ink.Role.PAPER.faded(0.55));
        surface.rect(to, top, width - to, height, Ink.Role.PAPER.faded(0.55));
        surface.roundFrame(from + 1, top, Math.max(4, to - from - 2), height, 2, new Pen(Ink.Role.ACCENT, 2));
    }
}
