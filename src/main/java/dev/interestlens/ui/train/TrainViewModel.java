package dev.interestlens.ui.train;

import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.Devices;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Ticker;
import dev.interestlens.ui.common.WrongEntries;
import dev.interestlens.ui.common.run.RunFollower;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.workspace.QueuedRun;
import dev.interestlens.workspace.RunCommand;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The selected run, runs drawn with it, and the settings of the next run. */
public final class TrainViewModel {
    private static final Set<String> FIRST =
            Set.of("epochs", "batchSize", "learningRate", "behaviourDropout", "patience", "seed");

    private final Session session;
    private final TrainingRunner trainings;
    private final Background background;
    private final RunFollower follower;
    private final CurvesViewModel curves;
    private final RunControl control;
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final RunTableViewModel table;
    private final BooleanProperty everySwitch = new SimpleBooleanProperty(this, "everySwitch");
    private final ObjectProperty<RunSummary> deleting = new SimpleObjectProperty<>(this, "deleting");
    private final ObservableList<Devices.Listed> devices = FXCollections.observableArrayList();
    private final LatestRequest asking = new LatestRequest();
    private final LabelsViewModel labels;
    private final BooleanBinding canStart;
    private final BooleanBinding queues;
    private final BooleanBinding starting;

    public TrainViewModel(
            Session session, TrainingRunner trainings, Background background, Ticker ticker, Messages messages) {
        this.session = session;
        this.trainings = trainings;
        this.background = background;
        this.follower = new RunFollower(background, ticker);
        session.runProperty().addListener(change -> {
            keep();
            follow();
        });
        curves = new CurvesViewModel(session, background, follower.progressProperty());
        control = new RunControl(session, trainings);
        canStart = session.dataProperty()
                .isNotNull()
                .and(session.readOnlyProperty().not())
                .and(Bindings.isEmpty(session.wrongEntries().all()));
        table = new RunTableViewModel(
                session.runs(), session::nameOfData, filter, session.runTableProperty(), background, messages);
        labels = new LabelsViewModel(session, trainings, session.runs());
        queues = Bindings.createBooleanBinding(
                () -> !session.jobs().all().isEmpty() || !session.queue().isEmpty(),
                session.jobs().all(),
                session.queue());
        starting = Bindings.createBooleanBinding(
                () -> session.runProperty().get() != null
                        || session.jobs().trainingProperty().get() != null
                        || !session.queue().isEmpty()
                                && !session.queueHeldProperty().get(),
                session.runProperty(),
                session.jobs().trainingProperty(),
                session.queueHeldProperty(),
                session.queue());
        follow();
    }

    /** Devices of this machine; empty until {@link #askForDevices} was answered. */
    ObservableList<Devices.Listed> devices() {
        return devices;
    }

    /** Asks the engine, once. */
    void askForDevices() {
        if (devices.isEmpty()) {
            background.run(Background.Lane.ENGINE, asking, ticket -> Devices.list(), devices::setAll);
        }
    }

    private void follow() {
        follower.follow(session.runProperty().get());
    }

    /** All runs as a table. */
    RunTableViewModel table() {
        return table;
    }

    /** The journal of the selected run. */
    ReadOnlyObjectProperty<RunProgress> progressProperty() {
        return follower.progressProperty();
    }

    CurvesViewModel curves() {
        return curves;
    }

    RunControl control() {
        return control;
    }

    /** The filter of the list of runs: words of name, tags, note, model and state. */
    StringProperty filterProperty() {
        return filter;
    }

    /** The label of the selected run. */
    LabelsViewModel labels() {
        return labels;
    }

    ObservableList<RunSummary> runs() {
        return session.runs();
    }

    Session session() {
        return session;
    }

    TrainingConfig training() {
        return session.draftProperty().get().training();
    }

    /** The training of the nearest preset, from which deviations are marked. */
    TrainingConfig usual() {
        return session.draftProperty().get().nearestTraining();
    }

    /** Id of the configured family. */
    String family() {
        return session.draftProperty().get().model().id();
    }

    void setTraining(TrainingConfig training) {
        ExperimentConfig draft = session.draftProperty().get();
        session.draftProperty().set(new ExperimentConfig(draft.data(), draft.model(), training));
    }

    /** Sets the learning rate of the next run. */
    void tryRate(double rate) {
        session.draftProperty().set(ConfigJson.set(session.draftProperty().get(), "training.learningRate=" + rate));
    }

    /** Whether all settings are shown, or only the common ones. */
    BooleanProperty everySwitchProperty() {
        return everySwitch;
    }

    /** The shown fields: the common ones, or all with a meaning under the other choices. */
    Predicate<String> shown(Record training) {
        boolean plain = ((TrainingConfig) training).updates().optimizer() == TrainingConfig.OptimizerKind.SGD;
        return name -> everySwitch.get() ? !(plain && name.equals("tables")) : FIRST.contains(name);
    }

    /** Whether a training or an import is being started. */
    BooleanBinding starting() {
        return starting;
    }

    BooleanBinding canStart() {
        return canStart;
    }

    /** Whether a start would only queue the run. */
    BooleanBinding queues() {
        return queues;
    }

    Optional<RunSummary> selected() {
        return session.summary(session.runProperty().get());
    }

    void look(RunSummary run) {
        session.runProperty().set(run.folder());
    }

    /** An invalid entry that must be corrected before a start. */
    Optional<WrongEntries.Entry> wrong() {
        return session.wrongEntries().all().stream().findFirst();
    }

    void goToWrong() {
        wrong().ifPresent(entry -> session.goalProperty().set(entry.screen()));
    }

    /** Whether there is a data set and the configuration is valid. */
    public boolean mayStart() {
        return canStart.get();
    }

    /** Trains the configured experiment, now or after the queued runs. */
    public void start() {
        OpenDataset data = session.dataProperty().get();
        if (canStart.get()) {
            trainings.start(data.folder(), session.draftProperty().get());
        }
    }

    /** The run whose deletion is to be confirmed, or null; selecting another one cancels it. */
    ReadOnlyObjectProperty<RunSummary> deletingProperty() {
        return deleting;
    }

    void askToDelete(RunSummary run) {
        deleting.set(run);
    }

    void keep() {
        deleting.set(null);
    }

    /** Deletes the run after confirmation. */
    void delete() {
        RunSummary run = deleting.get();
        deleting.set(null);
        if (run != null) {
            curves.drop(run);
            trainings.delete(run.folder());
        }
    }

    /** Trains the same again: data, configuration and seed. */
    void reproduce(RunSummary run, String name) {
        trainings.queue(List.of(new QueuedRun.Wanted(
                run.description().dataset(),
                run.description().config(),
                new RunLabels(name, "", run.labels().tags()))));
    }

    /** Trains the same with one head, to see whether several are better. */
    void trainWithOne(RunSummary run, String name) {
        ExperimentConfig config = run.description().config();
        String setting = "model." + config.model().attentionsSwitch() + "=1";
        trainings.queue(List.of(new QueuedRun.Wanted(
                run.description().dataset(),
                ConfigJson.set(config, setting),
                new RunLabels(name, "", run.labels().tags()))));
    }

    /** Uses a run's configuration for the next run. */
    void takeSettings(RunSummary run) {
        session.wrongEntries().takeBack();
        session.draftProperty().set(run.description().config());
    }

    /** The preset that is nearest to the next run's settings. */
    Preset preset() {
        return RunCommand.nearest(session.draftProperty().get());
    }

    /** Words of the command that trains the shown run again; none without one. */
    List<String> command() {
        return Optional.ofNullable(progressProperty().get())
                .map(RunProgress::summary)
                .filter(run -> run.description() != null)
                .map(run -> RunCommand.words(
                        run.description().dataset(), run.description().config(), again(run)))
                .orElse(List.of());
    }

    private static Path again(RunSummary run) {
        return run.folder().path().resolveSibling(run.folder().path().getFileName() + "-again");
    }

    /** The command that trains the same run again as a new one. */
    static String command(RunSummary run) {
        return RunCommand.line(run.description().dataset(), run.description().config(), again(run));
    }
}
