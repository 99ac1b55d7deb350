package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A person's first minutes, in the real window, with a real training in a child process. */
class JourneyTest {
    private static final int MINUTES = 2;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path home;

    private Stage stage;
    private App app;

    @BeforeEach
    void open() throws Exception {
        System.setProperty("interestlens.home", home.toString());
        stage = FxToolkit.registerPrimaryStage();
        app = (App) FxToolkit.setupApplication(App.class);
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        System.clearProperty("interestlens.home");
    }

    @Test
    void theSampleIsTrainedAndOnePredictionExplained() throws Exception {
        press("#home-train");
        waitFor(
                "a sentence with its measurement",
                () -> measured() && text("#score").matches("0\\.\\d{3}"));
        String first = sentence();

        fx(() -> {
            TableView<?> table = (TableView<?>) find("#table");
            table.getSelectionModel().clearAndSelect(table.getItems().size() / 2);
            return null;
        });
        waitFor(
                "another sentence",
                () -> !sentence().equals(first) && !sentence().startsWith("Measuring"));
        assertThat(text("#count")).contains("of 42,000");
        assertThat(home.resolve("runs/din-001/journal.log")).exists();
    }

    @Test
    void theModelThatTravelsAlongIsExplainedWithoutTraining() throws Exception {
        press("#home-explain");
        waitFor("a sentence with its measurement", this::measured);
        assertThat(home.resolve("runs/din-bundled/checkpoints/best.safetensors"))
                .exists();
        assertThat(home.resolve("runs/din-001")).doesNotExist();
    }

    private boolean measured() {
        return sentence().contains("measured") || sentence().contains("score");
    }

    private String sentence() {
        return text("#sentence");
    }

    private String text(String id) {
        Node node = find(id);
        return node == null || !node.isVisible() ? "" : ((Labeled) node).getText();
    }

    private Node find(String id) {
        Scene scene = stage.getScene();
        return scene == null ? null : scene.lookup(id);
    }

    private void press(String id) throws Exception {
        waitFor(id, () -> find(id) != null && !find(id).isDisabled());
        fx(() -> {
            ((ButtonBase) find(id)).fire();
            return null;
        });
    }

    private void waitFor(String what, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        while (!fx(holds)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "waited " + MINUTES + " minutes for " + what + "; the window shows " + shown());
            }
            Thread.sleep(100);
        }
    }

    /** All words of the window, to see where a journey stopped. */
    private List<String> shown() throws Exception {
        return fx(() -> stage.getScene().getRoot().lookupAll(".label").stream()
                .filter(node -> node instanceof Labeled && node.isVisible())
                .map(node -> node.getId() + "=" + ((Labeled) node).getText())
                .limit(80)
                .toList());
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(30, TimeUnit.SECONDS);
    }
}
