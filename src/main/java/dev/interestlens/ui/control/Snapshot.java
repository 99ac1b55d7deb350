package dev.interestlens.ui.control;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Surface;
import java.util.Locale;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * A bitmap at twice the nominal size, so that it is sharp on slides and in print.
 *
 * @param pixels row by row from the top, 0xAARRGGBB
 */
public record Snapshot(int width, int height, int[] pixels) {
    private static final double SCALE = 2;
    private static final int MARGIN = 24;

    /** A drawing on white with a margin; on the FX thread. */
    public static Snapshot of(Drawing drawing, Locale language) {
        CanvasSurface.Faces faces = new CanvasSurface.Faces();
        Surface ruler = new CanvasSurface(new Canvas().getGraphicsContext2D(), Palette.LIGHT, language, faces);
        double width = drawing.width(ruler);
        double height = drawing.height(ruler, width);
        Canvas canvas = new Canvas(Math.ceil(SCALE * (width + 2 * MARGIN)), Math.ceil(SCALE * (height + 2 * MARGIN)));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.scale(SCALE, SCALE);
        g.translate(MARGIN, MARGIN);
        drawing.paint(new CanvasSurface(g, Palette.LIGHT, language, faces), width, height);
        return read(canvas);
    }

    /** The same for the clipboard. */
    WritableImage image() {
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }

    private static Snapshot read(Canvas canvas) {
        SnapshotParameters how = new SnapshotParameters();
        how.setFill(Color.WHITE);
        WritableImage image = canvas.snapshot(how, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new Snapshot(width, height, pixels);
    }
}
