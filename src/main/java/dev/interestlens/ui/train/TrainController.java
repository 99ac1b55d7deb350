package dev.interestlens.ui.train;

import dev.interestlens.train.config.Devices;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Refusals;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.common.run.AnatomyPane;
import dev.interestlens.ui.common.run.AnatomyViewModel;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.CommandOffer;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.Pill;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.form.ConfigForm;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Shows trainings. */
public final class TrainController implements ViewSource {
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
    private final ObservableValue<Alert> alert;

    @FXML
    private HBox screen;

    @FXML
    private Region side;

    @FXML
    private More settings;

    @FXML
    private Pill state;

    @FXML
    private Label bestNote;

    @FXML
    private More pace;

    @FXML
    private ToggleButton everySwitch;

    @FXML
    private ToggleButton newTab;

    @FXML
    private ToggleButton runsTab;

    @FXML
    private ToggleButton queueTab;

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
        this.alert = model.progressProperty().map(now -> Alerts.of(now).orElse(null));
        this.madeOf = new AnatomyPane(anatomy, messages);
        this.form = new ConfigForm(messages, refusals::of);
    }

    @Override
    public void give(ViewValues view) {
        view.action("start", model::start);
        view.action("goToWrong", model::goToWrong);
        view.action("resume", model::resume);
        view.action("pause", model::pause);
        view.action("step", model::step);
        view.action("stop", model::stop);
        view.action("tryRate", this::tryRate);
        view.part("form", form);
        view.part("runs", runList.get());
        view.part("queue", queue.get());
        view.value(
                "startText",
                Bindings.when(model.queues())
                        .then(messages.bind("train.start.queue"))
                        .otherwise(messages.bind("train.start")));
        view.value("runsTab", messages.bind("train.tab.runs", Bindings.size(model.runs())));
        view.value(
                "queueTab",
                messages.bind("train.tab.queue", Bindings.size(model.session().queue())));
        view.value("needsData", model.session().dataProperty().isNull());
        view.value(
                "what",
                messages.bind(
                        this::what,
                        model.session().draftProperty(),
                        model.session().dataProperty()));
        view.value(
                "wrong",
                messages.bind(this::wrong, model.session().wrongEntries().all()));
        giveButtons(view);
        giveProgress(view);
    }

    @FXML
    private void initialize() {
        Worded.longTip(bestNote, messages.bind("training.metric.help"), HELP);
        fillForm();
        fillTabs();
        widenForTable();
        Changes.call(this::followDraft, model.session().draftProperty());
        messages.keepShown(this::show, model.progressProperty(), model.starting(), model.runs());
    }

    private void fillForm() {
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
        model.session().wrongEntries().follow(Session.Goal.TRAIN, form);
    }

    private void giveButtons(ViewValues view) {
        BooleanBinding atWork = model.atWork();
        BooleanBinding canGoOn = model.canGoOn();
        view.value("cannotStart", model.canStart().not());
        view.value("cannotResume", model.canResume().or(canGoOn).not());
        view.value("cannotPause", atWork.not().or(canGoOn));
        view.value("cannotStep", canGoOn.not());
        view.value("cannotStop", atWork.not());
        view.value("controls", model.canResume().or(atWork).or(canGoOn));
    }

    private void giveProgress(ViewValues view) {
        ProgressWords words = new ProgressWords(messages);
        view.value("runName", messages.bind(this::runName, model.progressProperty(), model.starting(), model.runs()));
        view.value("epoch", shown(words::epoch));
        view.value("best", shown(words::best));
        view.value(
                "bestNote",
                messages.bind(() -> words.bestNote(model.progressProperty().get()), model.progressProperty()));
        view.value("speed", shown(words::speed));
        view.value("left", shown(words::left));
        view.value("steps", shown(words::steps));
        view.value("machine", messages.about(model.progressProperty(), words::machine));
        view.value("kept", messages.about(model.progressProperty(), words::keptOrFirst));
        view.value(
                "isTimed",
                model.progressProperty().map(now -> now.summary().isAlive()).orElse(true));
        view.value("isAlert", alert.map(found -> true).orElse(false));
        view.value("risk", messages.about(alert, found -> found.text(messages)));
        view.value("offersRate", alert.map(Alert::offersRate).orElse(false));
        view.value("rate", messages.about(alert, found -> messages.text("train.alert.try", Alert.plain(found.rate()))));
    }

    private StringBinding shown(Function<RunProgress, String> text) {
        ObservableValue<RunProgress> now = model.progressProperty();
        return messages.bind(() -> now.getValue() == null ? "–" : text.apply(now.getValue()), now);
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
        Parent watching = attention.get();
        watching.visibleProperty().bind(attentionTab.selectedProperty());
        attentionPlace.getChildren().setAll(watching);
        for (ToggleButton tab : List.of(newTab, runsTab, queueTab, attentionTab)) {
            tab.setOnAction(event -> tab.setSelected(true));
        }
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

    private String wrong() {
        return model.wrong()
                .map(entry -> messages.text(
                        "train.wrong",
                        messages.text("shell." + entry.screen().name().toLowerCase(Locale.ROOT)),
                        entry.name().get()))
                .orElse("");
    }

    private String what() {
        String data = model.session().dataProperty().get() == null
                ? messages.text("shell.noData")
                : model.session().dataProperty().get().name();
        String preset = messages.text("preset." + model.preset());
        return messages.text("train.what", messages.family(model.family(), "title"), data, preset);
    }

    private void followDraft() {
        if (!model.training().equals(form.valueProperty().get())) {
            showForm();
        }
    }

    private void show() {
        RunProgress now = model.progressProperty().get();
        boolean ended = now != null && !now.summary().isAlive() && now.summary().bestEpoch() > 0;
        Presence.set(made, ended);
        madeOf.setRuns(ended && made.isSelected() ? List.of(now.summary().folder()) : List.of());
        state.setVisible(now != null);
        if (now != null) {
            state.setText(now.learnsItems() ? messages.text("job.items") : RunWords.state(now.summary(), messages));
            state.setTone(RunWords.tone(now.summary()));
        }
    }

    private String runName() {
        RunProgress now = model.progressProperty().get();
        return now == null
                ? messages.text(model.starting().get() ? "train.starting" : "train.noRun")
                : model.session().nameOf(now.summary().folder());
    }

    private void tryRate() {
        model.tryRate(alert.getValue().rate());
        newTab.setSelected(true);
    }
}
