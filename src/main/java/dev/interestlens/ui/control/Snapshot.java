package dev.interestlens.ui.control;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/**
 * What a node looks like, twice as large as on the screen, with lines of words below it.
 *
 * @param pixels row by row from the top, 0xAARRGGBB
 */
public record Snapshot(int width, int height, int[] pixels) {
    private static final double SCALE = 2;
    private static final double MARGIN = 16;

    /** @param node in a window; the ground and the words have its style */
    public static Snapshot of(Region node, List<String> foot) {
        VBox words = new VBox(4);
        words.setPrefWidth(node.getWidth());
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setPadding(new Insets(0, MARGIN, MARGIN, MARGIN));
        for (String line : foot) {
            Label label = new Label(line);
            label.getStyleClass().add("note");
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.setMaxWidth(node.getWidth() - 2 * MARGIN);
            words.getChildren().add(label);
        }
        Scene own = new Scene(words, node.getWidth(), 10);
        own.getStylesheets().setAll(node.getScene().getStylesheets());
        words.getStyleClass().addAll(node.getScene().getRoot().getStyleClass());
        words.applyCss();
        words.resize(node.getWidth(), words.prefHeight(node.getWidth()));
        words.layout();
        Color ground = ground(node);
        return join(taken(node, ground), taken(words, ground));
    }

    /** Of the first node around it that has one. */
    private static Color ground(Region node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof Region region
                    && region.getBackground() != null
                    && !region.getBackground().getFills().isEmpty()
                    && region.getBackground().getFills().get(0).getFill() instanceof Color color
                    && color.getOpacity() == 1) {
                return color;
            }
        }
        return Color.WHITE;
    }

    private static WritableImage taken(Node node, Color ground) {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(SCALE, SCALE));
        how.setFill(ground);
        return node.snapshot(how, null);
    }

    private static Snapshot join(WritableImage above, WritableImage below) {
        int width = (int) Math.max(above.getWidth(), below.getWidth());
        int high = (int) above.getHeight();
        int height = high + (int) below.getHeight();
        int[] pixels = new int[width * height];
        read(above, pixels, 0, width);
        read(below, pixels, high * width, width);
        return new Snapshot(width, height, pixels);
    }

    private static void read(WritableImage image, int[] pixels, int offset, int width) {
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        (int) image.getWidth(),
                        (int) image.getHeight(),
                        PixelFormat.getIntArgbInstance(),
                        pixels,
                        offset,
                        width);
    }
}
