package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.data.BarData;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.TableColumns;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.Worded;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A bar chart with its read-out, and its values as a table. */
public final class BarPane extends VBox {
    private static final double WIDTH = 160;

    private final BarChart chart;
    private final TableView<Integer> table = new TableView<>();
    private final StringProperty across = new SimpleStringProperty(this, "across");
    private final StringProperty up = new SimpleStringProperty(this, "up");

    public BarPane(ControlWords words) {
        chart = new BarChart(words);
        Label readout = Worded.label(chart.readoutProperty(), "read-out");
        readout.setMinWidth(0);
        readout.setMaxWidth(Double.MAX_VALUE);
        ToggleButton asTable = Worded.toggle(words.bind("control.asTable"), "chip");
        HBox head = new HBox(8, readout, asTable);
        head.getStyleClass().add("picture-bar");
        HBox.setHgrow(readout, Priority.ALWAYS);
        StackPane place = new StackPane(chart, table);
        place.setMinHeight(0);
        VBox.setVgrow(place, Priority.ALWAYS);
        table.getColumns()
                .setAll(List.of(
                        TableColumns.text(
                                across,
                                WIDTH,
                                bar -> chart.data().labels().get(bar).in(words.locale())),
                        TableColumns.number(
                                up,
                                WIDTH,
                                bar -> Numerals.count(Math.round(chart.data().values()[bar])))));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.visibleProperty().bind(asTable.selectedProperty());
        Changes.call(this::fill, table.visibleProperty());
        chart.visibleProperty().bind(asTable.selectedProperty().not());
        getChildren().setAll(head, place);
        TableMenu.on(table, words);
    }

    /** Header of the column with the bars' labels. */
    public StringProperty acrossProperty() {
        return across;
    }

    /** Header of the column with the counts. */
    public StringProperty upProperty() {
        return up;
    }

    public void setData(BarData data) {
        chart.setData(data);
        fill();
    }

    private void fill() {
        table.getItems().clear();
        for (int i = 0; table.isVisible() && i < chart.data().labels().size(); i++) {
            table.getItems().add(i);
        }
    }
}
