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
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.MapChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
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
    private final Consumer<Path> open;
    private RunTable table;

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
    private Button pause;

    @FXML
    private Button step;

    @FXML
    private Label steps;

    @FXML
    private Label machine;

    @FXML
    private Label kept;

    @FXML
    private HBox alert;

    @FXML
    private ToggleButton everySwitch;

    @FXML
    private TableView<RunSummary> runs;

    @FXML
    private Button folder;

    @FXML
    private Button command;

    @FXML
    private Button delete;

    @FXML
    private HBox confirm;

    @FXML
    private Label confirmText;

    /** @param open shows a folder in the system's file browser */
    public TrainController(TrainViewModel model, Messages messages, Refusals refusals, Consumer<Path> open) {
        this.model = model;
        this.messages = messages;
        this.open = open;
        this.form = new ConfigForm(messages, refusals::of);
        this.loss = new MetricChart(messages);
        this.valid = new MetricChart(messages);
    }

    @FXML
    private void initialize() {
        formPlace.getChildren().add(form);
        showForm();
        everySwitch.selectedProperty().bindBidirectional(model.everySwitchProperty());
        everySwitch.setOnAction(event -> showForm());
        form.valueProperty().addListener((observed, before, now) -> model.setTraining((TrainingConfig) now));
        start.disableProperty()
                .bind(model.canStart().not().or(form.validProperty().not()));
        resume.visibleProperty().bind(model.canResume());
        resume.managedProperty().bind(resume.visibleProperty());
        for (Button each : List.of(pause, step, stop)) {
            each.visibleProperty().bind(model.atWork());
            each.managedProperty().bind(each.visibleProperty());
        }
        model.session().jobProperty().addListener(change -> showPause());
        showPause();
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
        table = new RunTable(runs, model, messages);
        showRunActions();
        runs.getSelectionModel().selectedItemProperty().addListener(change -> showRunActions());
        model.deletingProperty().addListener(change -> showDeleting());
        showDeleting();
        model.progressProperty().addListener(change -> show());
        model.overlays().addListener((MapChangeListener<Object, Object>) change -> draw());
        model.session().draftProperty().addListener(change -> showWhat());
        model.session().dataProperty().addListener(change -> showWhat());
        messages.language().addListener(change -> {
            table.refresh();
            showWhat();
            showPause();
            showDeleting();
            show();
        });
        showWhat();
        show();
    }

    private void showForm() {
        form.show(model.training(), "training", model::shown, TrainingConfig.defaults());
    }

    private void showPause() {
        pause.setText(messages.text(model.isPaused() ? "shell.resume" : "shell.pause"));
        step.setDisable(!model.isPaused());
    }

    private void showRunActions() {
        RunSummary run = runs.getSelectionModel().getSelectedItem();
        folder.setDisable(run == null);
        command.setDisable(run == null || run.description() == null);
        delete.setDisable(run == null || run.isAlive());
    }

    private void showDeleting() {
        RunSummary run = model.deletingProperty().get();
        confirm.setVisible(run != null);
        confirm.setManaged(run != null);
        if (run != null) {
            confirmText.setText(
                    messages.text("train.delete.sure", run.folder().path().getFileName()));
        }
    }

    private static String figure(JournalEntry.Valid measured, Function<JournalEntry.Valid, Double> of) {
        Double value = measured == null ? null : of.apply(measured);
        return value == null ? "–" : Figures.fixed(value, 4);
    }

    private void showWhat() {
        var draft = model.session().draftProperty().get();
        String data = model.session().dataProperty().get() == null
                ? messages.text("shell.noData")
                : model.session().dataProperty().get().info().name();
        what.setText(messages.text("train.what", messages.text("model." + model.family()), data));
        if (!draft.training().equals(form.valueProperty().get())) {
            showForm();
        }
    }

    private void show() {
        RunProgress now = model.progressProperty().get();
        explain.setDisable(now == null || now.epochs().isEmpty());
        if (now == null) {
            runName.setText(messages.text("train.noRun"));
            state.setVisible(false);
            List.of(epoch, steps, best, speed, left).forEach(figure -> figure.setText("–"));
            bestNote.setText(messages.text("train.best"));
            machine.setText("");
            kept.setText("");
            showAlert(Optional.empty());
            draw();
            return;
        }
        RunSummary summary = now.summary();
        runName.setText(summary.folder().path().getFileName().toString());
        state.setVisible(true);
        state.setText(RunTable.stateOf(summary, messages));
        state.setTone(RunTable.tone(summary));
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
        steps.setText(
                now.totalSteps() == 0
                        ? "–"
                        : messages.text("train.of", Figures.count(summary.step()), Figures.count(now.totalSteps())));
        machine.setText(
                now.started() == null
                        ? ""
                        : messages.text(
                                "train.machine",
                                now.started().device(),
                                now.started().threads()));
        kept.setText(now.savedStep() == 0 ? "" : messages.text("train.kept", Figures.count(now.savedStep())));
        showAlert(Alerts.of(now));
        draw();
    }

    private void showAlert(Optional<String> key) {
        risk.setText(key.map(messages::text).orElse(""));
        alert.setVisible(key.isPresent());
        alert.setManaged(key.isPresent());
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

    @FXML
    private void pause() {
        model.pauseOrGoOn();
    }

    @FXML
    private void step() {
        model.step();
    }

    @FXML
    private void openFolder() {
        open.accept(runs.getSelectionModel().getSelectedItem().folder().path());
    }

    @FXML
    private void copyCommand() {
        ClipboardContent content = new ClipboardContent();
        content.putString(TrainViewModel.command(runs.getSelectionModel().getSelectedItem()));
        Clipboard.getSystemClipboard().setContent(content);
        readout.setText(messages.text("train.command.copied"));
    }

    @FXML
    private void askToDelete() {
        model.askToDelete(runs.getSelectionModel().getSelectedItem());
    }

    @FXML
    private void delete() {
        model.delete();
    }

    @FXML
    private void keep() {
        model.keep();
    }
}
