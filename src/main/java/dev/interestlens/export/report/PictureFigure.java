package dev.interestlens.export.report;

import dev.interestlens.explain.Picture;
import java.util.Locale;

/** One picture of an explanation as an SVG of its own, on white, with its title and what must be known to read it. */
public final class PictureFigure {
    private static final double MARGIN = 24;
    private static final double LINE = 14;
    private static final double EMS = 66;

    private PictureFigure() {}

    public static String of(Picture picture, Locale language) {
        PictureSvg svg = PictureSvg.onWhite(picture, Lettering.in(language));
        StringBuilder body = new StringBuilder();
        double y = MARGIN + LINE;
        body.append(line("head", y, picture.title().in(language)));
        String note = picture.note().in(language);
        if (!note.isBlank()) {
            for (String each : Figures.wrap(note, EMS)) {
                y += LINE;
                body.append(line("tick", y, each));
            }
        }
        y += LINE;
        body.append(
                "<g transform=\"translate(" + Markup.at(MARGIN) + " " + Markup.at(y) + ")\">" + svg.group() + "</g>");
        String width = Markup.at(Math.max(svg.width(), EMS * 11) + 2 * MARGIN);
        String height = Markup.at(y + svg.height() + MARGIN);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\""
                + language.getLanguage() + "\" width=\"" + width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width
                + " " + height + "\"><title>" + Markup.escape(picture.title().in(language)) + "</title><style>"
                + StyleSheet.figure() + "</style><rect width=\"" + width + "\" height=\"" + height
                + "\" fill=\"#ffffff\"/>" + body + "</svg>\n";
    }

    private static String line(String kind, double y, String words) {
        return "<text class=\"" + kind + "\" x=\"" + Markup.at(MARGIN) + "\" y=\"" + Markup.at(y) + "\">"
                + Markup.escape(words) + "</text>";
    }
}
