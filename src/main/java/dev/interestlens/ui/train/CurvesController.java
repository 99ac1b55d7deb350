package dev.interestlens.ui.train;

import dev.interestlens.train.EpochRule;
import dev.interestlens.train.config.TrainingConfig.StopMetric;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.chart.MetricChart;
import dev.interestlens.ui.control.chart.MetricSeries;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows loss, a validation metric and the learning rate over one axis, with the values under the cursor in a table. */
public final class CurvesController {
    private static final double PLOT = 100;

    /** Height of the labels below the lowest plot, so that all plots are equally high. */
    private static final double NUMBERS = 48;

    private final TrainViewModel model;
    private final Messages messages;
    private final MetricChart loss;
    private final MetricChart valid;
    private final MetricChart rate;
    private ValueTable values;
    private final Map<StopMetric, RadioMenuItem> items = new EnumMap<>(StopMetric.class);
    private boolean chosen;

    @FXML
    private MenuButton shown;

    @FXML
    private MenuButton across;

    @FXML
    private RadioMenuItem step;

    @FXML
    private RadioMenuItem epoch;

    @FXML
    private RadioMenuItem minutes;

    @FXML
    private RadioMenuItem time;

    @FXML
    private Button whole;

    @FXML
    private Button further;

    @FXML
    private CheckMenuItem logarithmic;

    @FXML
    private CheckMenuItem learningRate;

    @FXML
    private Slider smoothing;

    @FXML
    private Label kinds;

    @FXML
    private Pane charts;

    @FXML
    private GridPane table;

    public CurvesController(TrainViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.loss = new MetricChart(messages);
        this.valid = new MetricChart(messages);
        this.rate = new MetricChart(messages);
    }

    private String nameOf(MetricChart chart) {
        RunFolder run = model.session().runProperty().get();
        String shown = chart == loss
                ? messages.text("train.loss")
                : chart == rate ? messages.text("train.rate") : metricName();
        return run == null ? shown : model.session().nameOf(run) + " " + shown;
    }

    @FXML
    private void initialize() {
        further.setOnAction(event -> loss.zoom(false));
        whole.setOnAction(event -> loss.viewProperty().set(null));
        values = new ValueTable(table, messages);
        for (MetricChart chart : List.of(loss, rate, valid)) {
            VBox.setVgrow(chart, Priority.ALWAYS);
            chart.setPrefHeight(chart == valid ? PLOT + NUMBERS : PLOT);
            charts.getChildren().add(chart);
            ChartMenu.name(chart, () -> nameOf(chart));
            chart.sayWhenEmpty(messages.bind(chart == valid ? "train.empty.validation" : "train.empty.steps"));
        }
        for (MetricChart chart : List.of(valid, rate)) {
            chart.startProperty().bind(loss.startProperty());
            chart.endProperty().bind(loss.endProperty());
            chart.viewProperty().bindBidirectional(loss.viewProperty());
            chart.readingProperty().bindBidirectional(loss.readingProperty());
        }
        loss.hideAcross();
        rate.hideAcross();
        Presence.when(rate, learningRate.selectedProperty());
        loss.logarithmicProperty().bind(logarithmic.selectedProperty());
        loss.memoryProperty().bind(smoothing.valueProperty());
        Changes.call(this::showValues, loss.readingProperty());
        offerMetrics();
        for (RadioMenuItem each : List.of(step, epoch, minutes, time)) {
            each.setOnAction(event -> {
                loss.viewProperty().set(null);
                draw();
            });
        }
        step.setSelected(true);
        whole.disableProperty().bind(loss.viewProperty().isNull());
        further.disableProperty().bind(loss.viewProperty().isNull());
        whole.visibleProperty().bind(loss.viewProperty().isNotNull());
        further.visibleProperty().bind(loss.viewProperty().isNotNull());
        learningRate.setOnAction(event -> draw());
        messages.keepShown(
                this::draw,
                model.progressProperty(),
                model.curves().overlays(),
                model.session().runs());
    }

    private ProgressAxis across() {
        if (time.isSelected()) {
            return ProgressAxis.TIME;
        }
        return step.isSelected() ? ProgressAxis.STEP : epoch.isSelected() ? ProgressAxis.EPOCH : ProgressAxis.MINUTES;
    }

    /** An item for each single metric by which epochs may be compared, that of the whole catalogue first. */
    private void offerMetrics() {
        ToggleGroup group = new ToggleGroup();
        Stream.concat(Stream.of(StopMetric.NDCG10), Stream.of(StopMetric.values()))
                .filter(metric -> metric == metric.first())
                .distinct()
                .forEach(metric -> {
                    RadioMenuItem item = new RadioMenuItem(new ProgressWords(messages).name(metric));
                    item.setToggleGroup(group);
                    item.setOnAction(event -> {
                        chosen = true;
                        draw();
                    });
                    items.put(metric, item);
                    shown.getItems().add(item);
                });
        items.get(StopMetric.NDCG10).setSelected(true);
    }

    private StopMetric metric() {
        return items.entrySet().stream()
                .filter(each -> each.getValue().isSelected())
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private String metricName() {
        return new ProgressWords(messages).name(metric());
    }

    private List<RunProgress> runs() {
        return model.curves().all();
    }

    private void draw() {
        List<RunProgress> runs = runs();
        if (!chosen) {
            items.get(usual(runs)).setSelected(true);
        }
        RunCurves curves = new RunCurves(runs, model.curves().styles(), across());
        loss.startProperty().set(curves.start());
        loss.endProperty().set(curves.end());
        List.of(loss, valid, rate).forEach(chart -> {
            chart.setTimes(across() == ProgressAxis.TIME);
            chart.setAcrossLabel(messages.text(across().key()));
        });
        loss.setUpLabel(messages.text("train.losses"));
        loss.setSeries(curves.losses(name -> messages.text("train.losses.validation", name)));
        valid.setUpLabel(metricName());
        shown.setText(metricName());
        items.forEach((metric, item) -> item.setText(new ProgressWords(messages).name(metric)));
        across.setText(messages.text("train.across", messages.text(across().key())));
        valid.setSeries(curves.validation(metric()));
        showKinds(runs);
        rate.setUpLabel(messages.text("train.rate"));
        rate.setSeries(learningRate.isSelected() ? curves.rates() : List.<MetricSeries>of());
        showValues();
    }

    private void showKinds(List<RunProgress> runs) {
        String note = metric() == StopMetric.LOG_LOSS ? new ProgressWords(messages).kinds(runs) : "";
        kinds.setText(note);
        Presence.set(kinds, !note.isEmpty());
    }

    /** The metric by which the selected run keeps an epoch, in whose curve that epoch is marked. */
    private static StopMetric usual(List<RunProgress> runs) {
        return runs.stream()
                .flatMap(run -> run.rule().stream())
                .map(rule -> rule.metric().first())
                .findFirst()
                .orElse(StopMetric.NDCG10);
    }

    @FXML
    private void zoomIn() {
        loss.zoom(true);
    }

    private void showValues() {
        values.show(
                runs(),
                model.curves().styles(),
                across(),
                loss.readingProperty().get(),
                new EpochRule(metric())::value,
                metricName());
    }
}
