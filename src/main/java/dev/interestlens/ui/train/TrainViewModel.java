package dev.interestlens.ui.train;

import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.Devices;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.JobControl;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenData;
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
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/** A run that is looked at, runs that are laid over it, and what the next one will be trained with. */
public final class TrainViewModel {
    /** Curves in one picture, the selected run included. */
    static final int MAX_CURVES = 6;

    private static final Set<String> FIRST =
            Set.of("epochs", "batchSize", "learningRate", "behaviourDropout", "patience", "seed");

    private final Session session;
    private final TrainingRunner trainings;
    private final Background background;
    private final RunFollower follower;
    private final ObservableList<RunSummary> overlaid = FXCollections.observableArrayList();
    private final ObservableMap<RunFolder, RunProgress> overlays = FXCollections.observableHashMap();
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final RunTableViewModel table;
    private final ObservableList<RunSummary> besides = FXCollections.observableArrayList();
    private final BooleanProperty everySwitch = new SimpleBooleanProperty(this, "everySwitch");
    private final ObjectProperty<RunSummary> deleting = new SimpleObjectProperty<>(this, "deleting");
    private final ObservableList<Devices.Listed> devices = FXCollections.observableArrayList();
    private final LatestRequest asking = new LatestRequest();
    private final LabelsViewModel labels;
    private final BooleanBinding atWork;
    private final BooleanBinding canGoOn;
    private final BooleanBinding canStart;
    private final BooleanBinding canResume;
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
        overlaid.addListener((ListChangeListener<RunSummary>) change -> readOverlays());
        besides.addListener((ListChangeListener<RunSummary>) change -> readOverlays());
        canStart = session.dataProperty()
                .isNotNull()
                .and(session.readOnlyProperty().not())
                .and(Bindings.isEmpty(session.wrongEntries().all()));
        table = new RunTableViewModel(session.runs(), filter, session.runTableProperty(), background, messages);
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
        canResume = Bindings.createBooleanBinding(
                () -> selected().map(RunSummary::canResume).orElse(false)
                        && session.jobs().all().isEmpty()
                        && !session.readOnlyProperty().get(),
                session.readOnlyProperty(),
                session.runProperty(),
                session.runs(),
                session.jobs().all());
        ReadOnlyObjectProperty<Job> training = session.jobs().trainingProperty();
        ObservableValue<JobControl> control = training.flatMap(Job::controlProperty);
        atWork = session.atWorkProperty()
                .isNotNull()
                .and(session.atWorkProperty().isEqualTo(session.runProperty()))
                .and(Bindings.createBooleanBinding(() -> control.getValue() != null, control));
        ObservableValue<JobStatus> status = training.flatMap(Job::statusProperty);
        canGoOn = atWork.and(Bindings.createBooleanBinding(
                () -> status.getValue() != null && status.getValue().paused(), status));
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
        RunFolder folder = session.runProperty().get();
        if (folder == null) {
            follower.leave();
        } else {
            follower.follow(folder);
        }
    }

    private void readOverlays() {
        List<RunSummary> all = laidOver();
        overlays.keySet()
                .removeIf(folder -> all.stream().noneMatch(each -> each.folder().equals(folder)));
        for (RunSummary each : all) {
            if (!overlays.containsKey(each.folder())) {
                background.run(
                        Background.Lane.LOADER,
                        new LatestRequest(),
                        ticket -> RunFollower.once(each.folder()),
                        found -> found.filter(read -> isWanted(each))
                                .ifPresent(read -> overlays.put(each.folder(), read)));
            }
        }
    }

    private boolean isWanted(RunSummary run) {
        return laidOver().stream().anyMatch(each -> each.folder().equals(run.folder()));
    }

    /** Those that are kept in the picture, then those that are selected beside the one that is looked at, as far as there is room. */
    private List<RunSummary> laidOver() {
        return Stream.concat(overlaid.stream(), besides.stream().filter(each -> !isOverlaid(each)))
                .limit(MAX_CURVES - 1)
                .toList();
    }

    /** Runs that are selected beside the one that is looked at. */
    List<RunSummary> besides() {
        return besides;
    }

    /** Lays the curves of these over those of the selected run, until others are selected. */
    void beside(List<RunSummary> runs) {
        if (!besides.equals(runs)) {
            besides.setAll(runs);
        }
    }

    /** All runs as a table. */
    RunTableViewModel table() {
        return table;
    }

    /** The selected run, as its journal says. */
    ReadOnlyObjectProperty<RunProgress> progressProperty() {
        return follower.progressProperty();
    }

    /** Runs whose curves are laid over it. */
    ObservableList<RunSummary> overlaid() {
        return overlaid;
    }

    ObservableMap<RunFolder, RunProgress> overlays() {
        return overlays;
    }

    /** The curves there are, each under the name that its run has now. */
    List<RunProgress> curves() {
        return RunCurves.all(progressProperty().get(), overlays.values()).stream()
                .map(each -> session.summary(each.summary().folder())
                        .map(run -> each.with(run.labels()))
                        .orElse(each))
                .toList();
    }

    /** What the list of runs is narrowed to; words of name, tags, note, model and state. */
    StringProperty filterProperty() {
        return filter;
    }

    /** What a person says of the selected run. */
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

    /** Id of the family that will be trained. */
    String family() {
        return session.draftProperty().get().model().id();
    }

    void setTraining(TrainingConfig training) {
        ExperimentConfig draft = session.draftProperty().get();
        session.draftProperty().set(new ExperimentConfig(draft.data(), draft.model(), training));
    }

    /** Makes this the learning rate of the next run. */
    void tryRate(double rate) {
        session.draftProperty().set(ConfigJson.set(session.draftProperty().get(), "training.learningRate=" + rate));
    }

    /** Whether all switches are shown, or only those that most runs need. */
    BooleanProperty everySwitchProperty() {
        return everySwitch;
    }

    /** Fields that are shown now: the few that matter most, or all that matter under the other choices. */
    Predicate<String> shown(Record training) {
        boolean plain = ((TrainingConfig) training).optimizer() == TrainingConfig.OptimizerKind.SGD;
        return name -> everySwitch.get() ? !(plain && name.equals("tables")) : FIRST.contains(name);
    }

    /** Whether something is on its way to be trained, or read, of which nothing is known yet. */
    BooleanBinding starting() {
        return starting;
    }

    BooleanBinding canStart() {
        return canStart;
    }

    /** Whether a start would only put the run into the queue. */
    BooleanBinding queues() {
        return queues;
    }

    BooleanBinding canResume() {
        return canResume;
    }

    Optional<RunSummary> selected() {
        return session.runs().stream()
                .filter(each -> each.folder().equals(session.runProperty().get()))
                .findFirst();
    }

    void look(RunSummary run) {
        session.runProperty().set(run.folder());
    }

    void toggleOverlay(RunSummary run) {
        if (!overlaid.removeIf(each -> each.folder().equals(run.folder())) && overlaid.size() < MAX_CURVES - 1) {
            overlaid.add(run);
        }
    }

    boolean isOverlaid(RunSummary run) {
        return overlaid.stream().anyMatch(each -> each.folder().equals(run.folder()));
    }

    /** An entry of a form that must be put right before anything can start. */
    Optional<WrongEntries.Entry> wrong() {
        return session.wrongEntries().all().stream().findFirst();
    }

    void goToWrong() {
        wrong().ifPresent(entry -> session.goalProperty().set(entry.screen()));
    }

    /** Whether there is something to train on, and everything that is set up can be used. */
    public boolean mayStart() {
        return canStart.get();
    }

    /** Trains what is set up, now or after what already waits. */
    public void start() {
        OpenData data = session.dataProperty().get();
        if (canStart.get()) {
            trainings.start(data.folder(), session.draftProperty().get());
        }
    }

    /** Lets the selected run go on, from its pause or from its last checkpoint. */
    void resume() {
        if (canGoOn.get()) {
            tell(JobControl::resume);
        } else if (canResume.get()) {
            trainings.resume(session.runProperty().get());
        }
    }

    /** Whether the selected run is at work, paused or not. */
    BooleanBinding atWork() {
        return atWork;
    }

    /** Whether it is at work and paused. */
    BooleanBinding canGoOn() {
        return canGoOn;
    }

    void pause() {
        tell(JobControl::pause);
    }

    void step() {
        tell(JobControl::step);
    }

    void stop() {
        tell(JobControl::stop);
    }

    private void tell(Consumer<JobControl> wish) {
        Optional.ofNullable(session.jobs().trainingProperty().get()).ifPresent(job -> job.ask(wish));
    }

    /** The run that is to be removed once a person says so, or null; looking at another one takes the question back. */
    ReadOnlyObjectProperty<RunSummary> deletingProperty() {
        return deleting;
    }

    void askToDelete(RunSummary run) {
        deleting.set(run);
    }

    void keep() {
        deleting.set(null);
    }

    /** Removes the run that was asked about, for good. */
    void delete() {
        RunSummary run = deleting.get();
        deleting.set(null);
        if (run != null) {
            overlaid.removeIf(each -> each.folder().equals(run.folder()));
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

    /** Trains the same with one attention, to see whether more are worth it. */
    void trainWithOne(RunSummary run, String name) {
        ExperimentConfig config = run.description().config();
        String setting = "model." + config.model().attentionsSwitch() + "=1";
        trainings.queue(List.of(new QueuedRun.Wanted(
                run.description().dataset(),
                ConfigJson.set(config, setting),
                new RunLabels(name, "", run.labels().tags()))));
    }

    /** Makes a run's configuration that of the next run. */
    void takeSettings(RunSummary run) {
        session.wrongEntries().takeBack();
        session.draftProperty().set(run.description().config());
    }

    void releaseQueue() {
        trainings.releaseQueue();
    }

    void discard(List<QueuedRun> runs) {
        trainings.discard(runs);
    }

    /** Lets a waiting run begin earlier (negative) or later by some places. */
    void move(QueuedRun run, int by) {
        trainings.move(run, by);
    }

    /** The command that trains the same run again, beside it. */
    static String command(RunSummary run) {
        Path again = run.folder().path().resolveSibling(run.folder().path().getFileName() + "-again");
        return RunCommand.line(run.description().dataset(), run.description().config(), again);
    }

    void explain() {
        session.goalProperty().set(Session.Goal.EXPLAIN);
    }
}
