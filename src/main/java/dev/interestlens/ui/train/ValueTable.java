package dev.interestlens.ui.train;

import dev.interestlens.figure.Numerals;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.TimeWords;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.chart.PlotLegend;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/** The runs of the charts with their values under the cursor, or their last ones, as a legend. */
final class ValueTable {
    private static final int COLUMNS = 5;

    private final GridPane grid;
    private final Messages messages;

    ValueTable(GridPane grid, Messages messages) {
        this.grid = grid;
        TableMenu.on(grid, messages);
        this.messages = messages;
        ColumnConstraints name = new ColumnConstraints(60, 160, 360);
        name.setHgrow(Priority.SOMETIMES);
        grid.getColumnConstraints().setAll(name);
        for (int i = 1; i < COLUMNS; i++) {
            ColumnConstraints value =
                    new ColumnConstraints(i == 1 ? 48 : 60, i == 1 ? 72 : 100, 110); // the heads are wider than steps
            value.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(value);
        }
    }

    /** @param at axis value of the read-out, NaN for the end */
    void show(
            List<RunProgress> runs,
            List<Integer> styles,
            ProgressAxis across,
            double at,
            ToDoubleFunction<JournalEntry.Valid> metric,
            String metricName) {
        grid.getChildren().clear();
        grid.setVisible(!runs.isEmpty());
        head(0, Double.isNaN(at) ? messages.text("train.values.last") : messages.text("train.values.cursor"));
        head(1, messages.text(across.key()));
        head(2, messages.text("train.loss"));
        head(3, messages.text("train.validationLoss"));
        head(4, metricName);
        RunCurves curves = new RunCurves(runs, across);
        for (int row = 0; row < runs.size(); row++) {
            RunProgress run = runs.get(row);
            int step = nearest(across.steps(run), at);
            int epoch = nearest(curves.epochs(run), at);
            int sample = nearest(curves.within(run), at);
            boolean sampled = newer(curves.within(run), sample, curves.epochs(run), epoch, at);
            Label name = new Label(run.summary().name(), PlotLegend.line(styles.get(row)));
            name.setMinWidth(0);
            grid.add(name, 0, row + 1);
            double place = step < 0 ? Double.NaN : across.steps(run)[step];
            grid.add(new Label(place(across, place)), 1, row + 1);
            cell(2, row, step < 0 ? Double.NaN : run.records().losses()[step]);
            JournalEntry.Valid valid = sampled
                    ? run.validated().get(sample).valid()
                    : epoch >= 0 ? run.epochs().get(epoch).valid() : null;
            String ring = sampled ? "○ " : ""; // as in the charts: of a sample of users
            double value = valid == null ? Double.NaN : metric.applyAsDouble(valid);
            grid.add(new Label(valid == null ? "–" : ring + Numerals.of(run.loss(valid))), 3, row + 1);
            grid.add(new Label(Double.isNaN(value) ? "–" : ring + Numerals.fixed(value, 4)), 4, row + 1);
        }
    }

    private static String place(ProgressAxis across, double place) {
        return switch (across) {
            case STEP -> Double.isNaN(place) ? "–" : Numerals.count(Math.round(place));
            case TIME -> Double.isNaN(place) ? "–" : TimeWords.minute(Math.round(place * 1000));
            default -> Numerals.of(place);
        };
    }

    private void head(int column, String text) {
        Label label = Worded.text(text, "note");
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setTextAlignment(column == 0 ? TextAlignment.LEFT : TextAlignment.RIGHT);
        grid.add(label, column, 0);
    }

    private void cell(int column, int row, double value) {
        grid.add(new Label(Numerals.of(value)), column, row + 1);
    }

    /** Whether a value of the first kind is closer before the cursor than one of the other kind. */
    static boolean newer(double[] places, int place, double[] others, int other, double at) {
        return place >= 0 && (other < 0 || reached(places[place], at) > reached(others[other], at));
    }

    /** What is beyond the cursor counts less than all before it, the nearest most. */
    private static double reached(double place, double at) {
        return place > at ? -place : place;
    }

    /** The last value up to the cursor, else the first. */
    private static int nearest(double[] places, double at) {
        if (places.length == 0) {
            return -1;
        }
        int found = places.length - 1;
        if (!Double.isNaN(at)) {
            while (found > 0 && places[found] > at) {
                found--;
            }
        }
        return found;
    }
}
