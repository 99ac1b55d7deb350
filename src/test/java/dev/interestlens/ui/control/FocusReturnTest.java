package dev.interestlens.ui.control;

import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FocusReturnTest {
    private Button work;
    private Button next;
    private Button other;

    @Start
    void start(Stage stage) {
        work = new Button();
        next = new Button();
        other = new Button();
        FocusReturn.on(work);
        Stages.show(stage, new VBox(work, next, other), 200, 100);
    }

    @Test
    void theButtonHasTheFocusAgainWhenItsWorkIsDone() throws Exception {
        fx(work::requestFocus);
        fx(() -> work.setDisable(true));
        fx(() -> work.setDisable(false));
        assertThat(fx(() -> work.getScene().getFocusOwner())).isSameAs(work);
    }

    @Test
    void itHasTheFocusAgainAlsoWhereItWasHiddenMeanwhile() throws Exception {
        System.gc(); // nothing but the button refers to what listens to it
        fx(work::requestFocus);
        fx(() -> {
            work.setDisable(true);
            work.setVisible(false);
        });
        fx(() -> {
            work.setDisable(false);
            work.setVisible(true);
        });
        assertThat(fx(() -> work.getScene().getFocusOwner())).isSameAs(work);
    }

    @Test
    void whoeverWentElsewhereStaysThere() throws Exception {
        fx(work::requestFocus);
        fx(() -> work.setDisable(true));
        fx(next::requestFocus);
        fx(other::requestFocus);
        fx(() -> work.setDisable(false));
        assertThat(fx(() -> work.getScene().getFocusOwner())).isSameAs(other);
    }
}
