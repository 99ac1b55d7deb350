package dev.interestlens.ui.explain.picture;

import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.figure.Stacked;
import dev.interestlens.figure.data.PathData;
import dev.interestlens.figure.data.RowsData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.CanvasRegion;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.DrawingView;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.chart.PathPlot;
import dev.interestlens.ui.control.heatmap.HeatmapPane;
import dev.interestlens.ui.control.history.HistoryRows;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Shows a figure of an explanation in the control for its kind, or else as a drawing with read-outs.
 *
 * @param join binds the marked place of a figure over the history, so that it is marked in other figures too
 */
public record PictureNode(Messages messages, Consumer<IntegerProperty> join) {
    public PictureNode(Messages messages) {
        this(messages, place -> {});
    }

    public Node of(Picture picture) {
        if (picture instanceof HeatMatrix matrix) {
            HeatmapPane pane = new HeatmapPane(messages);
            draws(pane.view().menu(), picture);
            pane.setData(matrix.data());
            return pane;
        }
        CanvasRegion view = view(picture);
        draws(view.menu(), picture);
        Label readout = Worded.readout(view.readoutProperty(), messages.bind("explain.point"));
        VBox.setVgrow(view, Priority.ALWAYS);
        return new VBox(4, readout, view);
    }

    private CanvasRegion view(Picture picture) {
        if (picture.data() instanceof RowsData data) {
            HistoryRows rows = new HistoryRows(messages);
            rows.setData(data);
            join.accept(rows.markedProperty());
            return rows;
        }
        if (picture.data() instanceof PathData data) {
            PathPlot plot = new PathPlot(messages);
            plot.setData(data);
            return plot;
        }
        return new DrawingView(
                messages,
                picture.drawing(),
                picture.title().in(messages.locale()),
                () -> picture.numbers(messages.locale()));
    }

    /** Saved figures have the title and the notes. */
    public static void draws(ChartMenu menu, Picture picture) {
        menu.setDrawing(() -> Stacked.captioned(picture.title(), picture.note(), picture.drawing()));
    }
}
