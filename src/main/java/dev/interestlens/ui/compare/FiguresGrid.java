package dev.interestlens.ui.compare;

import dev.interestlens.metric.Interval;
import dev.interestlens.train.JournalEntry;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.control.PlotLegend;
import dev.interestlens.workspace.FidelityFigures;
import dev.interestlens.workspace.RunScores;
import dev.interestlens.workspace.RunSummary;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/** Figures of the runs, a column a run, the best of a line in bold; below them what is configured differently. The runs' names stay at the top. */
final class FiguresGrid {
    private enum Better {
        HIGH,
        LOW,
        NEITHER
    }

    private final GridPane grid;
    private final CompareViewModel model;
    private final Messages messages;
    private final Differences differences;
    private final ShareWords shareWords;
    /** How far the grid is scrolled down. */
    private final DoubleBinding top;

    private List<RunSummary> runs = List.of();
    private int row;

    FiguresGrid(GridPane grid, ScrollPane around, CompareViewModel model, Messages messages) {
        this.grid = grid;
        this.top = Bindings.createDoubleBinding(
                () -> around.getVvalue()
                        * Math.max(
                                0, grid.getHeight() - around.getViewportBounds().getHeight()),
                around.vvalueProperty(),
                around.viewportBoundsProperty(),
                grid.heightProperty());
        this.differences = new Differences(messages);
        this.shareWords = new ShareWords(messages);
        this.model = model;
        this.messages = messages;
    }

    void show() {
        runs = model.runs();
        row = 0;
        grid.getChildren().clear();
        grid.getColumnConstraints().setAll(column(190, Priority.NEVER));
        runs.forEach(run -> grid.getColumnConstraints().add(column(96, Priority.ALWAYS)));
        head();
        part("compare.part.validation");
        line("compare.best", run -> auc(run.best()), 4, Better.HIGH);
        line("compare.bestEpoch", RunSummary::bestEpoch, 0, Better.NEITHER);
        line("compare.last", run -> auc(run.last()), 4, Better.HIGH);
        part("compare.part.test");
        line("train.auc", scored(RunScores::auc), 4, Better.HIGH);
        texts("compare.interval", this::interval);
        line("train.gauc", scored(RunScores::gauc), 4, Better.HIGH);
        String shares = shareWords.note(model.shares());
        Better calibrated = shares.isEmpty() ? Better.LOW : Better.NEITHER;
        line("train.logLoss", scored(RunScores::logLoss), 4, calibrated);
        line("compare.calibrationError", scored(RunScores::calibrationError), 4, calibrated);
        if (!shares.isEmpty()) {
            wide(shares);
        }
        part("compare.part.cost");
        line("compare.oneMillis", scored(scores -> scores.latency().oneMillis()), 2, Better.LOW);
        line("compare.rowsPerSecond", scored(scores -> scores.latency().rowsPerSecond()), 0, Better.HIGH);
        if (!model.fidelity().isEmpty()) {
            part("compare.part.fidelity");
            line("compare.tau", fidelity(FidelityFigures::tau), 3, Better.HIGH);
            line("compare.orderSkill", fidelity(FidelityFigures::orderSkill), 3, Better.HIGH);
        }
        List<Differences.Line> lines = differences.of(
                runs.stream().map(run -> run.description().config()).toList());
        if (!lines.isEmpty()) {
            part("compare.part.settings");
            for (Differences.Line each : lines) {
                add(0, wrapped(each.label(), "note"));
                for (int i = 0; i < runs.size(); i++) {
                    Label cell = wrapped(each.values().get(i), "cell");
                    cell.setTextAlignment(TextAlignment.RIGHT);
                    add(i + 1, cell);
                }
                row++;
            }
        }
    }

    /** A line of words below a figure, over all columns. */
    private void wide(String words) {
        grid.add(wrapped(words, "note"), 0, row++, Math.max(1, runs.size() + 1), 1);
    }

    private static Label wrapped(String words, String style) {
        Label label = label(words, style);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static ColumnConstraints column(double width, Priority grow) {
        ColumnConstraints column = new ColumnConstraints(width, width, 2 * width);
        column.setHgrow(grow);
        column.setHalignment(grow == Priority.NEVER ? HPos.LEFT : HPos.RIGHT);
        return column;
    }

    /** Stays in sight while the figures scroll below it. */
    private void head() {
        Region ground = new Region();
        ground.getStyleClass().add("figures-head");
        ground.setViewOrder(-1);
        ground.translateYProperty().bind(top);
        grid.add(ground, 0, 0, runs.size() + 1, 1);
        for (int i = 0; i < runs.size(); i++) {
            Label name = label(runs.get(i).name(), "title");
            name.setGraphic(PlotLegend.sign(i, true));
            name.setContentDisplay(javafx.scene.control.ContentDisplay.TOP);
            name.setViewOrder(-2);
            name.translateYProperty().bind(top);
            add(i + 1, name);
        }
        row++;
    }

    private void part(String key) {
        Label title = label(messages.text(key), "form-group");
        grid.add(title, 0, row++, Math.max(1, runs.size() + 1), 1);
    }

    private void line(String key, ToDoubleFunction<RunSummary> of, int decimals, Better better) {
        double[] values = runs.stream().mapToDouble(of).toArray();
        int best = best(values, better);
        add(0, wrapped(messages.text(key), "note"));
        for (int i = 0; i < values.length; i++) {
            Label cell = label(Figures.fixed(values[i], decimals), "cell");
            if (i == best) {
                cell.getStyleClass().add("best-cell");
            }
            add(i + 1, cell);
        }
        row++;
    }

    private void texts(String key, Function<RunSummary, String> of) {
        add(0, wrapped(messages.text(key), "note"));
        for (int i = 0; i < runs.size(); i++) {
            add(i + 1, label(of.apply(runs.get(i)), "note"));
        }
        row++;
    }

    private static int best(double[] values, Better better) {
        int best = -1;
        int defined = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                defined++;
                boolean ahead =
                        best < 0 || (better == Better.HIGH ? values[i] > values[best] : values[i] < values[best]);
                best = ahead ? i : best;
            }
        }
        return better == Better.NEITHER || defined < 2 ? -1 : best;
    }

    private void add(int column, Label label) {
        grid.add(label, column, row);
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_COMPUTED_SIZE);
        return label;
    }

    private static double auc(JournalEntry.Valid valid) {
        return valid == null || valid.auc() == null ? Double.NaN : valid.auc();
    }

    private ToDoubleFunction<RunSummary> scored(ToDoubleFunction<RunScores> of) {
        return run -> {
            RunScores scores = model.scores().get(run.folder());
            return scores == null ? Double.NaN : of.applyAsDouble(scores);
        };
    }

    private ToDoubleFunction<RunSummary> fidelity(ToDoubleFunction<FidelityFigures> of) {
        return run -> {
            FidelityFigures figures = model.fidelity().get(run.folder());
            return figures == null ? Double.NaN : of.applyAsDouble(figures);
        };
    }

    private String interval(RunSummary run) {
        RunScores scores = model.scores().get(run.folder());
        Interval interval = scores == null ? null : scores.interval();
        return interval == null
                ? "–"
                : messages.text("compare.range", Figures.fixed(interval.low(), 4), Figures.fixed(interval.high(), 4));
    }
}
