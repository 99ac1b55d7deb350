package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.data.AttentionStripData;
import dev.interestlens.testing.Patience;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.history.AttentionStrip;
import dev.interestlens.workspace.play.PlayLesson;
import dev.interestlens.workspace.play.PlaySetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The playground with the mouse: from the first start to a changed switch, and on to an explanation. */
@Tag("thorough")
class PlaygroundScreenTest {
    @WindowHome
    private Path home;

    private static int rows(OpenWindow window) {
        AttentionStrip strip = (AttentionStrip) window.find(".attention-strip");
        AttentionStripData data = strip.dataProperty().get();
        return data.moments().size();
    }

    private static void waitForSteps(OpenWindow window, String family) throws Exception {
        window.waitFor(
                family + " learns",
                () -> window.text("#play-sentence").startsWith(family + " after") && rows(window) > 1);
    }

    @Test
    void twoClicksFromTheFirstStartToAChangedSwitch() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#home-play");
            waitForSteps(window, "DIN");
            window.press("#play-bst");
            assertThat(window.clicks()).isEqualTo(2);
            waitForSteps(window, "BST");
        }
    }

    @Test
    void whatIsPausedStandsAndWhatIsLeftEnds() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#rail-PLAYGROUND");
            waitForSteps(window, "DIN");
            window.press("#play-pause");
            String before = settled(window);
            window.press("#play-step");
            window.waitFor(
                    "the next frame", () -> !window.text("#play-sentence").equals(before));
            window.press("#rail-HOME");
            Patience patience = new Patience(() -> "the training goes on though nobody looks on");
            while (Thread.getAllStackTraces().entrySet().stream()
                    .anyMatch(each -> each.getKey().getName().equals("playground")
                            && Arrays.stream(each.getValue())
                                    .anyMatch(at -> at.getClassName().endsWith("Trainer")))) {
                patience.sleep();
            }
        }
    }

    /** The sentence once two looks at it find the same. */
    private static String settled(OpenWindow window) throws Exception {
        Patience patience = new Patience(() -> "a pause");
        String last = "";
        while (!last.equals(OpenWindow.fx(() -> window.text("#play-sentence")))) {
            last = OpenWindow.fx(() -> window.text("#play-sentence"));
            patience.sleep();
        }
        return last;
    }

    @Test
    void aLessonSetsTheSwitchesAndFoldsItsAnswer() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#home-play");
            window.open("#play-more");
            window.press("#play-lesson-elsewhere");
            window.press("#play-lesson-then");
            waitForSteps(window, "DIEN");
            ChoiceBox<?> law = (ChoiceBox<?>) window.find("#play-law");
            assertThat(OpenWindow.fx(law::getValue)).hasToString("DRIFT");
            assertThat(window.words()).noneMatch(words -> words.startsWith("The law was planted"));
            window.press("the answer", () -> window.find("#play-lesson").lookup(".more"));
            window.waitFor("the answer", () -> OpenWindow.words(window.find("#play-lesson")).stream()
                    .anyMatch(words -> words.startsWith("The law was planted")));
            window.press("#present");
            window.waitFor(
                    "slides",
                    () -> window.find(".slide-view") != null && OpenWindow.isShown(window.find(".slide-view")));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theMouseLeadsThroughEveryLesson(Language language) throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#home-play");
            if (language == Language.CHINESE) {
                window.press("#language");
            }
            window.open("#play-more");
            for (PlayLesson lesson : PlayLesson.all()) {
                window.press("#play-lesson-" + lesson.id());
                assertThat(window.words()).contains(say(language, lesson, "question"), say(language, lesson, "see"));
                window.press("#play-lesson-first");
                waitFor(window, lesson.first());
                window.press("#play-lesson-then");
                waitFor(window, lesson.then());
            }
        }
    }

    private static String say(Language language, PlayLesson lesson, String part) {
        return new Messages(language).text("play.lesson." + lesson.id() + "." + part);
    }

    private static void waitFor(OpenWindow window, PlaySetup setup) throws Exception {
        ChoiceBox<?> law = (ChoiceBox<?>) window.find("#play-law");
        ToggleButton family = (ToggleButton) window.find("#play-" + setup.family());
        window.waitFor(
                "the first rows of " + setup,
                () -> law.getValue() == setup.law()
                        && family.isSelected()
                        && switches(window)
                                .entrySet()
                                .containsAll(setup.switches().entrySet())
                        && rows(window) > 1);
    }

    private static Map<String, Object> switches(OpenWindow window) {
        Map<String, Object> values = new HashMap<>();
        OpenWindow.walk(window.scene().getRoot(), node -> {
            if (node instanceof ChoiceBox<?> box && box.getId() != null) {
                values.put(box.getId().substring("play-".length()), box.getValue());
            }
        });
        return values;
    }

    @Test
    void aRunOfThePlaygroundIsExplained() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#home-play");
            waitForSteps(window, "DIN");
            window.press("#play-seed");
            window.waitFor("another seed", () -> window.text("#play-seed").endsWith("2"));
            waitForSteps(window, "DIN");
            ChoiceBox<?> law = (ChoiceBox<?>) window.find("#play-law");
            assertThat(OpenWindow.fx(law::getValue)).hasToString("LAST");
            window.press("#play-keep");
            window.waitFor("an explanation", () -> window.text("#sentence").matches("(?s).*(measured|score).*"));
        }
        assertThat(Files.exists(home.resolve("runs/din-001/run.json"))).isTrue();
    }
}
