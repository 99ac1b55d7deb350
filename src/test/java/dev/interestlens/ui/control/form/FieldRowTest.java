package dev.interestlens.ui.control.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.ui.control.Stages;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FieldRowTest {
    private static final double MIN = 164;

    private TextField editor;
    private Label label;
    private FieldRow row;

    @Start
    void show(Stage window) {
        label = new Label("Behaviour dropout");
        label.setWrapText(true);
        label.setMinSize(0, Region.USE_PREF_SIZE);
        editor = new TextField();
        editor.setMinWidth(MIN);
        editor.setPrefWidth(208);
        Label mark = new Label();
        mark.setManaged(false);
        row = new FieldRow(label, mark, editor);
        row.setManaged(false); // its size is set by the test
        Stages.show(window, new Pane(row), 600, 200);
    }

    private void lay(double width) throws Exception {
        Stages.fx(() -> {
            row.resize(width, row.prefHeight(width));
            row.layout();
        });
        assertThat(label.getWidth()).isGreaterThan(50);
        assertThat(editor.getWidth()).isGreaterThanOrEqualTo(MIN);
        assertThat(editor.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(width);
        assertThat(editor.getBoundsInParent().getMaxY()).isLessThanOrEqualTo(row.getHeight());
    }

    @Test
    void theEditorStandsAtTheRightWhereBothFit() throws Exception {
        lay(400);
        assertThat(editor.getBoundsInParent().getMaxX()).isEqualTo(400);
        assertThat(editor.getWidth()).isEqualTo(208);
        assertThat(label.getHeight()).isLessThan(30);
    }

    @Test
    void theEditorIsNarrowerBeforeTheLabelWraps() throws Exception {
        lay(310);
        assertThat(editor.getWidth()).isBetween(MIN, 207.0);
        assertThat(label.getHeight()).isLessThan(30);
    }

    @Test
    void theLabelWrapsBetweenItsWords() throws Exception {
        lay(246);
        assertThat(label.getHeight()).isGreaterThan(30);
        assertThat(editor.getLayoutX()).isGreaterThan(label.getWidth());
    }

    @Test
    void theEditorGoesBelowWhereNoWordFitsBesideIt() throws Exception {
        lay(180);
        assertThat(editor.getLayoutY()).isGreaterThanOrEqualTo(label.getHeight());
        assertThat(editor.getLayoutX()).isZero();
    }
}
