package dev.interestlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TitleLabelTest {
    private static final List<String> TITLES = IntStream.range(0, 8)
            .mapToObj(i -> "O Último Laboratório #" + i + ": a noite em que tudo parou (episódio completo)")
            .toList();

    private TitleLabel label;
    private TableView<String> table;

    @Start
    void start(Stage stage) {
        label = new TitleLabel();
        table = new TableView<>();
        TableColumn<String, String> column = TitleCell.in(new TableColumn<>("title"));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue()));
        column.setPrefWidth(160);
        table.getColumns().setAll(List.of(column));
        table.getItems().setAll(TITLES);
        Stages.show(stage, new HBox(label, table), 900, 500);
    }

    @Test
    void cellsOfAColumnThatBeginAndEndAlikeStayDifferent() throws Exception {
        Set<String> shown = new TreeSet<>();
        WaitForAsyncUtils.asyncFx(() -> {
                    table.layout();
                    for (Node each : table.lookupAll(".table-cell")) {
                        if (((TitleCell<?>) each).getGraphic() instanceof TitleLabel title) {
                            shown.add(title.getText());
                        }
                    }
                })
                .get();
        assertThat(shown)
                .hasSameSizeAs(TITLES)
                .allMatch(text -> text.contains("#"))
                .allMatch(text -> text.contains("..."));
    }

    @Test
    void aTitleIsCutAsItsRoomWantsAndReadAloudAsAWhole() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
                    label.setTitle(TITLES.get(3), TITLES::stream);
                    label.resize(150, 20);
                    assertThat(label.getText()).contains("#3").contains("...");
                    assertThat(label.getTitle()).isEqualTo(TITLES.get(3));
                    assertThat(label.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                            .isEqualTo(TITLES.get(3));
                    assertThat(label.prefWidth(-1)).isGreaterThan(300);
                    label.resize(label.prefWidth(-1), 20);
                    assertThat(label.getText()).isEqualTo(TITLES.get(3));
                    label.setTitle("Outro", TITLES::stream);
                    assertThat(label.getText()).isEqualTo("Outro");
                })
                .get();
    }
}
