package dev.interestlens.ui.train;

import dev.interestlens.train.JournalEntry;
import dev.interestlens.train.TrainingConfig;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Refusals;
import dev.interestlens.ui.common.RunProgress;
import dev.interestlens.ui.control.ChartLegend;
import dev.interestlens.ui.control.ConfigForm;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.control.MetricChart;
import dev.interestlens.ui.control.MetricSeries;
import dev.interestlens.ui.control.Pill;
import dev.interestlens.workspace.RunSummary;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.MapChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows how a model learns. */
public final class TrainController {
    private final TrainViewModel model;
    private final Messages messages;
    private final ConfigForm form;
    private final MetricChart loss;
    private final MetricChart valid;
    private final ChartLegend legend = new ChartLegend();

    @FXML
    private VBox formPlace;

    @FXML
    private VBox charts;

    @FXML
    private Label what;

    @FXML
    private Button start;

    @FXML
    private Button resume;

    @FXML
    private Button stop;

    @FXML
    private Button explain;

    @FXML
    private Label needsData;

    @FXML
    private Label runName;

    @FXML
    private Pill state;

    @FXML
    private Label epoch;

    @FXML
    private Label best;

    @FXML
    private Label bestNote;

    @FXML
    private Label speed;

    @FXML
    private Label left;

    @FXML
    private Label risk;

    @FXML
    private Label readout;

    @FXML
    private ToggleButton auc;

    @FXML
    private ToggleButton gauc;

    @FXML
    private ToggleButton logLoss;

    @FXML
    private TableView<RunSummary> runs;

    public TrainController(TrainViewModel model, Messages messages, Refusals refusals) {
        this.model = model;
        this.messages = messages;
        this.form = new ConfigForm(messages, refusals::of);
        this.loss = new MetricChart(messages);
        this.valid = new MetricChart(messages);
    }

    @FXML
    private void initialize() {
        formPlace.getChildren().add(form);
        form.show(model.training(), "training", TrainViewModel::shown, TrainingConfig.defaults());
        form.valueProperty().addListener((observed, before, now) -> model.setTraining((TrainingConfig) now));
        start.disableProperty()
                .bind(model.canStart().not().or(form.validProperty().not()));
        resume.visibleProperty().bind(model.canResume());
        resume.managedProperty().bind(resume.visibleProperty());
        stop.visibleProperty().bind(model.session().jobControlProperty().isNotNull());
        stop.managedProperty().bind(stop.visibleProperty());
        needsData.visibleProperty().bind(model.session().dataProperty().isNull());
        needsData.managedProperty().bind(needsData.visibleProperty());
        VBox.setVgrow(loss, Priority.ALWAYS);
        VBox.setVgrow(valid, Priority.ALWAYS);
        charts.getChildren().addAll(legend, loss, valid);
        valid.endProperty().bind(loss.endProperty());
        valid.readingProperty().bindBidirectional(loss.readingProperty());
        loss.readoutProperty().addListener(change -> showReadout());
        valid.readoutProperty().addListener(change -> showReadout());
        for (ToggleButton each : List.of(auc, gauc, logLoss)) {
            each.setOnAction(event -> {
                each.setSelected(true);
                draw();
            });
        }
        auc.setSelected(true);
        fillRuns();
        model.progressProperty().addListener(change -> show());
        model.overlays().addListener((MapChangeListener<Object, Object>) change -> draw());
        model.session().draftProperty().addListener(change -> showWhat());
        model.session().dataProperty().addListener(change -> showWhat());
        messages.language().addListener(change -> {
            runs.refresh();
            showWhat();
            show();
        });
        showWhat();
        show();
    }

    private void fillRuns() {
        runs.setItems(model.runs());
        TableColumn<RunSummary, RunSummary> over = new TableColumn<>();
        over.setPrefWidth(36);
        over.setSortable(false);
        over.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        over.setCellFactory(column -> new OverlayCell());
        runs.getColumns()
                .setAll(List.of(
                        over,
                        text(
                                "train.column.run",
                                130,
                                run -> run.folder().path().getFileName().toString()),
                        text("train.column.state", 110, this::stateOf),
                        text("train.column.epoch", 60, run -> String.valueOf(run.epoch())),
                        text("train.column.auc", 70, run -> figure(run.best(), JournalEntry.Valid::auc)),
                        text("train.column.gauc", 70, run -> figure(run.best(), JournalEntry.Valid::gauc)),
                        text(
                                "train.column.data",
                                120,
                                run -> run.description() == null
                                        ? ""
                                        : run.description()
                                                .dataset()
                                                .getFileName()
                                                .toString())));
        runs.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        runs.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            if (now != null
                    && !now.folder().equals(model.session().runProperty().get())) {
                model.look(now);
            }
        });
    }

    private TableColumn<RunSummary, String> text(String key, double width, Function<RunSummary, String> of) {
        TableColumn<RunSummary, String> column = new TableColumn<>();
        column.textProperty().bind(messages.bind(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(of.apply(cell.getValue())));
        return column;
    }

    private static String figure(JournalEntry.Valid measured, Function<JournalEntry.Valid, Double> of) {
        Double value = measured == null ? null : of.apply(measured);
        return value == null ? "–" : Figures.fixed(value, 4);
    }

    private String stateOf(RunSummary run) {
        return run.stopReason() == null
                ? messages.text("train.state." + run.status())
                : messages.text("train.reason." + run.stopReason());
    }

    private void showWhat() {
        var draft = model.session().draftProperty().get();
        String data = model.session().dataProperty().get() == null
                ? messages.text("shell.noData")
                : model.session().dataProperty().get().info().name();
        what.setText(messages.text("train.what", messages.text("model." + model.family()), data));
        if (!draft.training().equals(form.valueProperty().get())) {
            form.show(draft.training(), "training", TrainViewModel::shown, TrainingConfig.defaults());
        }
    }

    private void show() {
        RunProgress now = model.progressProperty().get();
        explain.setDisable(now == null || now.epochs().isEmpty());
        if (now == null) {
            runName.setText(messages.text("train.noRun"));
            state.setVisible(false);
            List.of(epoch, best, speed, left).forEach(figure -> figure.setText("–"));
            bestNote.setText(messages.text("train.best"));
            risk.setText("");
            draw();
            return;
        }
        RunSummary summary = now.summary();
        runName.setText(summary.folder().path().getFileName().toString());
        state.setVisible(true);
        state.setText(stateOf(summary));
        state.setTone(tone(summary));
        int epochs = now.started() == null ? 0 : now.started().epochs();
        int running = now.last() == null ? 0 : now.last().epoch();
        epoch.setText(messages.text("train.of", running, epochs));
        best.setText(figure(summary.best(), JournalEntry.Valid::auc));
        bestNote.setText(
                summary.bestEpoch() == 0
                        ? messages.text("train.best")
                        : messages.text("train.best.epoch", summary.bestEpoch()));
        speed.setText(
                now.last() == null ? "–" : Figures.count(Math.round(now.last().samplesPerSecond())));
        left.setText(
                !summary.isAlive() || Double.isNaN(now.secondsLeft())
                        ? "–"
                        : Durations.range(now.secondsLeft(), messages));
        risk.setText(Alerts.of(now).map(messages::text).orElse(""));
        draw();
    }

    private static Pill.Tone tone(RunSummary run) {
        return switch (run.status()) {
            case RUNNING -> Pill.Tone.ACTIVE;
            case PAUSED -> Pill.Tone.WARNING;
            case ENDED -> Pill.Tone.GOOD;
            case FAILED, KILLED, UNREADABLE -> Pill.Tone.BAD;
            case NEW -> Pill.Tone.NEUTRAL;
        };
    }

    private void draw() {
        RunProgress now = model.progressProperty().get();
        Collection<RunProgress> others = model.overlays().values();
        List<MetricSeries> losses = Curves.losses(now, others);
        loss.endProperty().set(Curves.end(now, others));
        loss.setUpLabel(messages.text("train.loss"));
        loss.setSeries(losses);
        valid.setUpLabel(
                messages.text(auc.isSelected() ? "train.auc" : gauc.isSelected() ? "train.gauc" : "train.logLoss"));
        valid.setAcrossLabel(messages.text("train.step"));
        valid.setSeries(Curves.validation(
                now,
                others,
                auc.isSelected()
                        ? JournalEntry.Valid::auc
                        : gauc.isSelected() ? JournalEntry.Valid::gauc : JournalEntry.Valid::logLoss));
        legend.setSeries(losses);
        showReadout();
    }

    private void showReadout() {
        String both =
                (loss.readoutProperty().get() + "   " + valid.readoutProperty().get()).strip();
        readout.setText(both.isEmpty() ? messages.text("train.hint") : both);
    }

    @FXML
    private void start() {
        model.start();
    }

    @FXML
    private void resume() {
        model.resume();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    @FXML
    private void explain() {
        model.explain();
    }

    /** A tick that lays a run over the one that is looked at. */
    private final class OverlayCell extends TableCell<RunSummary, RunSummary> {
        private final ToggleButton eye = new ToggleButton("+");

        OverlayCell() {
            eye.getStyleClass().add("chip");
            eye.setOnAction(event -> {
                model.toggleOverlay(getItem());
                eye.setSelected(model.overlaid().contains(getItem()));
            });
        }

        @Override
        protected void updateItem(RunSummary run, boolean none) {
            super.updateItem(run, none);
            setGraphic(none ? null : eye);
            eye.setSelected(!none && model.overlaid().contains(run));
            eye.setAccessibleText(messages.text("train.overlay"));
        }
    }
}
