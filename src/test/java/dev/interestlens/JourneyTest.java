package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.testing.TinyShop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways of a person through the real window, with real trainings in child processes. */
@Tag("thorough")
class JourneyTest {
    private static final int BUSY_LOOPS = Integer.getInteger("interestlens.busy", 0);
    private static final int ROUNDS = Integer.getInteger("interestlens.rounds", 1);

    @WindowHome
    private Path home;

    @TempDir
    private Path elsewhere;

    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        window = new OpenWindow(home);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void theModelThatTravelsAlongIsExplainedWithoutTraining() throws Exception {
        window.press("#home-explain");
        explained();
        assertThat(home.resolve("runs/din-bundled/checkpoints/best.safetensors"))
                .exists();
        assertThat(home.resolve("runs/din-001")).doesNotExist();
        window.resize(1400, 900);
        window.press(".history-strip"); // a behaviour is taken away
        window.waitFor("the change", () -> window.words().contains("Reset"));
        window.pressWords("Reset");
        window.waitFor("the history as it was", () -> !window.words().contains("Reset"));
        OpenWindow.fx(() -> {
            assertThat(UnderTheMouse.missed(window.scene().getRoot())).isEmpty();
            return null;
        });
        TableView<?> table = (TableView<?>) window.find("#table");
        window.waitFor("all rows", () -> window.text("#count").contains("of 42,000"));
        OpenWindow.fx(() -> {
            table.getSelectionModel().clearAndSelect(table.getItems().size() / 2);
            return null;
        });
        for (String filter : List.of("score>0.5", "score<0.5", "")) {
            String before = window.text("#count");
            window.type("#filter", filter);
            window.waitFor("the rows of " + filter, () -> !window.text("#count").equals(before));
            window.waitFor("the explained row, or the first ones of " + filter, () -> isAtItsRow(table));
        }
    }

    /** From the first start to a figure for a slide in twelve clicks, dialogs for files not counted. */
    @Test
    void aTableIsMappedReadTrainedExplainedSavedAndExported() throws Exception {
        read(TinyShop.table(elsewhere.resolve("orders.csv")));
        window.press("#next");
        window.choose("#preset", "Quick");
        window.press("#next");
        window.open("#settings");
        window.type("#training-epochs", "2");
        window.press("#start");
        window.waitFor("the end of the training", () -> runState().equals("completed"));
        window.press("#next");
        explained();
        Path figure = elsewhere.resolve("why.png");
        window.answer(figure);
        window.pressWords("Save explanation ...");
        window.waitFor("the figure", () -> Files.exists(figure));
        assertThat(window.clicks()).isLessThanOrEqualTo(12);
        window.press("#rail-EXPORT");
        Path bundle = elsewhere.resolve("din.zip");
        window.answer(bundle);
        window.press("#export");
        window.waitFor("what was written", () -> !window.text("#deviation").isEmpty());
        assertThat(bundle).isNotEmptyFile();
    }

    /** From the first start to an explanation of one's own table: the file, import and train. */
    @Test
    void ownDataIsExplainedWithNothingTypedInTwoClicks() throws Exception {
        window.waitFor(
                "the sample to be read", () -> !window.find("#home-train").isDisabled());
        window.answer(TinyShop.table(elsewhere.resolve("orders.csv")));
        window.press("#home-data");
        window.press("#readAndTrain");
        explained();
        assertThat(window.clicks()).isEqualTo(2);
    }

    @Test
    void aTrainingIsStoppedResumedAndPaused() throws Exception {
        read(TinyShop.table(elsewhere.resolve("orders.csv")));
        train(9_999);
        window.waitFor("some steps", () -> !steps().startsWith("–"));
        window.press("#pause");
        window.waitFor("the pause", () -> runState().equals("paused"));
        window.waitFor(
                "the status of the pause", () -> window.text("#job-detail").startsWith("paused"));
        window.press("#language");
        window.waitFor("the status in the other language", () -> window.text("#job-detail")
                .startsWith("已暂停"));
        window.press("#language");
        window.press("#resume");
        window.waitFor("to go on", () -> runState().equals("training"));
        window.press("#stop");
        window.waitFor("the stop", () -> runState().equals("stopped"));
        String kept = steps();
        window.press("#resume");
        window.waitFor("more steps", () -> runState().equals("training") && !steps().equals(kept));
        window.press("#stop");
        window.waitFor("the second stop", () -> runState().equals("stopped"));
    }

    @Test
    void aTrainingThatBeginsBesideAnOpenRunIsNoError() throws Exception {
        read(TinyShop.table(elsewhere.resolve("orders.csv")));
        train(1);
        window.waitFor("the first run", () -> runState().equals("completed"));
        window.press("#rail-RECOMMEND");
        window.press("#rail-EXPLAIN");
        explained();
        AtomicBoolean ended = new AtomicBoolean();
        for (int i = 0; i < BUSY_LOOPS; i++) {
            new Thread(() -> {
                        while (!ended.get()) {
                            Thread.onSpinWait();
                        }
                    })
                    .start();
        }
        try {
            for (int round = 0; round < ROUNDS; round++) {
                window.press("#rail-HOME");
                window.press("#rail-TRAIN");
                window.press("#start");
                String folder = String.format(Locale.ROOT, "runs/din-%03d/journal.log", round + 2);
                window.waitFor("the new run", () -> Files.exists(home.resolve(folder)));
                window.press("#rail-RECOMMEND");
                window.press("#rail-TRAIN");
                window.waitFor("the end of the training", () -> runState().equals("completed"));
                window.press("#rail-EXPLAIN");
                explained();
                assertThat(window.text("#problemWhat")).isEmpty();
            }
        } finally {
            ended.set(true);
        }
    }

    @Test
    void whatIsWrongIsSaidOnceWithWhatToDo() throws Exception {
        window.waitFor(
                "the sample to be read", () -> !window.find("#home-train").isDisabled());

        window.press("#rail-DATA");
        window.answer(elsewhere.resolve("gone.csv"));
        window.press("#data-files");
        window.waitFor("a problem", () -> !window.text("#problemWhat").isEmpty());
        assertThat(window.text("#problemWhat") + window.text("#problemPlace")).contains("gone.csv");
        assertThat(window.text("#problemFix")).isNotEmpty();
        window.press("#problemClose");
        assertThat(window.text("#problemWhat")).isEmpty();

        Files.createDirectories(home.resolve("runs/broken"));
        Files.writeString(home.resolve("runs/broken/run.json"), "{");
        chosen(TinyShop.table(elsewhere.resolve("orders.csv")));
        train(1);
        window.press("#runsTab");
        window.waitFor("the list with the run that cannot be read", () -> window.words()
                .contains("broken"));
    }

    private void read(Path table) throws Exception {
        window.waitFor(
                "the sample to be read", () -> !window.find("#home-train").isDisabled());
        chosen(table);
    }

    private void chosen(Path table) throws Exception {
        window.press("#rail-DATA");
        window.answer(table);
        window.press("#data-files");
        window.press("#read");
        window.waitFor("the data set", () -> window.text("#name").equals("orders"));
    }

    private void train(int epochs) throws Exception {
        window.press("#rail-MODEL");
        window.choose("#preset", "Quick");
        window.press("#rail-TRAIN");
        window.open("#settings");
        window.type("#training-epochs", String.valueOf(epochs));
        window.press("#start");
    }

    private void explained() throws Exception {
        window.waitFor(
                "a sentence with its measurement",
                () -> List.of("measured", "score").stream().anyMatch(sentence()::contains)
                        && window.text("#score").matches("0\\.\\d{3}"));
    }

    /** Whether the selected row of a table can be seen, or, where it is not among the rows, the first one. */
    private static boolean isAtItsRow(TableView<?> table) {
        VirtualFlow<?> flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
        int wanted = Math.max(0, table.getSelectionModel().getSelectedIndex());
        return flow.getFirstVisibleCell() != null // of what is half typed there may be no row
                && wanted >= flow.getFirstVisibleCell().getIndex()
                && wanted <= flow.getLastVisibleCell().getIndex();
    }

    /** Steps done, which are shown on demand. */
    private String steps() {
        return window.find("#steps") instanceof Labeled steps ? steps.getText() : "–";
    }

    private String runState() {
        return window.text("#state");
    }

    private String sentence() {
        return window.text("#sentence");
    }
}
