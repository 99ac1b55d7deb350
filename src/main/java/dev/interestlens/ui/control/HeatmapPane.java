package dev.interestlens.ui.control;

import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A heatmap with its read-out, the switch of its scale, and the same numbers as a table. */
public final class HeatmapPane extends VBox {
    private final HeatmapView view;
    private final TableView<Integer> table = new TableView<>();
    private final ToggleButton asTable = new ToggleButton();

    public HeatmapPane(Words words) {
        view = new HeatmapView(words);
        getStyleClass().add("heatmap-pane");
        Label readout = new Label();
        readout.getStyleClass().add("read-out");
        readout.textProperty()
                .bind(Bindings.when(view.readoutProperty().isEmpty())
                        .then(words.bind("control.heatmap.hint"))
                        .otherwise(view.readoutProperty()));
        readout.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ToggleButton root = new ToggleButton();
        root.textProperty().bind(words.bind("control.heatmap.transform.SQUARE_ROOT"));
        root.getStyleClass().add("chip");
        view.transformProperty()
                .bind(Bindings.when(root.selectedProperty())
                        .then(Transform.SQUARE_ROOT)
                        .otherwise(Transform.LINEAR));
        asTable.textProperty().bind(words.bind("control.asTable"));
        asTable.getStyleClass().add("chip");
        root.disableProperty().bind(asTable.selectedProperty());
        HBox bar = new HBox(readout, gap, root, asTable);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("picture-bar");
        table.visibleProperty().bind(asTable.selectedProperty());
        view.visibleProperty().bind(asTable.selectedProperty().not());
        StackPane body = new StackPane(view, table);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(bar, body);
        asTable.selectedProperty().addListener(change -> fillTable());
        view.dataProperty().addListener(change -> fillTable());
    }

    public HeatmapView view() {
        return view;
    }

    public BooleanProperty asTableProperty() {
        return asTable.selectedProperty();
    }

    public TableView<Integer> table() {
        return table;
    }

    private void fillTable() {
        table.getColumns().clear();
        table.getItems().clear();
        if (!asTable.isSelected()) {
            return;
        }
        HeatmapData data = view.dataProperty().get();
        TableColumn<Integer, String> names = new TableColumn<>(data.rowAxis());
        names.setCellValueFactory(row -> new ReadOnlyStringWrapper(data.rows().get(row.getValue())));
        table.getColumns().add(names);
        for (int column = 0; column < data.columns().size(); column++) {
            int at = column;
            TableColumn<Integer, String> values =
                    new TableColumn<>(data.columns().get(column));
            values.getStyleClass().add("number");
            values.setCellValueFactory(row -> new ReadOnlyStringWrapper(Figures.of(data.at(row.getValue(), at))));
            table.getColumns().add(values);
        }
        table.getItems().setAll(IntStream.range(0, data.rows().size()).boxed().toList());
    }
}
