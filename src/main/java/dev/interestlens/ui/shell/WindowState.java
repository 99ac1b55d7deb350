package dev.interestlens.ui.shell;

import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Theme;
import java.util.Objects;

/**
 * What comes back after a restart.
 *
 * @param screen that was open
 * @param x left edge of the window in pixels
 * @param y top edge of the window in pixels
 */
public record WindowState(
        Language language,
        Theme.Choice theme,
        Screen screen,
        double x,
        double y,
        double width,
        double height,
        boolean maximized) {

    static final double LEAST_WIDTH = 1024;
    static final double LEAST_HEIGHT = 680;

    public WindowState {
        Objects.requireNonNull(language);
        Objects.requireNonNull(theme);
        Objects.requireNonNull(screen);
    }

    /** A first start. */
    public static WindowState first(Language language) {
        return new WindowState(language, Theme.Choice.SYSTEM, Screen.HOME, 80, 60, 1400, 880, false);
    }

    /** The same, moved and shrunk until it lies within a screen of these bounds. */
    WindowState within(double left, double top, double wide, double high) {
        double newWidth = Math.max(Math.min(LEAST_WIDTH, wide), Math.min(width, wide));
        double newHeight = Math.max(Math.min(LEAST_HEIGHT, high), Math.min(height, high));
        double newX = Math.max(left, Math.min(x, left + wide - newWidth));
        double newY = Math.max(top, Math.min(y, top + high - newHeight));
        return new WindowState(language, theme, screen, newX, newY, newWidth, newHeight, maximized);
    }
}
