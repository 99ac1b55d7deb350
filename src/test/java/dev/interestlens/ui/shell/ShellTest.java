package dev.interestlens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Stacked;
import dev.interestlens.store.Components;
import dev.interestlens.testing.Frames;
import dev.interestlens.testing.Hand;
import dev.interestlens.testing.Patience;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.JobControl;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Theme;
import dev.interestlens.ui.control.slides.Slide;
import dev.interestlens.ui.control.slides.SlideOffer;
import dev.interestlens.ui.control.slides.SlideSeries;
import dev.interestlens.ui.control.slides.SlideShow;
import dev.interestlens.workspace.data.DatasetLabel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ShellTest {
    private final Session session = new Session();
    private final Messages messages = new Messages(Language.ENGLISH);
    private final BooleanProperty canPresent = new SimpleBooleanProperty(true);
    private final Hand hand = new Hand();
    private Stage stage;
    private Shell shell;

    /** Shows the window under what a window manager does to a new one: it has the least size at once. */
    @Start
    void show(Stage window) {
        stage = window;
        window.showingProperty().addListener(change -> {
            window.setWidth(WindowState.MIN_WIDTH);
            window.setHeight(WindowState.MIN_HEIGHT);
        });
        Theme theme = new Theme(() -> false);
        shell = new Shell(messages, theme, new ErrorPresenter(), session);
        shell.add(Screen.HOME, StackPane::new);
        shell.add(Screen.DATA, () -> {
            ListView<String> letters = new ListView<>(FXCollections.observableArrayList("a", "b"));
            letters.getStyleClass().add("list-view-of-test");
            return new StackPane(letters);
        });
        shell.add(Screen.MODEL, this::presenting);
        shell.show(window, WindowState.first(Language.ENGLISH));
    }

    private Parent presenting() {
        StackPane view = new StackPane();
        SlideSeries one = new SlideSeries(
                Phrase.same("Gates"),
                List.of(new Slide(
                        Phrase.same("Gates"), new Stacked(List.of(), 0), Phrase.same("Most of the state stays."))));
        SlideOffer.on(view, canPresent, () -> SlideShow.of(List.of(one)));
        return view;
    }

    /** A smaller scene leaves a part of a window empty that fills the screen since its opening. */
    @Test
    void theWindowIsAsLargeAsItsOpening() throws Exception {
        WindowState state = Components.of(WindowState.first(Language.ENGLISH)).with("maximized", true);
        List<Double> widths = fx(() -> {
            List<Double> found = new ArrayList<>();
            Stage window = new Stage();
            window.setScene(new Scene(new StackPane(), state.width() + 333, state.height()));
            window.sceneProperty().addListener((scene, opening, now) -> found.add(now.getWidth()));
            shell.show(window, state);
            window.close();
            return found;
        });
        assertThat(widths).containsExactly(state.width() + 333);
    }

    /** Waits until what was asked for is there: a screen is built after the frame in which its place is shown. */
    private <T> T fx(Callable<T> work) throws Exception {
        T result = WaitForAsyncUtils.asyncFx(work).get();
        Frames.settle();
        Patience.until("the screen", () -> stage.getScene().lookup(".skeleton") == null);
        Frames.settle();
        return result;
    }

    private void press(KeyCode key, boolean control) throws Exception {
        fx(() -> {
            Node target = stage.getScene().getFocusOwner();
            Event.fireEvent(
                    target == null ? stage.getScene().getRoot() : target,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
            return null;
        });
    }

    private Job begin(Job.Kind kind, String title, List<String> asked) throws Exception {
        return fx(
                () -> session.jobs().begin(kind, new JobStatus(title, "going on", -1, false), new Noted(title, asked)));
    }

    /** Notes what it is asked for. */
    private record Noted(String title, List<String> asked) implements JobControl {
        @Override
        public void pause() {
            asked.add("pause " + title);
        }

        @Override
        public void resume() {
            asked.add("resume " + title);
        }

        @Override
        public void step() {
            asked.add("step " + title);
        }

        @Override
        public void stop() {
            asked.add("stop " + title);
        }
    }

    @Test
    void theWindowHasItsSizeAfterTheManagerHadItsSay() throws Exception {
        WindowState now = fx(shell::state);
        assertThat(now.width()).isEqualTo(1250);
        assertThat(now.height()).isEqualTo(780);
        assertThat(now.maximized()).isFalse();
    }

    @Test
    void aWindowThatFillsTheScreenRemembersWhereItGoesBackTo() throws Exception {
        fx(shell::state);
        fx(() -> {
            stage.setMaximized(true);
            return null;
        });
        WindowState now = fx(shell::state);
        assertThat(now.maximized()).isTrue();
        assertThat(now.width()).isEqualTo(1250);
    }

    @Test
    void theTitleNamesScreenAndDataSet(@TempDir Path folder) throws Exception {
        assertThat(fx(stage::getTitle)).isEqualTo("Home - Interest Lens");
        Path dataset = TinyShop.prepare(folder);
        try (PreparedDataset data = PreparedDataset.open(dataset)) {
            OpenDataset open = new OpenDataset(dataset, data.info(), DatasetLabel.NONE);
            fx(() -> {
                session.dataProperty().set(open);
                return null;
            });
            assertThat(fx(stage::getTitle)).contains("Home", open.name(), "no run");
        }
        fx(() -> {
            session.goalProperty().set(Session.Goal.DATA);
            return null;
        });
        assertThat(fx(stage::getTitle)).startsWith("Data - ");
    }

    @Test
    void keysEnlargeEverythingAndThatIsRemembered() throws Exception {
        press(KeyCode.EQUALS, true);
        WindowState larger = fx(shell::state);
        assertThat(larger.zoom()).isEqualTo(1.1);
        Node frame = fx(() -> stage.getScene().lookup(".shell"));
        assertThat(frame.localToScene(frame.getLayoutBounds()).getWidth())
                .isCloseTo(stage.getScene().getWidth(), org.assertj.core.data.Offset.offset(1.0));
        press(KeyCode.DIGIT0, true);
        assertThat(fx(shell::state).zoom()).isEqualTo(1);
        press(KeyCode.MINUS, true);
        assertThat(fx(shell::state).zoom()).isEqualTo(0.9);
    }

    @Test
    void nothingGrowsBeyondTheRoomThatScreensNeed() throws Exception {
        for (int i = 0; i < 20; i++) {
            press(KeyCode.PLUS, true);
        }
        double zoom = fx(shell::state).zoom();
        assertThat(zoom).isGreaterThan(1.1);
        assertThat(stage.getScene().getWidth() / zoom).isGreaterThanOrEqualTo(1000);
        assertThat(stage.getScene().getHeight() / zoom).isGreaterThanOrEqualTo(600);
    }

    @Test
    void aSmallerWindowShowsAllOfAScreenThatWasEnlarged() throws Exception {
        fx(() -> {
            stage.setWidth(1900);
            stage.setHeight(1150);
            return null;
        });
        for (int i = 0; i < 20; i++) {
            press(KeyCode.PLUS, true);
        }
        fx(() -> {
            stage.setWidth(1300);
            stage.setHeight(800);
            return null;
        });
        Node frame = fx(() -> stage.getScene().lookup(".shell"));
        assertThat(frame.localToScene(frame.getLayoutBounds()).getWidth())
                .isCloseTo(stage.getScene().getWidth(), org.assertj.core.data.Offset.offset(1.0));
        assertThat(frame.localToScene(frame.getLayoutBounds()).getHeight())
                .isCloseTo(stage.getScene().getHeight(), org.assertj.core.data.Offset.offset(1.0));
    }

    @Test
    void aKeyFillsTheScreenAndGoesBack() throws Exception {
        press(KeyCode.F11, false);
        assertThat(stage.isFullScreen()).isTrue();
        assertThat(fx(shell::state).fullScreen()).isTrue();
        press(KeyCode.F11, false);
        assertThat(stage.isFullScreen()).isFalse();
    }

    @Test
    void theSameKeyPresentsAScreenThatHasSlides() throws Exception {
        press(KeyCode.DIGIT3, true);
        Node frame = stage.getScene().lookup(".rail");
        press(KeyCode.F11, false);
        assertThat(stage.isFullScreen()).isTrue();
        assertThat(fx(() -> ((Label) stage.getScene().lookup(".slide-title")).getText()))
                .isEqualTo("Gates");
        assertThat(isShown(frame)).isFalse();
        assertThat(fx(shell::state).fullScreen()).isFalse();
        press(KeyCode.ESCAPE, false);
        assertThat(stage.isFullScreen()).isFalse();
        assertThat(isShown(frame)).isTrue();
    }

    @Test
    void aScreenWithoutSlidesNowFillsTheScreenItself() throws Exception {
        press(KeyCode.DIGIT3, true);
        fx(() -> {
            canPresent.set(false);
            return null;
        });
        press(KeyCode.F11, false);
        assertThat(stage.isFullScreen()).isTrue();
        assertThat(fx(() -> stage.getScene().lookup(".slide-pane").isVisible())).isFalse();
    }

    @Test
    void whoGoesElsewhereEndsThePresentation() throws Exception {
        press(KeyCode.DIGIT3, true);
        press(KeyCode.F11, false);
        press(KeyCode.DIGIT1, true);
        assertThat(stage.isFullScreen()).isFalse();
        assertThat(shownScreen()).isEqualTo("Home");
    }

    @Test
    void theNameOfAKnownScreenRespondsBeforeItsContentIsLaidOut() throws Exception {
        press(KeyCode.DIGIT2, true);
        press(KeyCode.DIGIT1, true);
        Node list = fx(() -> {
            Event.fireEvent(
                    stage.getScene().getRoot(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DIGIT2, false, true, false, false));
            assertThat(((Label) stage.getScene().lookup("#screenName")).getText())
                    .isEqualTo("Data");
            return stage.getScene().lookup(".list-view-of-test");
        });
        assertThat(list).isNull();
        Frames.settle();
        assertThat(fx(() -> stage.getScene().lookup(".list-view-of-test"))).isNotNull();
    }

    private static boolean isShown(Node node) {
        return node == null || node.isVisible() && isShown(node.getParent());
    }

    @Test
    void everyRunningJobIsStoppedByItsOwnButton() throws Exception {
        List<String> asked = new ArrayList<>();
        begin(Job.Kind.TRAINING, "din-001", asked);
        Job reading = begin(Job.Kind.DATA, "shop", asked);
        Button count = (Button) stage.getScene().lookup("#jobs");
        assertThat(count.isVisible()).isTrue();
        assertThat(count.getText()).isEqualTo("2 jobs");
        assertThat(titles(".status-bar")).containsExactly("din-001");
        hand.click(count);
        assertThat(titles(".job-list")).containsExactly("din-001", "shop");
        for (String name : List.of("Pause", "Stop and keep the best", "Cancel")) {
            hand.click(fx(() -> buttons(".job-list").stream()
                    .filter(each -> name.equals(each.getAccessibleText()))
                    .reduce((first, last) -> last)
                    .orElseThrow()));
        }
        assertThat(asked).containsExactly("pause shop", "stop din-001", "stop shop");
        fx(() -> {
            reading.end();
            return null;
        });
        assertThat(count.isVisible()).isFalse();
        assertThat(titles(".status-bar")).containsExactly("din-001");
    }

    private List<Button> buttons(String place) {
        return stage.getScene().lookup(place).lookupAll(".job .bar-button").stream()
                .map(Button.class::cast)
                .filter(Button::isVisible)
                .toList();
    }

    private List<String> titles(String place) {
        return buttons(place).stream()
                .map(Button::getText)
                .filter(text -> text != null)
                .toList();
    }

    @Test
    void theListOfKeysNamesFullScreenAndSizes() throws Exception {
        press(KeyCode.F1, false);
        List<String> words = fx(() -> stage.getScene().lookup("#keys").lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .toList());
        assertThat(words).contains("F11", "Toggle full screen", "Zoom in", "Zoom out");
    }

    @Test
    void theFocusGoesIntoAScreenThatIsOpened() throws Exception {
        press(KeyCode.DIGIT2, true);
        assertThat(shownScreen()).isEqualTo("Data");
        press(KeyCode.DOWN, false);
        assertThat(shownScreen()).isEqualTo("Data");
        assertThat(fx(() -> stage.getScene().getFocusOwner())).isInstanceOf(ListView.class);
    }

    @Test
    void theFocusStaysOnTheRailWhereArrowKeysWalkAlongIt() throws Exception {
        fx(() -> {
            stage.getScene().lookup("#rail-HOME").requestFocus();
            return null;
        });
        press(KeyCode.DOWN, false);
        assertThat(shownScreen()).isEqualTo("Data");
        press(KeyCode.UP, false);
        assertThat(shownScreen()).isEqualTo("Home");
    }

    @Test
    void aSavedFileIsNamedBelowTheScreenUntilAnotherScreenIsShown(@TempDir Path folder) throws Exception {
        List<Path> opened = new ArrayList<>();
        shell.setOpenFolder(opened::add);
        Button saved = (Button) stage.getScene().lookup("#saved");
        assertThat(saved.isVisible()).isFalse();

        fx(() -> {
            session.savedProperty().set(folder.resolve("curves.png"));
            return null;
        });
        hand.click(saved);
        assertThat(saved.isVisible()).isTrue();
        assertThat(saved.getText()).isEqualTo("Saved: curves.png");
        assertThat(saved.getTooltip().getText()).contains(folder.toString());
        assertThat(opened).containsExactly(folder);

        fx(() -> {
            messages.language().set(Language.CHINESE);
            return null;
        });
        assertThat(saved.getText()).isEqualTo("已保存：curves.png");
        press(KeyCode.DIGIT2, true);
        assertThat(saved.isVisible()).isFalse();
    }

    @Test
    void anImportThatEndedElsewhereIsOfferedAndOpenedOrLeft() throws Exception {
        List<Path> opened = new ArrayList<>();
        shell.setOpenData(opened::add);
        Path arrived = Path.of("datasets", "films");
        Node notice = fx(() -> {
            session.arrivedProperty().set(arrived);
            return stage.getScene().lookup(".arrived");
        });
        assertThat(notice.isVisible()).isTrue();
        assertThat(((Label) notice.lookup("#arrivedWhat")).getText()).contains("films");

        press(KeyCode.ESCAPE, false);
        assertThat(notice.isVisible()).isFalse();
        assertThat(opened).isEmpty();

        fx(() -> {
            session.arrivedProperty().set(arrived);
            return null;
        });
        hand.click(notice.lookup("#arrivedOpen"));
        assertThat(opened).containsExactly(arrived);
        assertThat(notice.isVisible()).isFalse();
    }

    private String shownScreen() throws Exception {
        return fx(() -> ((Label) stage.getScene().lookup("#screenName")).getText());
    }
}
