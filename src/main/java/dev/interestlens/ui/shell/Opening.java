package dev.interestlens.ui.shell;

import dev.interestlens.ui.common.window.FirstFrame;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

/** The first frame of the window: the program's mark on the ground of the theme. It needs neither style sheets nor fonts, which are loaded behind it. */
public final class Opening {
    private static final double SIZE = 64;

    /** Within so many a window manager has given the window its size, and the frame is drawn. */
    private static final int PULSES = 8;

    private Opening() {}

    /** Shows the window where it was the last time; returns once its first frame is drawn. */
    public static void show(Stage window, WindowState state, Color ground, Image icon) {
        Rectangle2D room = javafx.stage.Screen.getPrimary().getVisualBounds();
        WindowState last = state.within(room.getMinX(), room.getMinY(), room.getWidth(), room.getHeight());
        ImageView mark = new ImageView(icon);
        mark.setFitWidth(SIZE);
        mark.setFitHeight(SIZE);
        StackPane alone = new StackPane(mark);
        alone.setBackground(null);
        window.setScene(new Scene(alone, last.width(), last.height(), ground));
        window.getIcons().add(icon);
        last.bounds().applyTo(window);
        window.show();
        Object drawn = new Object();
        FirstFrame.after(
                1,
                () -> { // a window manager may ignore bounds that were set before
                    last.bounds().applyTo(window);
                    FirstFrame.after(PULSES, () -> Platform.exitNestedEventLoop(drawn, null));
                });
        Platform.enterNestedEventLoop(drawn);
    }
}
