package dev.interestlens.ui.compare;

import dev.interestlens.explain.fidelity.HeadSpread;
import dev.interestlens.figure.Numerals;
import dev.interestlens.metric.BestValue;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankFigures;
import dev.interestlens.metric.References;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.ui.common.Differences;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.compare.MeasurementQueue.Step;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.chart.PlotLegend;
import dev.interestlens.workspace.FidelityFigures;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.Timing;
import dev.interestlens.workspace.compare.RunScores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
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
    /** A ranking metric. */
    private enum Ranking {
        HIT_RATE("compare.hitRate", RankFigures.HIT_RATE, RunScores.Figures::hitRate10),
        NDCG("compare.ndcg", RankFigures.NDCG, RunScores.Figures::ndcg10);

        private final String key;
        private final String figure;
        private final ToDoubleFunction<RunScores.Figures> of;

        Ranking(String key, String figure, ToDoubleFunction<RunScores.Figures> of) {
            this.key = key;
            this.figure = figure;
            this.of = of;
        }
    }

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
    private final ShareWords shareWords;
    private final ReferenceWords referenceWords;
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
        this.shareWords = new ShareWords(messages);
        this.referenceWords = new ReferenceWords(messages);
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
        part("compare.part.validation");
        line(messages.text("compare.bestNdcg"), run -> ndcg(run.best()), 4, BestValue.HIGH);
        line(messages.text("compare.best"), run -> auc(run.best()), 4, BestValue.HIGH);
        line(messages.text("compare.bestEpoch"), RunSummary::bestEpoch, 0, BestValue.NEITHER);
        line(messages.text("compare.last"), run -> auc(run.last()), 4, BestValue.HIGH);
        new CatalogueRows(this, model, messages).accuracy();
        test();
        new CatalogueRows(this, model, messages).beyond();
        baselines();
        cost();
        if (!model.fidelity().isEmpty()) {
            part("compare.part.fidelity");
            line(messages.text("compare.tau"), fidelity(FidelityFigures::tau), 3, BestValue.HIGH);
            line(messages.text("compare.orderSkill"), fidelity(FidelityFigures::orderSkill), 3, BestValue.HIGH);
        }
        spreads();
        settings();
    }

    /** On the rows of the test part. */
    private void test() {
        part("compare.part.test");
        line(messages.text("train.auc"), scored(RunScores.Figures::auc), 4, BestValue.HIGH);
        texts(messages.text("compare.interval"), this::interval);
        line(messages.text("train.gauc"), scored(RunScores.Figures::gauc), 4, BestValue.HIGH);
        for (Ranking each : Ranking.values()) {
            line(referenceWords.name(messages.text(each.key), references()), scored(each.of), 4, BestValue.HIGH);
            texts(messages.text("compare.random"), run -> referenceWords.random(references(run), each.figure));
            texts(messages.text("compare.bestBaseline"), run -> referenceWords.best(references(run), each.figure));
        }
        String shares = shareWords.note(model.shares());
        BestValue calibrated = BestValue.of("logLoss", !shares.isEmpty());
        line(messages.text("train.logLoss"), scored(RunScores.Figures::logLoss), 4, calibrated);
        line(messages.text("compare.calibrationError"), scored(RunScores.Figures::calibrationError), 4, calibrated);
        if (!shares.isEmpty()) {
            wide(shares, "note");
        }
    }

    private void cost() {
        part("compare.part.cost");
        timing("compare.oneMillis", RunScores.Latency::oneMillis, 2, BestValue.LOW);
        timing("compare.rowsPerSecond", RunScores.Latency::rowsPerSecond, 0, BestValue.HIGH);
        timing("compare.requestMillis", RunScores.Latency::requestMillis, 2, BestValue.LOW);
        wide(messages.text("compare.costNote"), "note");
        wide(messages.text("compare.requestNote"), "note");
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

    /** AUC of the baselines, and the runs below it. */
    private void baselines() {
        part("compare.part.baselines");
        for (String name : referenceWords.baselines(references())) {
            line(
                    messages.text("compare.baseline." + name),
                    run -> references(run)
                            .map(of -> of.figure(RankFigures.AUC).getOrDefault(name, Double.NaN))
                            .orElse(Double.NaN),
                    4,
                    BestValue.NEITHER);
        }
        String below = model.measured().entrySet().stream()
                .map(run -> referenceWords.below(run.getKey(), run.getValue()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
        if (!below.isEmpty()) {
            wide(below, "warning-note");
        }
    }

    private List<References> references() {
        return runs.stream().flatMap(run -> references(run).stream()).toList();
    }

    private Optional<References> references(RunSummary run) {
        return Optional.ofNullable(model.scores().get(run.folder())).map(RunScores::references);
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
    private void timing(String key, Function<RunScores.Latency, Timing> of, int decimals, BestValue better) {
        List<Timing> timings = runs.stream()
                .map(run -> model.scores().get(run.folder()))
                .map(scores -> scores == null ? Timing.of() : of.apply(scores.latency()))
                .toList();
        double[] medians = timings.stream().mapToDouble(Timing::median).toArray();
        int ahead = model.comparable() ? Timing.ahead(timings, better == BestValue.LOW ? -1 : 1) : -1;
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

    /** How different the heads' attention is; no value is marked as best. */
    private void spreads() {
        if (model.spreads().isEmpty()) {
            return;
        }
        part("compare.part.spread");
        line(messages.text("train.spread.cosine"), spread(HeadSpread::cosine), 2, BestValue.NEITHER);
        explain(messages.text("compare.spread.cosine.help"));
        line(messages.text("compare.spread.rank"), spread(HeadSpread::rank), 2, BestValue.NEITHER);
        explain(messages.text("compare.spread.rank.help"));
        for (RunSummary run : runs) {
            HeadSpread spread = model.spreads().get(run.folder());
            if (spread != null && spread.alike()) {
                wide(messages.text("compare.spread.alike", run.name(), spread.heads()), "note");
            }
        }
    }

    private ToDoubleFunction<RunSummary> spread(ToDoubleFunction<HeadSpread> of) {
        return run -> {
            HeadSpread spread = model.spreads().get(run.folder());
            return spread == null ? Double.NaN : of.applyAsDouble(spread);
        };
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
        return model.comparable() ? better.best(values) : -1;
    }

    private void add(int column, Label label) {
        grid.add(label, column, row);
    }

    private static Label label(String text, String style) {
        Label label = Worded.text(text, style);
        label.setMinWidth(Region.USE_COMPUTED_SIZE);
        return label;
    }

    private static double ndcg(JournalEntry.Valid valid) {
        return valid == null || valid.ndcg10() == null ? Double.NaN : valid.ndcg10();
    }

    private static double auc(JournalEntry.Valid valid) {
        return valid == null || valid.auc() == null ? Double.NaN : valid.auc();
    }

    private ToDoubleFunction<RunSummary> scored(ToDoubleFunction<RunScores.Figures> of) {
        return run -> {
            RunScores scores = model.scores().get(run.folder());
            return scores == null ? Double.NaN : of.applyAsDouble(scores.figures());
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
        Interval interval = scores == null ? null : scores.figures().interval();
        return interval == null
                ? "–"
                : messages.text("compare.range", Numerals.fixed(interval.low(), 4), Numerals.fixed(interval.high(), 4));
    }
}
