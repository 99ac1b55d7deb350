package dev.interestlens.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.interestlens.ui.control.Typeface;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** The theme: AtlantaFX light or dark below the program's style sheet, in the bundled Noto Sans SC. */
public final class Theme {
    /** The setting. */
    public enum Choice {
        LIGHT,
        DARK,
        SYSTEM;

        /** @param systemIsDark asked where it is to follow the system */
        public boolean isDark(BooleanSupplier systemIsDark) {
            return this == DARK || this == SYSTEM && systemIsDark.getAsBoolean();
        }

        /** What looks otherwise; the system's own choice once both were shown. */
        Choice next(boolean systemIsDark) {
            boolean dark = isDark(() -> systemIsDark);
            return this != SYSTEM && dark == systemIsDark ? SYSTEM : dark ? LIGHT : DARK;
        }
    }

    /** The token color-bg-default of the dark theme, which is known only once style sheets are applied. */
    private static final Color DARK_GROUND = Color.web("#0d1117");

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(this, "choice");
    private final BooleanSupplier systemIsDark;

    /** @param systemIsDark asked when the choice is to follow the system */
    public Theme(BooleanSupplier systemIsDark) {
        this.systemIsDark = systemIsDark;
        loadFonts();
        choice.addListener(change -> apply());
        choice.set(Choice.SYSTEM);
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    public boolean isDark() {
        return choice.get().isDark(systemIsDark);
    }

    public void next() {
        choice.set(choice.get().next(systemIsDark.getAsBoolean()));
    }

    /** The colour behind everything. */
    public static Color ground(boolean dark) {
        return dark ? DARK_GROUND : Color.WHITE;
    }

    /** Adds the program's style sheet to a scene, whose ground has the colour of the theme before the first frame is drawn. */
    public void dress(Scene scene) {
        scene.fillProperty().bind(choice.map(now -> ground(isDark())));
        scene.getStylesheets()
                .setAll(Theme.class.getResource("/dev/interestlens/ui/app.css").toExternalForm());
    }

    /** Gives popups the ground of the theme, for systems whose windows cannot be transparent: around a menu its shadow's room would be white. */
    public void fillPopups(ObservableList<Window> windows) {
        windows.addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                change.getAddedSubList().stream()
                        .filter(PopupWindow.class::isInstance)
                        .forEach(popup -> popup.getScene().setFill(ground(isDark())));
            }
        });
    }

    private void apply() {
        Application.setUserAgentStylesheet(
                isDark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    private static void loadFonts() {
        Typeface.FILES.forEach((name, family) -> {
            try (InputStream font = Theme.class.getResourceAsStream("/dev/interestlens/figure/fonts/" + name)) {
                Font loaded = Font.loadFont(font, 14);
                if (loaded == null || !loaded.getFamily().equals(family)) {
                    throw new IllegalStateException("font " + name + " did not load as " + family);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        });
    }
}
