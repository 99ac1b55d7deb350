package dev.interestlens.ui.train;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.common.run.MeasurementPane;
import dev.interestlens.ui.common.run.MeasurementViewModel;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.ui.control.CommandOffer;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.Pill;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
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
    private static final double FORM_SHARE = 0.3;
    private static final double TABLE = 0.52;
    private static final double CHARTS = 490;
    private static final double HELP = 320;

    private final TrainViewModel model;
    private final Messages messages;
    private final Supplier<Parent> draft;
    private final Supplier<Parent> curves;
    private final Supplier<Parent> runList;
    private final Supplier<Parent> queue;
    private final Supplier<Parent> attention;
    private final MeasurementPane<?> madeOf;
    private final ObservableValue<Alert> alert;

    @FXML
    private HBox screen;

    @FXML
    private Region side;

    @FXML
    private Pill state;

    @FXML
    private Label bestNote;

    @FXML
    private More pace;

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
     * @param draft builds the next run, {@code curves} the charts, {@code runs} the list of runs, {@code queue} that of queued ones, {@code attention} the attention during
     *     training
     * @param anatomy what the figures of a finished run are made of
     */
    public TrainController(
            TrainViewModel model,
            Messages messages,
            Supplier<Parent> draft,
            Supplier<Parent> curves,
            Supplier<Parent> runs,
            Supplier<Parent> queue,
            Supplier<Parent> attention,
            MeasurementViewModel<?> anatomy) {
        this.model = model;
        this.messages = messages;
        this.draft = draft;
        this.curves = curves;
        this.runList = runs;
        this.queue = queue;
        this.attention = attention;
        this.alert = model.progressProperty().map(now -> Alerts.of(now).orElse(null));
        this.madeOf = new MeasurementPane<>(anatomy, messages);
    }

    @Override
    public void give(ViewValues view) {
        view.action("resume", model.control()::resume);
        view.action("pause", model.control()::pause);
        view.action("step", model.control()::step);
        view.action("stop", model.control()::stop);
        view.action("tryRate", this::tryRate);
        view.part("draft", draft.get());
        view.part("runs", runList.get());
        view.part("queue", queue.get());
        view.value("runsTab", messages.bind("train.tab.runs", Bindings.size(model.runs())));
        view.value(
                "queueTab",
                messages.bind("train.tab.queue", Bindings.size(model.session().queue())));
        giveButtons(view);
        giveProgress(view);
    }

    @FXML
    private void initialize() {
        ProgressWords words = new ProgressWords(messages);
        Worded.longTip(
                bestNote,
                messages.bind(() -> words.rule(model.progressProperty().get()), model.progressProperty()),
                HELP);
        CommandOffer.on(screen, model::command);
        pace.remember(model.session().opened());
        fillTabs();
        widenForTable();
        messages.keepShown(this::show, model.progressProperty(), model.starting(), model.runs());
    }

    private void giveButtons(ViewValues view) {
        BooleanBinding atWork = model.control().atWork();
        BooleanBinding canGoOn = model.control().canGoOn();
        view.value("cannotResume", model.control().canResume().or(canGoOn).not());
        view.value(
                "resumeText",
                messages.bind(
                        () -> messages.text(model.control().waits().get() ? "train.resume.queue" : "shell.resume"),
                        model.control().waits()));
        view.value("cannotPause", atWork.not().or(canGoOn));
        view.value("cannotStep", canGoOn.not());
        view.value("cannotStop", atWork.not());
        view.value("controls", model.control().canResume().or(atWork).or(canGoOn));
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
        StringBinding rivals = messages.about(model.progressProperty(), words::rivals);
        view.value("rivals", rivals);
        view.value("isCompared", rivals.isNotEmpty());
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
                        .otherwise(Bindings.min(FORM, screen.widthProperty().multiply(FORM_SHARE))));
        side.minWidthProperty().bind(side.prefWidthProperty());
        side.maxWidthProperty().bind(side.prefWidthProperty());
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
