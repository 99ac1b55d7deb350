package dev.interestlens.figure.file;

import dev.interestlens.figure.Drawing;
import java.util.List;
import java.util.Locale;

/** Pictures inside of a page, in both languages and in the colours of its style sheet. One thread at a time. */
public final class PageFigures {
    private static final List<Locale> BOTH = List.of(Locale.ENGLISH, Locale.CHINESE);

    /** Wider pictures are scrolled, others are shrunk to the page. */
    private static final double WIDE = 780;

    private final Typeface face = new Typeface();

    /** The picture as markup. */
    public String of(Drawing drawing) {
        SvgSurface svg = new SvgSurface(face, BOTH, null);
        double width = drawing.width(svg);
        double height = drawing.height(svg, width);
        drawing.paint(svg, width, height);
        String w = SvgSurface.at(width);
        String h = SvgSurface.at(height);
        return width > WIDE
                ? "<div class=\"scroll\"><svg width=\"" + w + "\" height=\"" + h + "\" viewBox=\"0 0 " + w + " " + h
                        + "\" role=\"img\">" + svg.written() + "</svg></div>\n"
                : "<svg class=\"fit\" style=\"max-width:" + w + "px\" viewBox=\"0 0 " + w + " " + h + "\" role=\"img\">"
                        + svg.written() + "</svg>\n";
    }
}
