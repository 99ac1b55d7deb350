package dev.interestlens.figure.file;

import dev.interestlens.figure.Cells;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Plot;
import dev.interestlens.figure.Spot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A surface that writes a TikZ picture for LaTeX; plots over two axes become PGFPlots axes with their values, which can be edited. Text is set in the
 * document's font, so that it keeps its size and position but not its width.
 */
final class TikzSurface extends FileSurface {
    /** A pixel of a screen in TeX's big points. */
    private static final double POINTS = 0.75;

    private final StringBuilder tikz = new StringBuilder();
    private final StringBuilder said = new StringBuilder();
    private final Map<String, String> colors = new TreeMap<>();
    private final Palette palette;
    private boolean axes;

    TikzSurface(Typeface face, Locale language, Palette palette) {
        super(face, List.of(language));
        this.palette = palette;
    }

    /** The file, which compiles alone and with {@code \input} in another document. */
    String written(String title, double width, double height) {
        String packages = "\\usepackage{" + (axes ? "pgfplots" : "tikz") + "}\n" + "\\usepackage{amssymb,textcomp}\n"
                + (axes ? "\\pgfplotsset{compat=1.16}\n" : "") + LatexText.packages(said.toString());
        boolean chinese = LatexText.isChinese(said.toString());
        String how = chinese ? " (xelatex)" : " (pdflatex, lualatex or xelatex)";
        StringBuilder file = new StringBuilder(
                LatexText.head(chinese, title, how, packages, "figureend", "\\documentclass{standalone}\n"));
        file.append("\\begin{tikzpicture}[x=").append(bp(1)).append(", y=-").append(bp(1));
        file.append(", line cap=butt, every node/.style={inner sep=0, outer sep=0}]\n");
        colors.forEach((name, hex) -> file.append("\\definecolor{" + name + "}{HTML}{" + hex + "}\n"));
        file.append("\\useasboundingbox (0,0) rectangle " + at(width, height) + ";\n");
        return file.append(tikz).append("\\end{tikzpicture}%\n\\figureend\n").toString();
    }

    @Override
    public void rect(double x, double y, double width, double height, Ink fill) {
        tikz.append("\\fill[" + color(fill) + "] " + at(x, y) + " rectangle " + at(x + width, y + height) + ";\n");
    }

    @Override
    public void polyline(double[] x, double[] y, Pen pen) {
        if (x.length > 1) {
            tikz.append("\\draw[" + stroke(pen) + "] " + path(x, y) + ";\n");
        }
    }

    @Override
    public void area(double[] x, double[] y, Ink fill) {
        tikz.append("\\fill[" + color(fill) + "] " + path(x, y) + " -- cycle;\n");
    }

    @Override
    public void dot(double x, double y, double radius, Ink fill) {
        tikz.append("\\fill[" + color(fill) + "] " + at(x, y) + " circle[radius=" + SvgSurface.at(radius) + "];\n");
    }

    @Override
    public void text(Phrase words, Spot at, Letters letters, Ink ink) {
        String text = words.in(language());
        if (text.isBlank()) {
            return;
        }
        String anchor =
                switch (at.anchor()) {
                    case START -> "base west";
                    case MIDDLE -> "base";
                    case END -> "base east";
                };
        double turn = Math.toRadians(at.turn());
        String place = at(at.x() - letters.baseline() * Math.sin(turn), at.y() + letters.baseline() * Math.cos(turn));
        tikz.append("\\node[anchor=" + anchor + ", " + color(ink)
                + (at.turn() == 0 ? "" : ", rotate=" + SvgSurface.at(-at.turn())) + ", " + font(letters) + "] at "
                + place + " {" + latex(text) + "};\n");
    }

    /** Adjacent cells of one colour become one rectangle. */
    @Override
    public void cells(double x, double y, double width, double height, Cells cells) {
        double wide = width / cells.columns();
        double high = height / cells.rows();
        for (int row = 0; row < cells.rows(); row++) {
            for (int from = 0; from < cells.columns(); ) {
                Ink ink = cells.ink(row, from);
                int to = from + 1;
                while (to < cells.columns() && ink != null && ink.equals(cells.ink(row, to))) {
                    to++;
                }
                if (ink != null) {
                    rect(x + from * wide, y + row * high, (to - from) * wide, high, ink);
                }
                from = to;
            }
        }
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable parts) {
        tikz.append("\\begin{scope}\\clip " + at(x, y) + " rectangle " + at(x + width, y + height) + ";\n");
        parts.run();
        tikz.append("\\end{scope}\n");
    }

    @Override
    public void plot(Plot plot, Runnable parts) {
        axes = true;
        tikz.append(new PgfAxis(plot, this).written());
    }

    /** The name of a colour in the picture, with its opacity. */
    String color(Ink ink) {
        String hex = String.format(Locale.ROOT, "%06X", palette.rgb(ink));
        colors.put("lens" + hex, hex);
        return "lens" + hex + (ink.opacity() == 1 ? "" : ", opacity=" + SvgSurface.at(ink.opacity()));
    }

    String stroke(Pen pen) {
        String dashes = "";
        if (pen.dashes().length > 0) {
            StringBuilder pattern = new StringBuilder(", dash pattern=");
            for (int i = 0; i < pen.dashes().length; i++) {
                pattern.append(i % 2 == 0 ? "on " : "off ")
                        .append(bp(pen.dashes()[i]))
                        .append(' ');
            }
            dashes = pattern.toString().stripTrailing();
        }
        return color(pen.ink()) + ", line width=" + bp(pen.width()) + dashes;
    }

    String font(Letters letters) {
        String size = SvgSurface.at(POINTS * letters.size());
        String family =
                switch (letters.cut()) {
                    case REGULAR -> "\\sffamily";
                    case BOLD -> "\\sffamily\\bfseries";
                    case MATH -> "\\rmfamily";
                };
        return "font=" + family + "\\fontsize{" + size + "}{" + SvgSurface.at(1.2 * POINTS * letters.size())
                + "}\\selectfont";
    }

    String latex(String text) {
        said.append(text).append('\n');
        return LatexText.of(text);
    }

    String latex(Phrase words) {
        return latex(words.in(language()));
    }

    static String bp(double pixels) {
        return SvgSurface.at(POINTS * pixels) + "bp";
    }

    static String at(double x, double y) {
        return "(" + SvgSurface.at(x) + "," + SvgSurface.at(y) + ")";
    }

    private static String path(double[] x, double[] y) {
        String[] points = new String[x.length];
        Arrays.setAll(points, i -> at(x[i], y[i]));
        return Arrays.stream(points).collect(Collectors.joining(" -- "));
    }
}
