package dev.interestlens.figure.file;

import dev.interestlens.figure.Cells;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Spot;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A surface that writes SVG: in the colours of one palette and in one language, or for a page that shows either language and theme. */
final class SvgSurface extends FileSurface {
    /** More cells than these become one image, so that a file stays small. */
    private static final int MANY_CELLS = 2500;

    /** Likewise for cells without descriptions. */
    private static final int SILENT_CELLS = 400;

    /** Numbers of a segment, in the order of {@link PathIterator}. */
    private static final int[] POINTS_OF_SEGMENT = {2, 2, 4, 6, 0};

    private final StringBuilder svg = new StringBuilder();
    private final Palette palette;
    private final boolean page;

    /** @param palette null for a page, whose style sheet has the colours */
    SvgSurface(Typeface face, List<Locale> languages, Palette palette) {
        super(face, languages);
        this.palette = palette == null ? Palette.LIGHT : palette;
        page = palette == null;
    }

    String written() {
        return svg.toString();
    }

    @Override
    public void rect(double x, double y, double width, double height, Ink fill) {
        svg.append("<rect" + ink("fill", fill) + number("x", x) + number("y", y) + number("width", width)
                + number("height", height) + "/>");
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Pen pen) {
        svg.append("<path" + stroke(pen) + " d=\"M" + at(fromX) + " " + at(fromY) + "L" + at(toX) + " " + at(toY)
                + "\"/>");
    }

    @Override
    public void polyline(double[] x, double[] y, Pen pen) {
        svg.append("<polyline" + stroke(pen) + " points=\"" + points(x, y) + "\"/>");
    }

    @Override
    public void area(double[] x, double[] y, Ink fill) {
        svg.append("<polygon" + ink("fill", fill) + " points=\"" + points(x, y) + "\"/>");
    }

    @Override
    public void dot(double x, double y, double radius, Ink fill) {
        svg.append("<circle" + ink("fill", fill) + number("cx", x) + number("cy", y) + number("r", radius) + "/>");
    }

    @Override
    public void text(Phrase words, Spot at, Letters letters, Ink ink) {
        boolean same = languages.stream().map(words::in).distinct().count() == 1;
        for (Locale language : same ? languages.subList(0, 1) : languages) {
            String own = same || !page
                    ? ""
                    : " class=\"" + language.getLanguage() + "\" lang=\"" + language.getLanguage() + "\"";
            text(words.in(language), own, at, letters, ink, language);
        }
    }

    private void text(String words, String own, Spot at, Letters letters, Ink ink, Locale language) {
        if (letters.cut() == Letters.Cut.MATH) {
            svg.append(
                    "<path" + own + ink("fill", ink) + " d=\"" + path(outline(words, language, at, letters)) + "\"/>");
            return;
        }
        double baseline = letters.baseline();
        String place = at.turn() == 0
                ? number("x", at.x()) + number("y", at.y() + baseline)
                : number("y", baseline) + " transform=\"translate(" + at(at.x()) + " " + at(at.y()) + ") rotate("
                        + at(at.turn()) + ")\"";
        String anchor = at.anchor() == Spot.Anchor.START
                ? ""
                : " text-anchor=\"" + at.anchor().name().toLowerCase(Locale.ROOT) + "\"";
        svg.append("<text" + own + place + anchor + font(letters, ink) + ">" + Markup.escape(words) + "</text>");
    }

    /** The letters of a formula are drawn, since few systems have a font of mathematics. */
    private static String path(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator each = shape.getPathIterator(null); !each.isDone(); each.next()) {
            int kind = each.currentSegment(points);
            path.append("MLQCZ".charAt(kind));
            for (int i = 0; i < POINTS_OF_SEGMENT[kind]; i++) {
                path.append(i == 0 ? "" : " ").append(at(points[i]));
            }
        }
        return path.toString();
    }

    /** The style sheet of a page sets the size of all text, so that another size needs a style attribute. */
    private String font(Letters letters, Ink ink) {
        return page
                ? " style=\"font-size:" + at(letters.size()) + "px" + (letters.bold() ? ";font-weight:600" : "")
                        + ";fill:" + variable(ink) + "\""
                : number("font-size", letters.size())
                        + (letters.bold() ? " font-weight=\"600\"" : "")
                        + ink("fill", ink);
    }

    @Override
    public void cells(double x, double y, double width, double height, Cells cells) {
        int count = cells.rows() * cells.columns();
        if (count > MANY_CELLS || count > SILENT_CELLS && cells.told(0, 0) == null) {
            image(x, y, width, height, cells);
            return;
        }
        double wide = width / cells.columns();
        double high = height / cells.rows();
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                Ink ink = cells.ink(row, column);
                if (ink != null) {
                    int r = row;
                    int c = column;
                    Phrase told = cells.told(row, column);
                    Runnable part = () -> rect(x + c * wide, y + r * high, wide, high, ink);
                    if (told == null) {
                        part.run();
                    } else {
                        told(told, part);
                    }
                }
            }
        }
    }

    private void image(double x, double y, double width, double height, Cells cells) {
        for (Palette each : page ? List.of(Palette.LIGHT, Palette.DARK) : List.of(palette)) {
            int[] pixels = new int[cells.rows() * cells.columns()];
            for (int i = 0; i < pixels.length; i++) {
                Ink ink = cells.ink(i / cells.columns(), i % cells.columns());
                pixels[i] = each.rgb(ink == null ? Ink.Role.PAPER : ink);
            }
            String theme = page ? " class=\"on-" + (each.dark() ? "dark" : "light") + "\"" : "";
            svg.append("<image" + theme + number("x", x) + number("y", y) + number("width", width)
                    + number("height", height)
                    + " preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" href=\"data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(Pixels.png(cells.columns(), cells.rows(), pixels)) + "\"/>");
        }
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable parts) {
        svg.append("<svg" + number("x", x) + number("y", y) + number("width", width) + number("height", height)
                + " viewBox=\"" + at(x) + " " + at(y) + " " + at(width) + " " + at(height) + "\">");
        parts.run();
        svg.append("</svg>");
    }

    @Override
    public void told(Phrase words, Runnable parts) {
        String said = languages.stream().map(words::in).distinct().collect(Collectors.joining(" / "));
        svg.append("<g><title>" + Markup.escape(said) + "</title>");
        parts.run();
        svg.append("</g>");
    }

    private String stroke(Pen pen) {
        String dashes = pen.dashes().length == 0
                ? ""
                : " stroke-dasharray=\""
                        + Arrays.stream(pen.dashes()).mapToObj(SvgSurface::at).collect(Collectors.joining(" "))
                        + "\"";
        String width = pen.width() == 1 ? "" : number("stroke-width", pen.width());
        return " fill=\"none\"" + ink("stroke", pen.ink()) + width + dashes;
    }

    private String ink(String attribute, Ink ink) {
        String opacity = ink.opacity() == 1 ? "" : " " + attribute + "-opacity=\"" + at(ink.opacity()) + "\"";
        if (!page) {
            return " " + attribute + "=\"" + hex(palette.rgb(ink)) + "\"" + opacity;
        }
        Ink solid = ink.solid();
        if (attribute.equals("fill") && solid instanceof Ink.Shade shade) {
            return " class=\"" + PageStyle.name(shade) + "\"" + opacity;
        }
        boolean fixed = solid instanceof Ink.Series;
        return fixed
                ? " " + attribute + "=\"" + hex(palette.rgb(solid)) + "\"" + opacity
                : " style=\"" + attribute + ":" + variable(solid) + "\"" + opacity;
    }

    private String variable(Ink ink) {
        Ink solid = ink.solid();
        if (solid instanceof Ink.Role role) {
            return "var(--" + PageStyle.name(role) + ")";
        }
        return solid instanceof Ink.On on && on.ground() instanceof Ink.Shade shade
                ? "var(--" + PageStyle.on(shade) + ")"
                : hex(palette.rgb(solid));
    }

    private static String points(double[] x, double[] y) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            points.append(i == 0 ? "" : " ").append(at(x[i])).append(',').append(at(y[i]));
        }
        return points.toString();
    }

    private static String number(String name, double value) {
        return " " + name + "=\"" + at(value) + "\"";
    }

    /** With at most two decimals. */
    static String at(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return String.valueOf(hundredths / 100);
        }
        String plain = String.valueOf(hundredths / 100.0);
        return plain;
    }

    static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
