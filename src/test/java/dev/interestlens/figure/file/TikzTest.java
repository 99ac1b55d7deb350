package dev.interestlens.figure.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Cells;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.Sketch;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Stacked;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.figure.paint.XyPainter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TikzTest {
    private final FigureFile english = new FigureFile(Palette.LIGHT, Locale.ENGLISH);

    @Test
    void aPictureIsADocumentOfItsOwnAndAPartOfAnother() {
        String tikz = tikz(surface -> surface.rect(10, 20, 30, 40, Ink.Role.UP));
        assertThat(tikz)
                .contains("\\csname @nodocument\\endcsname\\relax\\let\\figureend\\relax\\else\n\\documentclass")
                .contains("\\definecolor{lens0072B2}{HTML}{0072B2}")
                .contains("\\fill[lens0072B2] (10,20) rectangle (40,60);")
                .endsWith("\\end{tikzpicture}%\n\\figureend\n");
    }

    @Test
    void textNeverBecomesACommand() {
        String tikz = tikz(surface -> surface.text(
                Phrase.same("50 % \\input{x} $1_a^b {~#&"), Spot.start(0, 10), Letters.PLAIN, Ink.Role.INK));
        assertThat(tikz)
                .contains(
                        "{50 \\% \\textbackslash{}input\\{x\\} \\$1\\_a\\textasciicircum{}b \\{\\textasciitilde{}\\#\\&}");
    }

    @Test
    void lettersOfMathematicsAreSetAsSuch() {
        assertThat(LatexText.of("𝑢 𝜎⟨ℎ, e⟩")).isEqualTo("$u$ $\\sigma$$\\langle$$h$, e$\\rangle$");
    }

    @Test
    void aTitleOfSeveralLinesStaysAComment() {
        String tikz = new String(english.of("tex", drawing(surface -> {}), "a\n\\input{b}"), StandardCharsets.UTF_8);
        assertThat(tikz).startsWith("% a \\input{b}\n%");
    }

    @Test
    void onlyChineseAsksForItsPackage() {
        assertThat(tikz(surface -> surface.text(Phrase.same("关注"), Spot.start(0, 0), Letters.PLAIN, Ink.Role.INK)))
                .startsWith("% !TEX program = xelatex")
                .contains("{ctex}");
        assertThat(tikz(surface -> surface.text(Phrase.same("é ≥ 1"), Spot.start(0, 0), Letters.PLAIN, Ink.Role.INK)))
                .doesNotContain("ctex")
                .contains("{é $\\geq$ 1}");
    }

    @Test
    void neighboursOfOneColourAreOneRectangle() {
        Cells cells = new Cells() {
            @Override
            public int rows() {
                return 1;
            }

            @Override
            public int columns() {
                return 4;
            }

            @Override
            public Ink ink(int row, int column) {
                return column == 3 ? null : Ink.shade(Scale.SEQUENTIAL, column < 2 ? 1 : 0.5);
            }

            @Override
            public Phrase told(int row, int column) {
                return null;
            }
        };
        assertThat(tikz(surface -> surface.cells(0, 0, 40, 10, cells)))
                .contains("(0,0) rectangle (20,10)")
                .contains("(20,0) rectangle (30,10)")
                .doesNotContain("(40,10);\n\\e");
    }

    @Test
    void aPlotBecomesAnAxisWithItsValues() {
        XyPainter painter = new XyPainter(plot(new double[] {0.5, Double.NaN, 0.75}));
        assertThat(tikz(new Stacked(List.of(painter), 0)))
                .contains("\\usepackage{pgfplots}")
                .contains("xlabel={epoch}, ylabel={AUC \\%}")
                .contains("(1,0.5) (2,nan) (3,0.75)")
                .contains("\\end{axis}");
    }

    @Test
    void aPlotThatWasSketchedIsTheSameAxis() {
        XyPainter painter = new XyPainter(plot(new double[] {0.5, 0.6, 0.75}));
        Sketch sketch = new Sketch(english.ruler(), 400, 300);
        painter.paint(sketch, 400, 300);
        assertThat(tikz(sketch)).contains("(1,0.5) (2,0.6) (3,0.75)").containsOnlyOnce("\\begin{axis}");
        assertThat(new String(english.of("svg", sketch, "t"), StandardCharsets.UTF_8))
                .contains("<polyline");
    }

    @Test
    void groupsAndBracesAreClosed() {
        String tikz = tikz(new XyPainter(plot(new double[] {1, 2, 3})));
        assertThat(count(tikz, "\\{")).isEqualTo(count(tikz, "\\}"));
        assertThat(count(tikz, "\\\\begin\\{")).isEqualTo(count(tikz, "\\\\end\\{"));
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .count();
    }

    private static XyData plot(double[] y) {
        XySeries line =
                new XySeries(Phrase.same("DIN & co"), new double[] {1, 2, 3}, y, 0, XySeries.Shape.MARKED_LINE, -1);
        return new XyData(List.of(line), Phrase.same("epoch"), Phrase.same("AUC %"), false, false);
    }

    private String tikz(Consumer<Surface> paint) {
        return tikz(drawing(paint));
    }

    private String tikz(Drawing drawing) {
        return new String(english.of("tex", drawing, "t"), StandardCharsets.UTF_8);
    }

    private static Drawing drawing(Consumer<Surface> paint) {
        return new Drawing() {
            @Override
            public double width(Surface ruler) {
                return 100;
            }

            @Override
            public double height(Surface ruler, double width) {
                return 100;
            }

            @Override
            public void paint(Surface surface, double width, double height) {
                paint.accept(surface);
            }
        };
    }
}
