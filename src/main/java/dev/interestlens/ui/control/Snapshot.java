package dev.interestlens.ui.control;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Surface;
import java.util.Arrays;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

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
        SnapshotParameters how = new SnapshotParameters();
        how.setFill(Color.WHITE);
        return read(canvas, how);
    }

    /** A node as shown in the window, with its background; on the FX thread. */
    public static Snapshot of(Node node) {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(SCALE, SCALE));
        how.setFill(ground(node));
        return read(node, how);
    }

    /** The content of a canvas, painted again at the higher resolution; on the FX thread. */
    public static Snapshot of(CanvasRegion region) {
        Canvas canvas = new Canvas(
                Math.max(1, Math.round(SCALE * region.getWidth())),
                Math.max(1, Math.round(SCALE * region.getHeight())));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.scale(SCALE, SCALE);
        region.paint(g, region.getWidth(), region.getHeight());
        SnapshotParameters how = new SnapshotParameters();
        how.setFill(ground(region));
        return read(canvas, how);
    }

    /** This one, and another below it. */
    public Snapshot above(Snapshot below) {
        int both = Math.max(width, below.width);
        int[] all = new int[both * (height + below.height)];
        Arrays.fill(all, below.pixels.length == 0 ? 0xFFFFFFFF : below.pixels[0]);
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * width, all, y * both, width);
        }
        for (int y = 0; y < below.height; y++) {
            System.arraycopy(below.pixels, y * below.width, all, (height + y) * both, below.width);
        }
        return new Snapshot(both, height + below.height, all);
    }

    /** With a margin in the background colour of a node. */
    Snapshot framed(Node node) {
        Color ground = ground(node);
        int wide = width + 2 * MARGIN;
        int[] all = new int[wide * (height + 2 * MARGIN)];
        Arrays.fill(
                all,
                0xFF000000
                        | (int) Math.round(255 * ground.getRed()) << 16
                        | (int) Math.round(255 * ground.getGreen()) << 8
                        | (int) Math.round(255 * ground.getBlue()));
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * width, all, (y + MARGIN) * wide + MARGIN, width);
        }
        return new Snapshot(wide, height + 2 * MARGIN, all);
    }

    /** The colour of the nearest opaque background of a node. */
    private static Color ground(Node node) {
        for (Node behind = node; behind != null; behind = behind.getParent()) {
            if (behind instanceof Region region && region.getBackground() != null) {
                for (BackgroundFill fill : region.getBackground().getFills()) {
                    if (fill.getFill() instanceof Color color && color.isOpaque()) {
                        return color;
                    }
                }
            }
        }
        return Color.WHITE;
    }

    /** The same for the clipboard. */
    WritableImage image() {
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }

    private static Snapshot read(Node node, SnapshotParameters how) {
        WritableImage image = node.snapshot(how, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new Snapshot(width, height, pixels);
    }
}
