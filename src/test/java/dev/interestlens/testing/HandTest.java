package dev.interestlens.testing;

import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.ui.control.Stages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@Tag("thorough")
class HandTest {
    private final Hand hand = new Hand();
    private final List<String> pressed = new ArrayList<>();
    private Button first;
    private Button last;
    private TextField field;
    private Pane over;

    @Start
    void start(Stage stage) {
        first = button("first");
        last = button("last");
        field = new TextField("before");
        over = new Pane();
        Region gap = new Region();
        gap.setMinHeight(1500);
        ScrollPane page = new ScrollPane(new VBox(first, field, gap, last));
        over.setVisible(false);
        Stages.show(stage, new StackPane(page, over), 300, 200);
    }

    private Button button(String name) {
        Button button = new Button(name);
        button.setId(name);
        button.setOnAction(event -> pressed.add(name));
        return button;
    }

    @Test
    void whatIsOutOfSightIsScrolledTo() throws Exception {
        hand.click(last);
        hand.click(first);
        hand.click(last);
        assertThat(pressed).containsExactly("last", "first", "last");
    }

    @Test
    void whatLiesBelowSomethingElseIsNotPressedAndTheOtherIsNamed() throws Exception {
        fx(() -> over.setId("over"));
        fx(() -> over.setVisible(true));
        assertThat(hand.tryClick(() -> first))
                .hasValueSatisfying(why -> assertThat(why).startsWith("lies below Pane#over"));
        assertThat(pressed).isEmpty();
    }

    @Test
    void whatIsDisabledOrHiddenIsNotPressed() throws Exception {
        fx(() -> first.setDisable(true));
        assertThat(hand.tryClick(() -> first)).contains("is disabled");
        fx(() -> first.setVisible(false));
        assertThat(hand.tryClick(() -> first)).contains("is not shown");
        assertThat(hand.tryClick(() -> null)).contains("is not there");
    }

    @Test
    void whatMovesAwayFromTheMouseIsPressedWhereItIsThen() throws Exception {
        fx(() -> first.getScene().addEventFilter(MouseEvent.MOUSE_MOVED, event -> first.setTranslateX(150)));
        assertThat(hand.tryClick(() -> first)).contains("moved away from the mouse");
        hand.click(first);
        assertThat(pressed).containsExactly("first");
    }

    @Test
    void aButtonThatMovesAwayWhileItIsPressedIsPressedAgain() throws Exception {
        fx(() -> first.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> first.setTranslateX(150)));
        assertThat(hand.tryClick(() -> first)).contains("moved away from the mouse");
        assertThat(pressed).isEmpty();
        hand.click(first);
        assertThat(pressed).containsExactly("first");
    }

    @Test
    void typingTakesThePlaceOfWhatWasThere() throws Exception {
        hand.type(field, "score>0.5");
        assertThat(field.getText()).isEqualTo("score>0.5");
        hand.type(field, "");
        assertThat(field.getText()).isEmpty();
    }
}
