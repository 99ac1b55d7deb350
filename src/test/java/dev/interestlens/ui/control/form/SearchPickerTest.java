package dev.interestlens.ui.control.form;

import static dev.interestlens.ui.control.Stages.WORDS;
import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.testing.Hand;
import dev.interestlens.ui.control.Stages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SearchPickerTest {
    private final List<String> taken = new ArrayList<>();
    private final Hand hand = new Hand();
    private SearchPicker<String> picker;

    @Start
    void start(Stage stage) {
        picker = new SearchPicker<>(
                WORDS,
                "shell.run.hint",
                "shell.run.none",
                () -> List.of(
                        new SearchPicker.Entry<>("a", "first", "DIN · shop · no checkpoint yet", false),
                        new SearchPicker.Entry<>("b", "second", "DIN · shop", true),
                        new SearchPicker.Entry<>("c", "third", "DIEN · films", true)),
                taken::add);
        Stages.show(stage, new StackPane(picker), 400, 300);
    }

    private void press(KeyCode code) throws Exception {
        fx(() ->
                picker.field().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    @Test
    void whatCannotBeChosenIsPassedOver() throws Exception {
        hand.click(picker);
        assertThat(picker.found().getItems()).hasSize(3);
        press(KeyCode.UP);
        press(KeyCode.ENTER);
        assertThat(taken).containsExactly("b");
        assertThat(picker.isOpen()).isFalse();
    }

    @Test
    void typingNarrowsTheListAndTheKeyboardTakesOne() throws Exception {
        hand.click(picker);
        hand.write("films dien");
        assertThat(picker.found().getItems()).hasSize(1);
        press(KeyCode.ENTER);
        assertThat(taken).containsExactly("c");
    }

    @Test
    void nothingIsTakenWhereNothingIsFound() throws Exception {
        hand.click(picker);
        hand.write("no such");
        press(KeyCode.ENTER);
        assertThat(taken).isEmpty();
        assertThat(picker.isOpen()).isTrue();
    }

    @Test
    void anUnderscoreOfANameIsShown() throws Exception {
        fx(() -> {
            picker.setText("orders_2025");
            picker.layout();
        });
        assertThat(((Text) picker.lookup(".text")).getText()).isEqualTo("orders_2025");
    }
}
