package dev.interestlens.figure;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a formula as large as it is drawn.
 *
 * @param above how far it reaches above the middle of its main line
 * @param below how far it reaches below it
 * @param painter draws it from its left edge and that middle on
 */
record FormulaBox(double width, double above, double below, Painter painter) {
    /** Size of an index. */
    static final double SMALL = 0.72;

    private static final double HALF = 0.62;
    private static final double LOWER = 0.33;
    private static final double HIGHER = 0.38;
    private static final double SUM = 1.4;
    private static final double HALF_SUM = 0.55;
    private static final double AROUND_LINE = 2;
    private static final double BESIDE_LINE = 6;
    private static final double HIGH = 1;
    private static final double GROWTH = 1.3;
    private static final double ROOT = 0.62;
    private static final double CHINESE = 0.9;

    private static final Pattern PARTS = Pattern.compile(
            "(?<ideographs>[\\u2E80-\\uFFEF]+)|(?<letter>\\p{L})(?<accent>\\p{M})|(?:(?!\\p{L}\\p{M})[^\\u2E80-\\uFFEF])+");
    private static final Map<String, String> ACCENTS = Map.of("\u0302", "ˆ", "\u0303", "˜");
    private static final String TALL = "bdfhkl";
    private static final double ASCENT = 0.22;
    private static final double SLANT = 0.06;
    private static final Pattern SINGLE_LETTER = Pattern.compile("(?<!\\p{IsLatin})[a-zA-Z](?!\\p{IsLatin})|[α-ω]");
    private static final int ITALIC_CAPITALS = 0x1D434;
    private static final int ITALIC_SMALL = 0x1D44E;
    private static final int ITALIC_GREEK = 0x1D6FC;
    private static final int ITALIC_H = 0x210E;

    /** Draws a part. */
    interface Painter {
        void paint(Surface surface, double x, double y);
    }

    void paint(Surface surface, double x, double y) {
        painter.paint(surface, x, y);
    }

    /** Words on the main line, Chinese ones in the font of texts. */
    static FormulaBox text(Surface ruler, String text, Letters letters) {
        List<FormulaBox> parts = new ArrayList<>();
        Matcher part = PARTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD));
        while (part.find()) {
            if (part.group("ideographs") != null) {
                parts.add(word(ruler, part.group(), new Letters(CHINESE * letters.size(), Letters.Cut.REGULAR)));
            } else if (part.group("accent") != null) {
                parts.add(accented(ruler, part.group("letter"), ACCENTS.get(part.group("accent")), letters));
            } else {
                parts.add(word(ruler, italic(part.group()), letters));
            }
        }
        return row(parts);
    }

    private static FormulaBox word(Surface ruler, String text, Letters letters) {
        double half = HALF * letters.size();
        double before = ruler.width(
                text.substring(0, text.length() - text.stripLeading().length()), letters);
        return new FormulaBox(ruler.width(text, letters), half, half, (surface, x, y) -> {
            if (!text.isBlank()) {
                surface.text(Phrase.same(text.strip()), Spot.start(x + before, y), letters, Ink.Role.INK);
            }
        });
    }

    /** A letter with its accent in the middle above it. */
    private static FormulaBox accented(Surface ruler, String letter, String accent, Letters letters) {
        FormulaBox base = word(ruler, italic(letter), letters);
        FormulaBox sign = word(ruler, accent, letters);
        double right = (base.width() - sign.width()) / 2 + SLANT * letters.size();
        double up = TALL.contains(letter) ? ASCENT * letters.size() : 0;
        return new FormulaBox(base.width(), base.above() + up, base.below(), (surface, x, y) -> {
            base.paint(surface, x, y);
            sign.paint(surface, x + right, y - up);
        });
    }

    /** The text with the italic letters of mathematics where a letter stands alone. */
    private static String italic(String text) {
        return SINGLE_LETTER
                .matcher(text)
                .replaceAll(found -> Character.toString(italic(found.group().charAt(0))));
    }

    private static int italic(char letter) {
        if (letter == 'h') {
            return ITALIC_H; // the one that Unicode had before
        }
        return letter >= 'α'
                ? ITALIC_GREEK + letter - 'α'
                : letter >= 'a' ? ITALIC_SMALL + letter - 'a' : ITALIC_CAPITALS + letter - 'A';
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

    /** How many times as large as letters the parentheses around it are: indices alone need no larger ones. */
    double growth(Letters letters) {
        double reach = Math.max(above, below) / letters.size();
        return reach > HIGH ? GROWTH * reach : 1;
    }

    /** Index and power behind what they belong to, above each other. */
    static FormulaBox scripts(FormulaBox index, FormulaBox power, Letters letters) {
        double down = LOWER * letters.size();
        double up = HIGHER * letters.size();
        return new FormulaBox(
                Math.max(index.width(), power.width()) + 1,
                power.width() == 0 ? 0 : up + power.above(),
                index.width() == 0 ? 0 : down + index.below(),
                (surface, x, y) -> {
                    index.paint(surface, x, y + down);
                    power.paint(surface, x, y - up);
                });
    }

    /** The sign of a sum with what it runs over below it. */
    static FormulaBox sum(Surface ruler, FormulaBox index, FormulaBox power, Letters letters) {
        FormulaBox sign = text(ruler, "∑", letters.times(SUM));
        double half = HALF_SUM * SUM * letters.size();
        double width = Math.max(sign.width(), Math.max(index.width(), power.width())) + 2;
        return new FormulaBox(
                width, half + power.above() + power.below(), half + index.above() + index.below(), (surface, x, y) -> {
                    sign.paint(surface, x + (width - sign.width()) / 2, y);
                    index.paint(surface, x + (width - index.width()) / 2, y + half + index.above());
                    power.paint(surface, x + (width - power.width()) / 2, y - half - power.below());
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

    /** What a root is taken of, below the line of its sign. */
    static FormulaBox root(FormulaBox within, Letters letters) {
        double sign = ROOT * letters.size();
        double top = within.above();
        double bottom = within.below() - 0.15 * letters.size();
        return new FormulaBox(sign + within.width() + 2, top + AROUND_LINE, within.below(), (surface, x, y) -> {
            surface.polyline(
                    new double[] {
                        x + 0.1 * sign, x + 0.3 * sign, x + 0.6 * sign, x + 0.95 * sign, x + sign + within.width() + 1
                    },
                    new double[] {y + 0.1 * sign, y, y + bottom, y - top, y - top},
                    new Pen(Ink.Role.INK, 1));
            within.paint(surface, x + sign, y);
        });
    }
}
