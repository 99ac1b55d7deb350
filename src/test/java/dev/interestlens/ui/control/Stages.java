package dev.interestlens.ui.control;

import dev.interestlens.testing.Patience;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Theme;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/** Puts a control on a stage for a test. */
public final class Stages {
    public static final Messages WORDS = new Messages(Language.ENGLISH);

    private Stages() {}

    public static void show(Stage stage, Parent root, double width, double height) {
        Theme theme = new Theme(() -> false);
        Scene scene = new Scene(root, width, height);
        theme.dress(scene);
        show(stage, scene);
    }

    /** In the scene's own size, whatever size a test before gave the stage, which all tests of a JVM share. */
    public static void show(Stage stage, Scene scene) {
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    /** Runs on the FX thread and waits until the picture is drawn. */
    public static <T> T fx(Callable<T> work) throws Exception {
        T result = WaitForAsyncUtils.asyncFx(work).get();
        WaitForAsyncUtils.waitForFxEvents();
        laidOut();
        return result;
    }

    /** Waits for a frame of the last window: on a busy machine its layout may come later than its events. */
    private static void laidOut() throws Exception {
        CompletableFuture<Void> drawn = new CompletableFuture<>();
        Runnable listener = () -> drawn.complete(null);
        Scene scene = WaitForAsyncUtils.asyncFx(() -> {
                    Scene last = Window.getWindows().stream()
                            .filter(Window::isShowing)
                            .map(Window::getScene)
                            .reduce((before, each) -> each)
                            .orElse(null);
                    if (last != null) {
                        last.addPostLayoutPulseListener(listener);
                        Platform.requestNextPulse();
                    }
                    return last;
                })
                .get();
        if (scene != null) {
            Patience.until("a frame of the window", drawn::isDone);
            WaitForAsyncUtils.asyncFx(() -> scene.removePostLayoutPulseListener(listener))
                    .get();
        }
    }

    public static void fx(Runnable work) throws Exception {
        fx(() -> {
            work.run();
            return null;
        });
    }
}
