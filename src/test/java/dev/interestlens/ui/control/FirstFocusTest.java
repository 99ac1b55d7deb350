package dev.interestlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FirstFocusTest {
    private VBox screen;
    private Button first;
    private Button other;
    private ListView<String> list;

    @Start
    void show(Stage window) {
        first = new Button("first");
        other = new Button("other");
        list = new ListView<>();
        screen = new VBox(new TextField(), first, other, list);
        Stages.show(window, screen, 300, 300);
    }

    private Node afterFilling(Runnable meanwhile) throws Exception {
        return Stages.fx(() -> {
            FirstFocus.in(screen);
            assertThat(first.isFocused()).isTrue();
            meanwhile.run();
            list.setItems(FXCollections.observableArrayList("found"));
            return screen.getScene().getFocusOwner();
        });
    }

    @Test
    void aListThatIsFilledLaterGetsTheFocusThen() throws Exception {
        assertThat(afterFilling(() -> {})).isSameAs(list);
    }

    @Test
    void soDoesOneWhoseOwnItemsGrow() throws Exception {
        assertThat(Stages.<Node>fx(() -> {
                    FirstFocus.in(screen);
                    list.getItems().add("found");
                    return screen.getScene().getFocusOwner();
                }))
                .isSameAs(list);
    }

    @Test
    void aPersonWhoWentElsewhereIsLeftThere() throws Exception {
        assertThat(afterFilling(other::requestFocus)).isSameAs(other);
    }

    @Test
    void theControlThatAScreenPrefersComesFirst() throws Exception {
        Node field = screen.getChildren().get(0);
        assertThat(Stages.<Node>fx(() -> {
                    list.getItems().add("found");
                    FirstFocus.prefer(field);
                    FirstFocus.in(screen);
                    return screen.getScene().getFocusOwner();
                }))
                .isSameAs(field);
    }
}
