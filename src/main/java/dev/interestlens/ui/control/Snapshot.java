package dev.interestlens.ui.control;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/**
 * A figure in pixels, drawn twice as large as it says it is, so that it stays crisp on slides and in print.
 *
 * @param pixels row by row from the top, 0xAARRGGBB
 */
public record Snapshot(int width, int height, int[] pixels) {
    private static final double SCALE = 2;

    /** On the FX thread. */
    public static Snapshot of(String svg) {
        SvgFigure figure = new SvgFigure(svg);
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(SCALE, SCALE));
        how.setViewport(new Rectangle2D(0, 0, SCALE * figure.width(), SCALE * figure.height()));
        how.setFill(Color.WHITE);
        return read(figure.node(), how);
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
