package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ChoiceBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From Home to each question, its answer saved, and its slides. */
@Tag("thorough")
class QuestionsScreenTest {
    @WindowHome
    private Path home;

    @Test
    void eachQuestionIsOpenedFromHomeAndTaken() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            for (int number = 1; number <= 5; number++) {
                window.press("#rail-HOME");
                window.press("#home-question-" + number);
                int wanted = number;
                window.waitFor(
                        "question " + number,
                        () -> window.find("#question-run") != null
                                && window.find("#question-" + wanted)
                                        .getPseudoClassStates()
                                        .toString()
                                        .contains("selected"));
            }
            ChoiceBox<?> candidates = (ChoiceBox<?>) window.find("#control-candidates");
            assertThat(OpenWindow.fx(candidates::getValue)).isEqualTo("100");
            window.press("#question-3");
            window.waitFor("the answer", () -> window.find("#conclusion") != null);
            Path page = home.resolve("answer.html");
            window.answer(page);
            window.press("#question-export");
            window.waitFor("the page", () -> Files.exists(page));
            assertThat(page).content().contains("--run --seed");
            Path tables = home.resolve("answer.tex");
            window.answer(tables);
            window.press("#question-export");
            window.waitFor("its tables for LaTeX", () -> Files.exists(tables));
            assertThat(tables).content().contains("\\toprule").doesNotContain("<html");
            window.press("#present");
            window.waitFor(
                    "slides",
                    () -> window.find(".slide-view") != null && OpenWindow.isShown(window.find(".slide-view")));
        }
    }
}
