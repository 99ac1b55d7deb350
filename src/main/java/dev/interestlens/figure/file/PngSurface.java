package dev.interestlens.figure.file;

import dev.interestlens.figure.Cells;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Spot;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** A surface of pixels. Letters are drawn as shapes, so that no system font is needed. */
final class PngSurface extends FileSurface {
    private final BufferedImage image;
    private final Graphics2D g;
    private final Palette palette;

    PngSurface(Typeface face, Locale language, Palette palette, double width, double height, double scale) {
        super(face, List.of(language));
        this.palette = palette;
        image = new BufferedImage(
                (int) Math.ceil(scale * width), (int) Math.ceil(scale * height), BufferedImage.TYPE_INT_RGB);
        g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(scale, scale);
    }

    /** The picture as a file; ends the surface. */
    byte[] written() {
        g.dispose();
        int width = image.getWidth();
        int height = image.getHeight();
        return Pixels.png(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    @Override
    public void rect(double x, double y, double width, double height, Ink fill) {
        fill(new Rectangle2D.Double(x, y, width, height), fill);
    }

    @Override
    public void polyline(double[] x, double[] y, Pen pen) {
        if (x.length < 2) {
            return;
        }
        float[] dashes = new float[pen.dashes().length];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = (float) pen.dashes()[i];
        }
        use(pen.ink());
        g.setStroke(new BasicStroke(
                (float) pen.width(),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                10,
                dashes.length == 0 ? null : dashes,
                0));
        g.draw(path(x, y));
    }

    @Override
    public void area(double[] x, double[] y, Ink fill) {
        fill(path(x, y), fill);
    }

    @Override
    public void dot(double x, double y, double radius, Ink fill) {
        fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), fill);
    }

    @Override
    public void text(Phrase words, Spot at, Letters letters, Ink ink) {
        fill(outline(words.in(language()), language(), at, letters), ink);
    }

    @Override
    public void cells(double x, double y, double width, double height, Cells cells) {
        g.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF); // avoids gaps between cells
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                Ink ink = cells.ink(row, column);
                if (ink != null) {
                    rect(
                            x + column * width / cells.columns(),
                            y + row * height / cells.rows(),
                            width / cells.columns(),
                            height / cells.rows(),
                            ink);
                }
            }
        }
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable parts) {
        Shape before = g.getClip();
        g.clip(new Rectangle2D.Double(x, y, width, height));
        parts.run();
        g.setClip(before);
    }

    private void fill(Shape shape, Ink ink) {
        use(ink);
        g.fill(shape);
    }

    private void use(Ink ink) {
        g.setColor(new Color(palette.rgb(ink)));
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) ink.opacity()));
    }

    private static Path2D path(double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        path.moveTo(x[0], y[0]);
        for (int i = 1; i < x.length; i++) {
            path.lineTo(x[i], y[i]);
        }
        return path;
    }
}
