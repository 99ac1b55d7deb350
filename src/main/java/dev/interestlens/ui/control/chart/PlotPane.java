package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.figure.paint.XyPainter;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.TableColumns;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.Worded;
import java.util.ArrayList;
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

/** A plot with its legend and read-out, and its values as a table. */
public final class PlotPane extends VBox {
    private static final int ROWS = 5_000;
    private static final double WIDTH = 160;

    private final ControlWords words;
    private final XyPlot plot;
    private final PlotLegend legend = new PlotLegend();
    private final TableView<Value> table = new TableView<>();
    private final StringProperty across = new SimpleStringProperty(this, "across");
    private final StringProperty up = new SimpleStringProperty(this, "up");

    private record Value(String name, String x, String y) {}

    public PlotPane(ControlWords words) {
        this.words = words;
        plot = new XyPlot(words);
        plot.menu().setDrawing(() -> new XyPainter(plot.getData()));
        Label readout = Worded.label(plot.readoutProperty(), "read-out");
        readout.setMinWidth(0);
        ToggleButton asTable = Worded.toggle(words.bind("control.asTable"), "chip");
        HBox bar = new HBox(8, legend, asTable);
        bar.getStyleClass().add("picture-bar");
        HBox.setHgrow(legend, Priority.ALWAYS);
        StackPane place = new StackPane(plot, table);
        place.setMinHeight(0);
        VBox.setVgrow(place, Priority.ALWAYS);
        table.getColumns()
                .setAll(List.of(
                        TableColumns.text(words.bind("control.plot.series"), WIDTH, Value::name),
                        TableColumns.number(across, WIDTH, Value::x),
                        TableColumns.number(up, WIDTH, Value::y)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.visibleProperty().bind(asTable.selectedProperty());
        plot.visibleProperty().bind(asTable.selectedProperty().not());
        Changes.call(this::fill, table.visibleProperty());
        getChildren().setAll(bar, place, readout);
        TableMenu.on(table, words);
    }

    public XyPlot plot() {
        return plot;
    }

    public void setData(XyData data) {
        plot.setData(data);
        legend.setSeries(data.series(), words.locale());
        fill();
    }

    private void fill() {
        table.getItems().clear();
        if (!table.isVisible()) {
            return;
        }
        XyData data = plot.getData();
        across.set(data.across().in(words.locale()));
        up.set(data.up().in(words.locale()));
        List<Value> values = new ArrayList<>();
        for (XySeries series : data.series()) {
            for (int i = 0; i < series.x().length && values.size() < ROWS; i++) {
                values.add(new Value(
                        series.name().in(words.locale()), Numerals.of(series.x()[i]), Numerals.of(series.y()[i])));
            }
        }
        table.getItems().setAll(values);
    }
}
