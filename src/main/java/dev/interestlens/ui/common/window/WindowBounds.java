package dev.interestlens.ui.common.window;

import javafx.stage.Stage;

/**
 * The bounds of a window with its title bar and borders, in screen pixels, and whether it fills the screen.
 *
 * @param x left edge
 * @param y top edge
 * @param fullScreen without title bar, rather than maximised
 */
public record WindowBounds(double x, double y, double width, double height, boolean maximized, boolean fullScreen) {

    /** Of a visible window. */
    public static WindowBounds of(Stage window) {
        return new WindowBounds(
                window.getX(),
                window.getY(),
                window.getWidth(),
                window.getHeight(),
                window.isMaximized(),
                window.isFullScreen());
    }

    /** Moves a window there. One that fills the screen keeps its normal size. */
    public void applyTo(Stage window) {
        if (!maximized && !fullScreen) {
            window.setX(x);
            window.setY(y);
            window.setWidth(width);
            window.setHeight(height);
        }
        window.setMaximized(maximized);
        window.setFullScreen(fullScreen);
    }
}
