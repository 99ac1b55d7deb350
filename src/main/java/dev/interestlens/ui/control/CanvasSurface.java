package dev.interestlens.ui.control;

import dev.interestlens.figure.Cells;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;

/** A surface that paints on a JavaFX canvas. */
public final class CanvasSurface implements Surface {
    private final GraphicsContext g;
    private final Palette palette;
    private final Locale language;
    private final Faces faces;

    /** The bundled fonts in the used sizes and cuts, with caches of text widths. */
    public static final class Faces {
        private final Map<Letters, Typeface> known = new HashMap<>();

        Typeface of(Letters letters) {
            return known.computeIfAbsent(letters, Typeface::new);
        }
    }

    public CanvasSurface(GraphicsContext g, Palette palette, Locale language, Faces faces) {
        this.g = g;
        this.palette = palette;
        this.language = language;
        this.faces = faces;
        g.setTextBaseline(VPos.BASELINE);
        g.setLineCap(StrokeLineCap.BUTT);
        g.setImageSmoothing(false);
    }

    @Override
    public List<Locale> languages() {
        return List.of(language);
    }

    @Override
    public double width(String text, Letters letters) {
        return faces.of(letters).width(text);
    }

    @Override
    public void rect(double x, double y, double width, double height, Ink fill) {
        fill(fill);
        g.fillRect(x, y, width, height);
        g.setGlobalAlpha(1);
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Pen pen) {
        stroke(pen);
        g.strokeLine(fromX, fromY, toX, toY);
        g.setGlobalAlpha(1);
    }

    @Override
    public void polyline(double[] x, double[] y, Pen pen) {
        stroke(pen);
        g.strokePolyline(x, y, x.length);
        g.setGlobalAlpha(1);
    }

    @Override
    public void area(double[] x, double[] y, Ink fill) {
        fill(fill);
        g.fillPolygon(x, y, x.length);
        g.setGlobalAlpha(1);
    }

    @Override
    public void dot(double x, double y, double radius, Ink fill) {
        fill(fill);
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        g.setGlobalAlpha(1);
    }

    @Override
    public void text(Phrase words, Spot at, Letters letters, Ink ink) {
        fill(ink);
        g.setFont(faces.of(letters).font());
        g.setTextAlign(
                switch (at.anchor()) {
                    case START -> TextAlignment.LEFT;
                    case MIDDLE -> TextAlignment.CENTER;
                    case END -> TextAlignment.RIGHT;
                });
        if (at.turn() == 0) {
            g.fillText(words.in(language), at.x(), at.y() + letters.baseline());
        } else {
            g.save();
            g.translate(at.x(), at.y());
            g.rotate(at.turn());
            g.fillText(words.in(language), 0, letters.baseline());
            g.restore();
        }
        g.setGlobalAlpha(1);
    }

    /** Drawn as an image with one pixel per cell, which is fast for thousands of cells. */
    @Override
    public void cells(double x, double y, double width, double height, Cells cells) {
        int columns = cells.columns();
        int rows = cells.rows();
        if (rows == 0 || columns == 0) {
            return;
        }
        int[] argb = new int[rows * columns];
        for (int i = 0; i < argb.length; i++) {
            Ink ink = cells.ink(i / columns, i % columns);
            argb[i] = ink == null ? 0 : 0xff000000 | palette.rgb(ink);
        }
        WritableImage image = new WritableImage(columns, rows);
        image.getPixelWriter().setPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), argb, 0, columns);
        g.drawImage(image, 0, 0, columns, rows, x, y, width, height);
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable parts) {
        g.save();
        g.beginPath();
        g.rect(x, y, width, height);
        g.clip();
        parts.run();
        g.restore();
    }

    private void fill(Ink ink) {
        g.setGlobalAlpha(ink.opacity());
        g.setFill(color(ink));
    }

    private void stroke(Pen pen) {
        g.setGlobalAlpha(pen.ink().opacity());
        g.setStroke(color(pen.ink()));
        g.setLineWidth(pen.width());
        g.setLineDashes(pen.dashes());
    }

    private Color color(Ink ink) {
        int rgb = palette.rgb(ink);
        return Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }
}
