package dev.interestlens.ui.common.window;

import javafx.stage.Stage;

/**
 * Where a window stands, in pixels of the screen with its title bar and borders, and whether it fills the screen.
 *
 * @param x left edge
 * @param y top edge
 * @param fullScreen without title bar, rather than maximised
 */
public record WindowBounds(double x, double y, double width, double height, boolean maximized, boolean fullScreen) {

    /** Of a window that is shown. */
    public static WindowBounds of(Stage window) {
        return new WindowBounds(
                window.getX(),
                window.getY(),
                window.getWidth(),
                window.getHeight(),
                window.isMaximized(),
                window.isFullScreen());
    }

    /** Puts a window there. One that fills the screen keeps the size that it goes back to. */
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
