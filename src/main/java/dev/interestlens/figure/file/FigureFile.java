package dev.interestlens.figure.file;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Moved;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Surface;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Writes a drawing in the format that a file's ending names: svg, pdf or png with the paper around it, or tex
 * (TikZ). Fonts are read once; one thread at a time.
 */
public final class FigureFile {
    /** The endings that are known. */
    public static final List<String> ENDINGS = List.of("svg", "pdf", "png", "tex");

    private static final double MARGIN = 24;
    private static final double SHARP = 2;

    private final Typeface face = new Typeface();
    private final Palette palette;
    private final Locale language;

    public FigureFile(Palette palette, Locale language) {
        this.palette = palette;
        this.language = language;
    }

    /** A surface that measures text as in all of these files. */
    public Surface ruler() {
        return new SvgSurface(face, List.of(language), palette);
    }

    /** The drawing as a file. */
    public byte[] of(String ending, Drawing drawing, String title) {
        Surface ruler = ruler();
        double width = drawing.width(ruler);
        double height = drawing.height(ruler, width);
        return switch (ending) {
            case "svg" -> svg(drawing, title, width, height).getBytes(StandardCharsets.UTF_8);
            case "pdf" -> new PdfFile(face, palette, language).of(drawing, title, width, height, MARGIN);
            case "png" -> {
                PngSurface png =
                        new PngSurface(face, language, palette, width + 2 * MARGIN, height + 2 * MARGIN, SHARP);
                framed(png, drawing, width, height);
                yield png.written();
            }
            case "tex" -> {
                TikzSurface tikz = new TikzSurface(face, language, palette);
                drawing.paint(tikz, width, height);
                yield tikz.written(title, width, height).getBytes(StandardCharsets.UTF_8);
            }
            default -> throw new IllegalArgumentException("no format of a picture: " + ending);
        };
    }

    private static void framed(Surface surface, Drawing drawing, double width, double height) {
        surface.rect(0, 0, width + 2 * MARGIN, height + 2 * MARGIN, Ink.Role.PAPER);
        drawing.paint(new Moved(surface, MARGIN, MARGIN), width, height);
    }

    private String svg(Drawing drawing, String title, double width, double height) {
        SvgSurface svg = new SvgSurface(face, List.of(language), palette);
        framed(svg, drawing, width, height);
        String w = SvgSurface.at(width + 2 * MARGIN);
        String h = SvgSurface.at(height + 2 * MARGIN);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\""
                + language.getLanguage() + "\" width=\"" + w + "\" height=\"" + h + "\" viewBox=\"0 0 " + w + " " + h
                + "\" font-family=\"'Noto Sans','Noto Sans SC','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',"
                + "system-ui,sans-serif\"><title>" + Markup.escape(title) + "</title>" + svg.written() + "</svg>\n";
    }

    /** Drawings below each other on pages of A4 as a PDF; none is split. */
    public byte[] pages(List<Drawing> parts, String title) {
        return new PdfFile(face, palette, language).pages(parts, ruler(), title);
    }
}
