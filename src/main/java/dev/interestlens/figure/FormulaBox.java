package dev.interestlens.figure;

import java.util.List;

/**
 * A part of a formula as large as it is drawn.
 *
 * @param above how far it reaches above the middle of its main line
 * @param below how far it reaches below it
 * @param painter draws it from its left edge and that middle on
 */
record FormulaBox(double width, double above, double below, Painter painter) {
    private static final double SMALL = 0.72;
    private static final double HALF = 0.62;
    private static final double LOWER = 0.42;
    private static final double HIGHER = 0.45;
    private static final double SUM = 1.5;
    private static final double AROUND_LINE = 3;
    private static final double BESIDE_LINE = 7;

    /** Draws a part. */
    interface Painter {
        void paint(Surface surface, double x, double y);
    }

    void paint(Surface surface, double x, double y) {
        painter.paint(surface, x, y);
    }

    static FormulaBox text(Surface ruler, String text, Letters letters) {
        double half = HALF * letters.size();
        return new FormulaBox(ruler.width(text, letters), half, half, (surface, x, y) -> {
            if (!text.isBlank()) {
                surface.text(Phrase.same(text), Spot.start(x, y), letters, Ink.Role.INK);
            }
        });
    }

    static FormulaBox row(List<FormulaBox> parts) {
        return new FormulaBox(
                parts.stream().mapToDouble(FormulaBox::width).sum(),
                parts.stream().mapToDouble(FormulaBox::above).max().orElse(0),
                parts.stream().mapToDouble(FormulaBox::below).max().orElse(0),
                (surface, x, y) -> {
                    double at = x;
                    for (FormulaBox part : parts) {
                        part.paint(surface, at, y);
                        at += part.width();
                    }
                });
    }

    /** Index and power behind what they belong to, above each other. */
    static FormulaBox scripts(Surface ruler, String below, String above, Letters letters) {
        FormulaBox index = text(ruler, below, small(letters));
        FormulaBox power = text(ruler, above, small(letters));
        double down = LOWER * letters.size();
        double up = HIGHER * letters.size();
        return new FormulaBox(
                Math.max(index.width(), power.width()) + 1,
                above.isEmpty() ? 0 : up + power.above(),
                below.isEmpty() ? 0 : down + index.below(),
                (surface, x, y) -> {
                    index.paint(surface, x, y + down);
                    power.paint(surface, x, y - up);
                });
    }

    /** The sign of a sum with what it runs over below it. */
    static FormulaBox sum(Surface ruler, String below, String above, Letters letters) {
        FormulaBox sign = text(ruler, "Σ", new Letters(SUM * letters.size(), letters.bold()));
        FormulaBox index = text(ruler, below, small(letters));
        FormulaBox power = text(ruler, above, small(letters));
        double width = Math.max(sign.width(), Math.max(index.width(), power.width())) + 2;
        return new FormulaBox(
                width,
                sign.above() + (above.isEmpty() ? 0 : 2 * power.above()),
                sign.below() + (below.isEmpty() ? 0 : 2 * index.below() - AROUND_LINE),
                (surface, x, y) -> {
                    sign.paint(surface, x + (width - sign.width()) / 2, y);
                    index.paint(
                            surface, x + (width - index.width()) / 2, y + sign.below() + index.above() - AROUND_LINE);
                    power.paint(surface, x + (width - power.width()) / 2, y - sign.above() - power.below());
                });
    }

    static FormulaBox fraction(FormulaBox above, FormulaBox below) {
        double width = Math.max(above.width(), below.width()) + 2 * BESIDE_LINE;
        return new FormulaBox(
                width,
                above.above() + above.below() + AROUND_LINE,
                below.above() + below.below() + AROUND_LINE,
                (surface, x, y) -> {
                    above.paint(surface, x + (width - above.width()) / 2, y - AROUND_LINE - above.below());
                    surface.line(x + 4, y, x + width - 4, y, new Pen(Ink.Role.INK, 1));
                    below.paint(surface, x + (width - below.width()) / 2, y + AROUND_LINE + below.above());
                });
    }

    private static Letters small(Letters letters) {
        return new Letters(SMALL * letters.size(), letters.bold());
    }
}
