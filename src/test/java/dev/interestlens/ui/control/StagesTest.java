package dev.interestlens.ui.control;

import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StagesTest {
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aStageIsAsLargeAsItsSceneWhateverSizeItHadBefore() throws Exception {
        fx(() -> Stages.show(stage, new Pane(), 500, 400));
        fx(() -> {
            stage.setWidth(200);
            stage.setHeight(900);
            stage.hide();
        });
        Pane pane = new Pane();
        fx(() -> Stages.show(stage, pane, 700, 600));
        assertThat(pane.getWidth()).isEqualTo(700);
        assertThat(pane.getHeight()).isEqualTo(600);
    }
}
