package dev.interestlens.figure.file;

import dev.interestlens.figure.Cells;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Spot;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** A surface that writes the contents of a PDF page. Text remains text, in embedded fonts with the letters that are used. */
final class PdfSurface extends FileSurface {
    /** Control points of a quarter circle. */
    private static final double ROUND = 0.5523;

    private final PDPageContentStream out;
    private final Function<Typeface.Cut, PDFont> fonts;
    private final Palette palette;
    private final double height;
    private double opacity = 1;

    /**
     * @param fonts of this document
     * @param height of the page in pixels: a PDF counts from below
     */
    PdfSurface(
            Typeface face,
            Locale language,
            PDPageContentStream out,
            Function<Typeface.Cut, PDFont> fonts,
            Palette palette,
            double height) {
        super(face, List.of(language));
        this.out = out;
        this.fonts = fonts;
        this.palette = palette;
        this.height = height;
    }

    /** A part of the page; writing it may fail. */
    private interface Part {
        void write() throws IOException;
    }

    private static void write(Part part) {
        try {
            part.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void rect(double x, double y, double width, double high, Ink fill) {
        write(() -> {
            fill(fill);
            out.addRect((float) x, up(y + high), (float) width, (float) high);
            out.fill();
        });
    }

    @Override
    public void polyline(double[] x, double[] y, Pen pen) {
        if (x.length < 2) {
            return;
        }
        write(() -> {
            out.setStrokingColor(new Color(palette.rgb(pen.ink())));
            opacity(pen.ink());
            out.setLineWidth((float) pen.width());
            float[] dashes = new float[pen.dashes().length];
            for (int i = 0; i < dashes.length; i++) {
                dashes[i] = (float) pen.dashes()[i];
            }
            out.setLineDashPattern(dashes, 0);
            path(x, y);
            out.stroke();
        });
    }

    @Override
    public void area(double[] x, double[] y, Ink fill) {
        write(() -> {
            fill(fill);
            path(x, y);
            out.fill();
        });
    }

    @Override
    public void dot(double x, double y, double radius, Ink fill) {
        write(() -> {
            fill(fill);
            float r = (float) radius;
            float c = (float) (ROUND * radius);
            float mx = (float) x;
            float my = up(y);
            out.moveTo(mx + r, my);
            out.curveTo(mx + r, my + c, mx + c, my + r, mx, my + r);
            out.curveTo(mx - c, my + r, mx - r, my + c, mx - r, my);
            out.curveTo(mx - r, my - c, mx - c, my - r, mx, my - r);
            out.curveTo(mx + c, my - r, mx + r, my - c, mx + r, my);
            out.fill();
        });
    }

    @Override
    public void text(Phrase words, Spot at, Letters letters, Ink ink) {
        List<Typeface.Run> runs = face.runs(words.in(language()), letters, language());
        double before = before(runs, at.anchor(), letters);
        write(() -> {
            fill(ink);
            out.beginText();
            Matrix place = Matrix.getTranslateInstance((float) at.x(), up(at.y()));
            place.rotate(-Math.toRadians(at.turn()));
            place.translate((float) -before, (float) -letters.baseline());
            out.setTextMatrix(place);
            for (Typeface.Run run : runs) {
                out.setFont(fonts.apply(run.cut()), (float) letters.size());
                out.showText(run.text());
            }
            out.endText();
        });
    }

    @Override
    public void cells(double x, double y, double width, double high, Cells cells) {
        double cellWidth = width / cells.columns();
        double cellHeight = high / cells.rows();
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                Ink ink = cells.ink(row, column);
                if (ink != null) {
                    rect(x + column * cellWidth, y + row * cellHeight, cellWidth, cellHeight, ink);
                }
            }
        }
    }

    @Override
    public void clipped(double x, double y, double width, double high, Runnable parts) {
        write(() -> {
            out.saveGraphicsState();
            out.addRect((float) x, up(y + high), (float) width, (float) high);
            out.clip();
        });
        double before = opacity;
        parts.run();
        opacity = before;
        write(out::restoreGraphicsState);
    }

    private void fill(Ink ink) throws IOException {
        out.setNonStrokingColor(new Color(palette.rgb(ink)));
        opacity(ink);
    }

    private void opacity(Ink ink) throws IOException {
        if (ink.opacity() == opacity) {
            return;
        }
        opacity = ink.opacity();
        PDExtendedGraphicsState state = new PDExtendedGraphicsState();
        state.setNonStrokingAlphaConstant((float) ink.opacity());
        state.setStrokingAlphaConstant((float) ink.opacity());
        out.setGraphicsStateParameters(state);
    }

    private void path(double[] x, double[] y) throws IOException {
        out.moveTo((float) x[0], up(y[0]));
        for (int i = 1; i < x.length; i++) {
            out.lineTo((float) x[i], up(y[i]));
        }
    }

    private float up(double y) {
        return (float) (height - y);
    }
}
