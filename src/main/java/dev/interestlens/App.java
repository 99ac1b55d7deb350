package dev.interestlens;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.SystemAppearance;
import dev.interestlens.ui.common.Theme;
import dev.interestlens.ui.shell.Shell;
import dev.interestlens.ui.shell.WindowState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Application;
import javafx.stage.Stage;

/** The window: builds every service and thread there is, once, and ends them. */
public final class App extends Application {
    private static final String HOME_PROPERTY = "interestlens.home";

    private final Path home = Path.of(System.getProperty(
            HOME_PROPERTY,
            Path.of(System.getProperty("user.home"), "InterestLens").toString()));
    private final ErrorPresenter errors = new ErrorPresenter();
    private Shell shell;

    @Override
    public void start(Stage stage) {
        WindowState state = readState();
        Messages messages = new Messages(state.language());
        Theme theme =
                new Theme(new SystemAppearance(Path.of(System.getProperty("user.home")), System.getenv())::isDark);
        theme.choiceProperty().set(state.theme());
        Session session = new Session();
        shell = new Shell(messages, theme, errors, session);
        shell.show(stage, state);
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> errors.show(failure));
    }

    @Override
    public void stop() {
        Json.write(Disk.real(), stateFile(), shell.state());
    }

    private WindowState readState() {
        if (Files.exists(stateFile())) {
            try {
                return Json.read(stateFile(), WindowState.class);
            } catch (RuntimeException unreadable) {
                errors.show(unreadable);
            }
        }
        return WindowState.first(Language.of(Locale.getDefault()));
    }

    private Path stateFile() {
        return home.resolve("window.json");
    }
}
