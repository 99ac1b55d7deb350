package dev.interestlens.ui.shell;

import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.RunTableState;
import dev.interestlens.ui.common.Theme;
import dev.interestlens.ui.common.window.WindowBounds;
import java.util.List;
import java.util.Objects;

/**
 * The state that is restored after a restart.
 *
 * @param screen the open screen
 * @param x left edge of the window in pixels
 * @param y top edge of the window in pixels
 * @param fullScreen null in files of earlier versions, as is {@code zoom}
 * @param zoom scale of the window, 1 for normal
 * @param selection null in files of earlier versions
 */
public record WindowState(
        Language language,
        Theme.Choice theme,
        Screen screen,
        double x,
        double y,
        double width,
        double height,
        boolean maximized,
        Boolean fullScreen,
        Double zoom,
        Selection selection) {

    /**
     * The selection; each part is null where there was none.
     *
     * @param data name of the data set's folder
     * @param run name of the run's folder
     * @param sample row of the test part
     * @param recentData names of the folders of recent data sets, the last one first; null in files of earlier versions, as are {@code recentRuns}
     * @param runTable arrangement of the table of runs; null in files of earlier versions too
     * @param opened parts of screens that were opened beside what is shown at first; empty for files of earlier versions, as are the next two
     * @param compared names of the folders of the compared runs
     * @param laidOver likewise of runs whose curves are laid over others
     */
    public record Selection(
            String data,
            String run,
            Integer sample,
            List<String> recentData,
            List<String> recentRuns,
            RunTableState runTable,
            List<String> opened,
            List<String> compared,
            List<String> laidOver) {
        static final Selection NOTHING =
                new Selection(null, null, null, List.of(), List.of(), null, List.of(), List.of(), List.of());

        public Selection {
            opened = opened == null ? List.of() : List.copyOf(opened);
            compared = compared == null ? List.of() : List.copyOf(compared);
            laidOver = laidOver == null ? List.of() : List.copyOf(laidOver);
        }
    }

    static final double MIN_WIDTH = 1024;
    static final double MIN_HEIGHT = 640;

    public WindowState {
        Objects.requireNonNull(language);
        Objects.requireNonNull(theme);
        Objects.requireNonNull(screen);
        fullScreen = fullScreen != null && fullScreen;
        zoom = zoom == null ? 1 : zoom;
        selection = selection == null ? Selection.NOTHING : selection;
    }

    /** The state at the first start. */
    public static WindowState first(Language language) {
        return new WindowState(
                language, Theme.Choice.SYSTEM, Screen.HOME, 80, 60, 1250, 780, false, false, 1.0, Selection.NOTHING);
    }

    /** The bounds of the window; of one that fills the screen, its normal bounds. */
    WindowBounds bounds() {
        return new WindowBounds(x, y, width, height, maximized, fullScreen);
    }

    /** The same, moved and shrunk to fit on a screen of these bounds; maximised where it would fill it. */
    WindowState within(double left, double top, double wide, double high) {
        double newWidth = Math.max(Math.min(MIN_WIDTH, wide), Math.min(width, wide));
        double newHeight = Math.max(Math.min(MIN_HEIGHT, high), Math.min(height, high));
        boolean full = width >= wide && height >= high;
        double newX = Math.max(left, Math.min(x, left + wide - newWidth));
        double newY = Math.max(top, Math.min(y, top + high - newHeight));
        return new WindowState(
                language,
                theme,
                screen,
                newX,
                newY,
                newWidth,
                newHeight,
                maximized || full,
                fullScreen,
                zoom,
                selection);
    }
}
