package dev.interestlens.ui.control;

import dev.interestlens.testing.Frames;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Theme;
import java.util.concurrent.Callable;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
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

    /** Runs on the FX thread and waits until what follows from it is laid out. */
    public static <T> T fx(Callable<T> work) throws Exception {
        T result = WaitForAsyncUtils.asyncFx(work).get();
        Frames.settle();
        return result;
    }

    public static void fx(Runnable work) throws Exception {
        fx(() -> {
            work.run();
            return null;
        });
    }
}
