package dev.interestlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the style sheet gives every table, list and piece of code. */
@ExtendWith(ApplicationExtension.class)
class StylesheetTest {
    private static final double EXACT = 1;

    private TableView<String> table;
    private ListView<String> list;
    private Label code;
    private VBox shell;
    private Label secondary;
    private More more;

    @Start
    void show(Stage window) {
        table = new TableView<>();
        list = new ListView<>();
        code = new Label("iiii");
        TableColumn<String, String> text = TableColumns.text(new SimpleStringProperty("Name"), 160, row -> row);
        TableColumn<String, String> number =
                TableColumns.number(new SimpleStringProperty("Number"), 160, row -> "1,234");
        TableColumn<String, String> tipped = TableColumns.text(new SimpleStringProperty(), 80, row -> "a " + row);
        tipped.setGraphic(new Label("Tipped")); // as of a column with a tip
        table.getColumns().setAll(List.of(text, number, tipped));
        table.getItems().setAll("one", "two");
        list.getItems().setAll("one", "two");
        code.getStyleClass().add("code");
        secondary = new Label("secondary");
        more = new More();
        more.foldWhenCompact(secondary);
        shell = new VBox(table, list, code, more, secondary);
        shell.getStyleClass().add("shell");
        Stages.show(window, shell, 400, 500);
    }

    private static Bounds words(Node node) {
        Node text = node instanceof Text ? node : node.lookup(".text");
        return text.localToScene(text.getLayoutBounds());
    }

    private Node cell(String text) {
        return table.lookupAll(".table-cell").stream()
                .map(TableCell.class::cast)
                .map(cell -> cell.getGraphic() instanceof TitleLabel title ? title : (Labeled) cell)
                .filter(words -> text.equals(words.getText()))
                .findFirst()
                .orElseThrow();
    }

    private Node head(String text) {
        return table.lookupAll(".column-header .label").stream()
                .filter(node -> node instanceof Label label && text.equals(label.getText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void headsStandAboveTheirCells() throws Exception {
        Stages.fx(() -> {
            assertThat(words(head("Name")).getMinX())
                    .isCloseTo(words(cell("one")).getMinX(), within(EXACT));
            assertThat(words(head("Number")).getMaxX())
                    .isCloseTo(words(cell("1,234")).getMaxX(), within(EXACT));
            assertThat(words(head("Tipped")).getMinX())
                    .isCloseTo(words(cell("a one")).getMinX(), within(EXACT));
        });
    }

    @Test
    void whatIsSelectedLooksTheSameInListsAndTables() throws Exception {
        Set<Object> colours = Stages.fx(() -> {
            table.getSelectionModel().select(0);
            list.getSelectionModel().select(0);
            table.applyCss();
            list.applyCss();
            return List.of(table.lookup(".table-row-cell:selected"), list.lookup(".list-cell:selected")).stream()
                    .map(cell -> ((Region) cell).getBackground().getFills())
                    .map(fills -> (Object) fills.get(fills.size() - 1).getFill())
                    .collect(Collectors.toSet());
        });
        assertThat(colours).hasSize(1);
    }

    @Test
    void codeHasLettersOfOneWidth() throws Exception {
        double narrow = words(code).getWidth();
        Stages.fx(() -> code.setText("WWWW"));
        assertThat(words(code).getWidth()).isEqualTo(narrow);
    }

    @Test
    void whatFoldsIsShownOnDemandInACompactWindowOnly() throws Exception {
        Node button = more.lookup(".more");
        assertThat(secondary.isManaged()).isTrue();
        assertThat(button.isManaged()).isFalse();
        Stages.fx(() -> shell.pseudoClassStateChanged(PseudoClass.getPseudoClass("compact"), true));
        assertThat(secondary.isManaged()).isFalse();
        assertThat(button.isManaged()).isTrue();
        Stages.fx(() -> more.openProperty().set(true));
        assertThat(secondary.isManaged()).isTrue();
        Stages.fx(() -> {
            more.openProperty().set(false);
            shell.pseudoClassStateChanged(PseudoClass.getPseudoClass("compact"), false);
        });
        assertThat(secondary.isManaged()).isTrue();
    }
}
