package dev.interestlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SplitLineTest {
    private static final double WIDE = 900;
    private static final double NARROW = 300;

    private Label name;
    private FlowPane buttons;
    private SplitLine line;

    @Start
    void show(Stage window) {
        name = new Label("a run of some name");
        buttons = new FlowPane(8, 4);
        line = new SplitLine();
        line.getChildren().setAll(name, buttons);
        line.setManaged(false); // its size is set by the test
        for (String text : List.of("Resume", "Pause", "One step", "Stop, keep best", "Explain")) {
            Button button = new Button(text);
            button.setMinWidth(Region.USE_PREF_SIZE);
            buttons.getChildren().add(button);
        }
        Stages.show(window, new Pane(line), WIDE, 200);
    }

    private void lay(double width) throws Exception {
        Stages.fx(() -> {
            line.resize(width, line.prefHeight(width));
            line.layout();
        });
    }

    private List<Double> rows() throws Exception {
        return Stages.fx(() -> buttons.getChildren().stream()
                .map(each -> each.getLayoutY())
                .distinct()
                .toList());
    }

    @Test
    void theSecondPartEndsWithinALineOfBrokenWidth() throws Exception {
        lay(WIDE - 0.4);
        assertThat(buttons.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(line.getWidth());
    }

    @Test
    void twoPartsStandAtTheEndsOfOneLineWhereTheyFit() throws Exception {
        lay(WIDE);
        assertThat(rows()).hasSize(1);
        assertThat(name.getLayoutX()).isZero();
        assertThat(buttons.getBoundsInParent().getMaxX()).isEqualTo(line.getWidth());
        assertThat(buttons.getLayoutY()).isLessThan(name.getLayoutY() + name.getHeight());
    }

    @Test
    void theSecondGoesBelowTheFirstWhereTheyDoNotFit() throws Exception {
        lay(NARROW);
        assertThat(buttons.getLayoutY()).isGreaterThanOrEqualTo(name.getLayoutY() + name.getHeight());
        assertThat(rows()).hasSizeGreaterThan(1);
        assertThat(line.getHeight())
                .isGreaterThanOrEqualTo(buttons.getBoundsInParent().getMaxY());
    }
}
