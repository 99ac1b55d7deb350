package dev.interestlens.ui.train;

import dev.interestlens.figure.Numerals;
import dev.interestlens.train.config.Devices;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.ui.common.Durations;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Refusals;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.AnatomyPane;
import dev.interestlens.ui.common.run.AnatomyViewModel;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.ui.control.CommandOffer;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.Pill;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.form.ConfigForm;
import dev.interestlens.workspace.RunSummary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Shows trainings. */
public final class TrainController {
    private static final double FORM = 320;
    private static final double MOST_FORM = 0.3;
    private static final double TABLE = 0.52;
    private static final double CHARTS = 490;
    private static final double HELP = 320;

    private final TrainViewModel model;
    private final Messages messages;
    private final ConfigForm form;
    private final Supplier<Parent> curves;
    private final Supplier<Parent> runList;
    private final Supplier<Parent> queue;
    private final Supplier<Parent> attention;
    private final AnatomyPane madeOf;

    @FXML
    private HBox screen;

    @FXML
    private Region side;

    @FXML
    private More settings;

    @FXML
    private VBox formPlace;

    @FXML
    private Label what;

    @FXML
    private Button start;

    @FXML
    private Button resume;

    @FXML
    private Button stop;

    @FXML
    private Label needsData;

    @FXML
    private Hyperlink wrong;

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
    private Node timeLeft;

    @FXML
    private Label risk;

    @FXML
    private Button pause;

    @FXML
    private Button step;

    @FXML
    private Label steps;

    @FXML
    private More pace;

    @FXML
    private Label machine;

    @FXML
    private Label kept;

    @FXML
    private FlowPane controls;

    @FXML
    private HBox alert;

    @FXML
    private Button tryRate;

    @FXML
    private ToggleButton everySwitch;

    @FXML
    private ToggleButton newTab;

    @FXML
    private ToggleButton runsTab;

    @FXML
    private ToggleButton queueTab;

    @FXML
    private VBox newPlace;

    @FXML
    private StackPane runsPlace;

    @FXML
    private StackPane queuePlace;

    @FXML
    private ToggleButton made;

    @FXML
    private ToggleButton attentionTab;

    @FXML
    private StackPane attentionPlace;

    @FXML
    private StackPane picturePlace;

    /**
     * @param curves builds the charts, {@code runs} the list of runs, {@code queue} that of queued ones, {@code attention} the attention during
     *     training
     * @param anatomy what the figures of a finished run are made of
     */
    public TrainController(
            TrainViewModel model,
            Messages messages,
            Refusals refusals,
            Supplier<Parent> curves,
            Supplier<Parent> runs,
            Supplier<Parent> queue,
            Supplier<Parent> attention,
            AnatomyViewModel anatomy) {
        this.model = model;
        this.messages = messages;
        this.curves = curves;
        this.runList = runs;
        this.queue = queue;
        this.attention = attention;
        this.madeOf = new AnatomyPane(anatomy, messages);
        this.form = new ConfigForm(messages, refusals::of);
    }

    @FXML
    private void initialize() {
        Worded.longTip(bestNote, messages.bind("training.metric.help"), HELP);
        start.setOnAction(event -> model.start());
        wrong.setOnAction(event -> model.goToWrong());
        resume.setOnAction(event -> model.resume());
        pause.setOnAction(event -> model.pause());
        step.setOnAction(event -> model.step());
        stop.setOnAction(event -> model.stop());
        fillForm();
        offerButtons();
        Presence.when(needsData, model.session().dataProperty().isNull());
        fillTabs();
        widenForTable();
        start.textProperty()
                .bind(Bindings.when(model.queues())
                        .then(messages.bind("train.start.queue"))
                        .otherwise(messages.bind("train.start")));
        runsTab.textProperty().bind(messages.bind("train.tab.runs", Bindings.size(model.runs())));
        queueTab.textProperty()
                .bind(messages.bind(
                        "train.tab.queue", Bindings.size(model.session().queue())));
        messages.keepShown(
                this::showWhat, model.session().draftProperty(), model.session().dataProperty());
        messages.keepShown(this::show, model.progressProperty(), model.starting(), model.runs());
    }

    private void fillForm() {
        formPlace.getChildren().add(form);
        offerDevices();
        showForm();
        CommandOffer.on(screen, model::command);
        settings.remember(model.session().opened());
        settings.keepOpenWhile(form.wrong());
        pace.remember(model.session().opened());
        everySwitch.selectedProperty().bindBidirectional(model.everySwitchProperty());
        everySwitch.setOnAction(event -> showForm());
        form.valueProperty().addListener((observed, before, now) -> {
            if (!now.equals(model.training())) {
                model.setTraining((TrainingConfig) now);
            }
        });
        start.disableProperty().bind(model.canStart().not());
        model.session().wrongEntries().follow(Session.Goal.TRAIN, form);
        messages.keepShown(this::showWrong, model.session().wrongEntries().all());
    }

    private void offerButtons() {
        resume.disableProperty()
                .bind(model.canResume().not().and(model.canGoOn().not()));
        pause.disableProperty().bind(model.atWork().not().or(model.canGoOn()));
        step.disableProperty().bind(model.canGoOn().not());
        stop.disableProperty().bind(model.atWork().not());
        Presence.when(
                controls, // a finished run leaves their room to its curves
                model.canResume().or(model.atWork()).or(model.canGoOn()));
    }

    private void fillTabs() {
        ScrollPane parts = new ScrollPane(madeOf);
        parts.setFitToWidth(true);
        parts.getStyleClass().add("quiet-scroll");
        Parent lines = curves.get();
        picturePlace.getChildren().setAll(lines, parts);
        Presence.when(parts, made.selectedProperty().and(made.visibleProperty()));
        Presence.when(lines, parts.visibleProperty().not());
        made.setOnAction(event -> show());
        madeOf.offerSlides(screen);
        runsPlace.getChildren().setAll(runList.get());
        queuePlace.getChildren().setAll(queue.get());
        tab(newTab, newPlace);
        tab(runsTab, runsPlace);
        tab(queueTab, queuePlace);
        Parent watching = attention.get();
        watching.visibleProperty().bind(attentionTab.selectedProperty());
        attentionPlace.getChildren().setAll(watching);
        tab(attentionTab, attentionPlace);
        newTab.setSelected(true);
    }

    private void widenForTable() {
        // a table needs more space than a form
        side.prefWidthProperty()
                .bind(Bindings.when(runsTab.selectedProperty())
                        .then(Bindings.max(
                                FORM,
                                Bindings.min(
                                        screen.widthProperty().multiply(TABLE),
                                        screen.widthProperty().subtract(CHARTS))))
                        .otherwise(Bindings.min(FORM, screen.widthProperty().multiply(MOST_FORM))));
        side.minWidthProperty().bind(side.prefWidthProperty());
        side.maxWidthProperty().bind(side.prefWidthProperty());
    }

    private static void tab(ToggleButton tab, Node place) {
        place.visibleProperty().bind(tab.selectedProperty());
        tab.setOnAction(event -> tab.setSelected(true));
    }

    private void offerDevices() {
        ObservableList<ConfigForm.Offer> offers = FXCollections.observableArrayList();
        model.devices()
                .addListener((ListChangeListener<Devices.Listed>) change -> offers.setAll(model.devices().stream()
                        .map(device -> new ConfigForm.Offer(
                                device.name(), device.usable(), "settings.device." + device.reason()))
                        .toList()));
        form.offer("device", offers, model::askForDevices);
    }

    private void showForm() {
        form.show(model.training(), "training", model::shown, model.usual());
    }

    private void showWrong() {
        wrong.setText(model.wrong()
                .map(entry -> messages.text(
                        "train.wrong",
                        messages.text("shell." + entry.screen().name().toLowerCase(Locale.ROOT)),
                        entry.name().get()))
                .orElse(""));
        wrong.setVisible(!wrong.getText().isEmpty()); // keeps its place, so that no field moves under who types
    }

    private static String figure(JournalEntry.Valid measured, Function<JournalEntry.Valid, Double> of) {
        Double value = measured == null ? null : of.apply(measured);
        return value == null ? "–" : Numerals.fixed(value, 4);
    }

    private void showWhat() {
        var draft = model.session().draftProperty().get();
        String data = model.session().dataProperty().get() == null
                ? messages.text("shell.noData")
                : model.session().dataProperty().get().name();
        String preset = messages.text("preset." + model.preset());
        what.setText(messages.text("train.what", messages.family(model.family(), "title"), data, preset));
        if (!draft.training().equals(form.valueProperty().get())) {
            showForm();
        }
    }

    private void show() {
        RunProgress now = model.progressProperty().get();
        boolean ended = now != null && !now.summary().isAlive() && now.summary().bestEpoch() > 0;
        Presence.set(made, ended);
        madeOf.setRuns(ended && made.isSelected() ? List.of(now.summary().folder()) : List.of());
        if (now == null) {
            runName.setText(messages.text(model.starting().get() ? "train.starting" : "train.noRun"));
            state.setVisible(false);
            List.of(epoch, steps, best, speed, left).forEach(figure -> figure.setText("–"));
            bestNote.setText(messages.text("train.best"));
            machine.setText("");
            kept.setText("");
            showAlert(Optional.empty());
            return;
        }
        RunSummary summary = now.summary();
        runName.setText(model.session().nameOf(summary.folder()));
        state.setVisible(true);
        state.setText(now.learnsItems() ? messages.text("job.items") : RunWords.state(summary, messages));
        Optional<Alert> found = Alerts.of(now);
        state.setTone(RunWords.tone(summary));
        int epochs = now.started() == null ? 0 : now.started().epochs();
        int running = now.last() == null ? 0 : now.last().epoch();
        epoch.setText(epochs == 0 ? "–" : messages.text("train.of", running, epochs));
        boolean ranked = summary.best() != null && summary.best().ndcg10() != null;
        best.setText(figure(summary.best(), ranked ? JournalEntry.Valid::ndcg10 : JournalEntry.Valid::auc));
        bestNote.setText(
                summary.bestEpoch() == 0
                        ? messages.text("train.best")
                        : messages.text(ranked ? "train.best.ndcg" : "train.best.epoch", summary.bestEpoch()));
        speed.setText(
                now.last() == null ? "–" : Numerals.count(Math.round(now.last().samplesPerSecond())));
        left.setText(
                !summary.isAlive() || Double.isNaN(now.secondsLeft())
                        ? "–"
                        : Durations.range(now.secondsLeft(), messages));
        timeLeft.setVisible(summary.isAlive());
        steps.setText(
                now.totalSteps() == 0
                        ? "–"
                        : messages.text("train.of", Numerals.count(summary.step()), Numerals.count(now.totalSteps())));
        machine.setText(
                now.started() == null
                        ? ""
                        : messages.text(
                                "train.machine",
                                now.started().device(),
                                now.started().threads()));
        kept.setText(keptOrFirst(now));
        showAlert(found);
    }

    /** Up to where the run is kept; before its first step, what is learnt first. */
    private String keptOrFirst(RunProgress now) {
        if (now.summary().savedStep() > 0) {
            return messages.text("train.kept", Numerals.count(now.summary().savedStep()));
        }
        return now.first() == null || now.last() != null
                ? ""
                : messages.text(
                        "train.first",
                        Durations.of(now.first().seconds() * (1 - now.first().share()), messages));
    }

    private void showAlert(Optional<Alert> found) {
        risk.setText(found.map(cause -> cause.text(messages)).orElse(""));
        Presence.set(alert, found.isPresent());
        Optional<Alert> rate = found.filter(Alert::offersRate);
        Presence.set(tryRate, rate.isPresent());
        rate.ifPresent(cause -> {
            tryRate.setText(messages.text("train.alert.try", Alert.plain(cause.rate())));
            tryRate.setOnAction(event -> {
                model.tryRate(cause.rate());
                newTab.setSelected(true);
            });
        });
    }
}
