package dev.interestlens.ui;

import dev.interestlens.App;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.stage.Window;

/**
 * Opens the real program on the workspace that {@code interestlens.home} names, goes through screens and writes what they look like. Arguments: the
 * folder, then for each picture {@code SCREEN:SECONDS} {@code #BUTTON:SECONDS}, or {@code -:SECONDS} to wait.
 */
public final class WindowShots {
    private static final long SECOND = 1_000;

    private WindowShots() {}

    public static void main(String[] arguments) throws Exception {
        Thread program = new Thread(() -> Application.launch(App.class), "program");
        program.setDaemon(true);
        program.start();
        while (Window.getWindows().isEmpty()) {
            Thread.sleep(SECOND);
        }
        Thread.sleep(3 * SECOND);
        Path folder = Path.of(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            String[] parts = arguments[i].split(":");
            onFx(() -> {
                if (parts[0].equals("-")) {
                    return null;
                }
                String id = parts[0].startsWith("#") ? parts[0] : "#rail-" + parts[0];
                ((ButtonBase) scene().lookup(id)).fire();
                return null;
            });
            Thread.sleep(Long.parseLong(parts[1]) * SECOND);
            int number = i;
            onFx(() -> {
                Pictures.write(
                        scene(),
                        folder.resolve(
                                number + "-" + parts[0].replace("#", "").toLowerCase(java.util.Locale.ROOT) + ".png"));
                return null;
            });
        }
        onFx(() -> {
            Platform.exit();
            return null;
        });
        program.join();
    }

    private static Scene scene() {
        return Window.getWindows().get(0).getScene();
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
