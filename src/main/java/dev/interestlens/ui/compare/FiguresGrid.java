package dev.interestlens.ui.compare;

import dev.interestlens.figure.Numerals;
import dev.interestlens.measurement.compare.RunScores;
import dev.interestlens.metric.BestValue;
import dev.interestlens.ui.common.Differences;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.compare.MeasurementQueue.Step;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.chart.PlotLegend;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.Timing;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/** The metrics of the runs, one column per run, the best of each row in bold; below them the differing settings. The header stays at the top. */
final class FiguresGrid {
    /** The parts whose values have to be measured, and the step that does it. */
    private static final Map<String, Step> MEASURED = Map.of(
            "compare.part.catalogue", Step.RANKING,
            "compare.part.test", Step.ROWS,
            "compare.part.beyond", Step.RANKING,
            "compare.part.baselines", Step.ROWS,
            "compare.part.cost", Step.TIMES);

    private static final String UNKNOWN = "–";

    private final GridPane grid;
    private final CompareViewModel model;
    private final Messages messages;
    private final Differences differences;
    /** How far the grid is scrolled down. */
    private final DoubleBinding top;

    private List<RunSummary> runs = List.of();
    private int row;
    private Step step; // null in a part whose values are known

    FiguresGrid(GridPane grid, ScrollPane around, CompareViewModel model, Messages messages) {
        this.grid = grid;
        TableMenu.on(grid, messages);
        this.top = Bindings.createDoubleBinding(
                () -> Math.max(0, scrolled(around) - above(around.getContent())),
                around.vvalueProperty(),
                around.viewportBoundsProperty(),
                grid.heightProperty());
        this.differences = new Differences(messages);
        this.model = model;
        this.messages = messages;
    }

    private static double scrolled(ScrollPane around) {
        double spare = around.getContent().getLayoutBounds().getHeight()
                - around.getViewportBounds().getHeight();
        return around.getVvalue() * Math.max(0, spare);
    }

    /** What is above the grid. */
    private double above(Node content) {
        double y = 0;
        for (Node each = grid; each != null && each != content; each = each.getParent()) {
            y += each.getLayoutY();
        }
        return y;
    }

    void show() {
        runs = model.runs();
        row = 0;
        grid.getChildren().clear();
        grid.getColumnConstraints().setAll(column(190, 190, HPos.LEFT));
        runs.forEach(run -> grid.getColumnConstraints().add(column(96, 140, HPos.RIGHT)));
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS); // the columns of the runs stay where they are while notes come
        grid.getColumnConstraints().add(rest);
        head();
        FigureRows figures = new FigureRows(this, model, messages);
        CatalogueRows catalogue = new CatalogueRows(this, model, messages);
        figures.validation();
        catalogue.accuracy();
        figures.test();
        catalogue.beyond();
        figures.baselines();
        figures.cost();
        figures.fidelity();
        figures.spreads();
        settings();
    }

    /** What differs between the configurations. */
    private void settings() {
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

    /** A text below a metric, over all columns. */
    void wide(String words, String style) {
        grid.add(wrapped(words, style), 0, row++, runs.size() + 2, 1);
    }

    private static Label wrapped(String words, String style) {
        Label label = label(words, style);
        label.setMinWidth(0);
        return Worded.wrap(label);
    }

    private static ColumnConstraints column(double min, double width, HPos alignment) {
        ColumnConstraints column = new ColumnConstraints(min, width, width);
        column.setHalignment(alignment);
        return column;
    }

    /** The header, which stays visible while the rows scroll below it. */
    private void head() {
        Region ground = new Region();
        ground.getStyleClass().add("figures-head");
        ground.setViewOrder(-1);
        ground.translateYProperty().bind(top);
        grid.add(ground, 0, 0, runs.size() + 2, 1);
        List<Integer> styles = model.session()
                .styles()
                .of(runs.stream().map(RunSummary::folder).toList());
        for (int i = 0; i < runs.size(); i++) {
            Label name = label(runs.get(i).name(), "title");
            name.setGraphic(PlotLegend.sign(styles.get(i), true));
            name.setContentDisplay(javafx.scene.control.ContentDisplay.TOP);
            name.setViewOrder(-2);
            name.translateYProperty().bind(top);
            add(i + 1, name);
        }
        row++;
    }

    void part(String key) {
        step = MEASURED.get(key);
        Label title = label(messages.text(key), "form-group");
        grid.add(title, 0, row++, Math.max(1, runs.size() + 1), 1);
    }

    void line(String label, ToDoubleFunction<RunSummary> of, int decimals, BestValue better) {
        double[] values = runs.stream().mapToDouble(of).toArray();
        cells(label, values, decimals, best(values, better));
    }

    /** Medians with minimum and maximum; one is marked as best only if no other range overlaps its own. */
    void timing(String key, Function<RunScores.Latency, Timing> of, int decimals, BestValue better) {
        List<Timing> timings = runs.stream()
                .map(run -> model.scores().get(run.folder()))
                .map(scores -> scores == null ? Timing.of() : of.apply(scores.latency()))
                .toList();
        double[] medians = timings.stream().mapToDouble(Timing::median).toArray();
        int ahead = model.compared().comparable() ? Timing.ahead(timings, better == BestValue.LOW ? -1 : 1) : -1;
        cells(messages.text(key), medians, decimals, ahead);
        texts(messages.text("compare.repeats"), run -> {
            Timing timing = timings.get(runs.indexOf(run));
            return Double.isNaN(timing.median())
                    ? "–"
                    : messages.text(
                            "compare.range",
                            Numerals.fixed(timing.min(), decimals),
                            Numerals.fixed(timing.max(), decimals));
        });
    }

    void explain(String help) {
        grid.getChildren().stream()
                .filter(node -> GridPane.getRowIndex(node) == row - 1 && GridPane.getColumnIndex(node) == 0)
                .forEach(node -> {
                    Tooltip.install(node, new Tooltip(help));
                    node.setAccessibleHelp(help);
                });
    }

    private void cells(String label, double[] values, int decimals, int best) {
        add(0, wrapped(label, "note"));
        for (int i = 0; i < values.length; i++) {
            Label cell = value(i, Numerals.fixed(values[i], decimals), "cell");
            if (i == best) {
                cell.getStyleClass().add("best-cell");
            }
            add(i + 1, cell);
        }
        row++;
    }

    void texts(String label, Function<RunSummary, String> of) {
        add(0, wrapped(label, "note"));
        for (int i = 0; i < runs.size(); i++) {
            add(i + 1, value(i, of.apply(runs.get(i)), "note"));
        }
        row++;
    }

    /** A text, or a grey bar as long as it is to be measured. */
    private Label value(int run, String text, String style) {
        boolean pending =
                step != null && text.equals(UNKNOWN) && model.measuring().isPending(runs.get(run), step);
        Label cell = label(pending ? "" : text, style);
        if (pending) {
            cell.getStyleClass().add("pending-cell");
            cell.setAccessibleText(messages.text("compare.measuring"));
        }
        return cell;
    }

    private int best(double[] values, BestValue better) {
        return model.compared().comparable() ? better.best(values) : -1;
    }

    private void add(int column, Label label) {
        grid.add(label, column, row);
    }

    private static Label label(String text, String style) {
        Label label = Worded.text(text, style);
        label.setMinWidth(Region.USE_COMPUTED_SIZE);
        return label;
    }
}
