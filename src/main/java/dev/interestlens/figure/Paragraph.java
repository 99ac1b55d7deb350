package dev.interestlens.figure;

import java.util.List;

/** A text in as many lines as it needs; nothing where it is empty. */
public record Paragraph(Phrase words, Letters letters, Ink ink) implements Drawing {
    private static final double LINE = 1.35;

    /** A readable width of lines. */
    private static final double WIDTH = 640;

    /** The explanation of a picture. */
    public static Paragraph note(Phrase words) {
        return new Paragraph(words, Letters.PLAIN, Ink.Role.FAINT);
    }

    /** The title of a picture. */
    public static Paragraph title(Phrase words) {
        return new Paragraph(words, Letters.BOLD, Ink.Role.INK);
    }

    @Override
    public double width(Surface ruler) {
        return Math.min(WIDTH, ruler.width(words, letters));
    }

    @Override
    public double height(Surface ruler, double width) {
        return line() * lines(ruler, width).size();
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        List<Phrase> lines = lines(surface, width);
        for (int i = 0; i < lines.size(); i++) {
            surface.text(lines.get(i), Spot.start(0, (i + .5) * line()), letters, ink);
        }
    }

    private List<Phrase> lines(Surface ruler, double width) {
        return ruler.width(words, letters) == 0 ? List.of() : ruler.lines(words, letters, width);
    }

    private double line() {
        return Math.ceil(LINE * letters.size());
    }
}
