package dev.interestlens.ui.home;

import dev.interestlens.explain.words.Text;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.question.Experiment;
import dev.interestlens.question.five.Questions;
import dev.interestlens.store.Disk;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.ReadOnly;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.TimeWords;
import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.workspace.AttentionLog;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.SampleRun;
import dev.interestlens.workspace.Workspace;
import dev.interestlens.workspace.data.SampleData;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** The entry points of the program. */
public final class HomeViewModel {
    private static final String SAMPLE = "sample-data";

    private final Workspace workspace;
    private final Session session;
    private final Background background;
    private final ImportRunner imports;
    private final TrainingRunner trainings;
    private final LatestRequest unpacking = new LatestRequest();
    private final LatestRequest beginning = new LatestRequest();
    private final LatestRequest bundling = new LatestRequest();
    private final Messages messages;
    private final ReadOnlyObjectWrapper<String> doing = new ReadOnlyObjectWrapper<>(this, "doing");
    private boolean explainsNext;
    private Optional<Runnable> wish = Optional.empty();
    private boolean bringing;

    private final LatestRequest watching = new LatestRequest();
    private final ReadOnlyObjectWrapper<AttentionLog> watched = new ReadOnlyObjectWrapper<>(this, "watched");

    public HomeViewModel(
            Workspace workspace,
            Session session,
            Background background,
            ImportRunner imports,
            TrainingRunner trainings,
            Messages messages) {
        this.messages = messages;
        this.workspace = workspace;
        this.session = session;
        this.background = background;
        this.imports = imports;
        this.trainings = trainings;
        Changes.call(this::explainWhatWasTrained, session.runs());
        session.shownProperty() // stay on another screen if one was opened meanwhile
                .addListener((observed, before, now) -> explainsNext = explainsNext && now == Session.Goal.TRAIN);
        session.shownProperty().addListener(change -> doing.set(null));
        session.jobs().newestProperty(Job.Kind.DATA).addListener((observed, before, now) -> {
            if (now == null) { // it ended, successfully or not
                bringing = false;
                doing.set(null);
            }
        });
    }

    private void explainWhatWasTrained() {
        boolean trained = session.runs().stream()
                .anyMatch(run -> run.folder().equals(session.runProperty().get()) && !run.isAlive() && run.hasModel());
        if (explainsNext && session.jobs().trainingProperty().get() == null && trained) {
            explainsNext = false;
            session.goalProperty().set(Session.Goal.EXPLAIN);
        }
    }

    /** The attention of the bundled model during its training; null until it is read. */
    ReadOnlyObjectProperty<AttentionLog> watchedProperty() {
        return watched.getReadOnlyProperty();
    }

    ObservableList<RunSummary> runs() {
        return session.runs();
    }

    /** The name of a run's family; empty where its description cannot be read, as are data set and time. */
    String family(RunSummary run) {
        return run.description() == null
                ? ""
                : messages.family(run.description().config().model().id());
    }

    String data(RunSummary run) {
        return run.description() == null
                ? ""
                : session.nameOfData(run.description().dataset());
    }

    String when(RunSummary run) {
        return run.description() == null ? "" : TimeWords.minute(run.created());
    }

    /** Titles of the five questions, in order. */
    List<Text> questions() {
        return Questions.all().stream().map(Experiment::title).toList();
    }

    /** Opens a question by its number, from 1. */
    void openQuestion(int number) {
        session.questionProperty().set(number);
        session.goalProperty().set(Session.Goal.QUESTIONS);
    }

    /** Opens the playground, which needs neither data nor files. */
    void play() {
        session.goalProperty().set(Session.Goal.PLAYGROUND);
    }

    /** Whether a training runs already, or this window is read-only. */
    BooleanBinding cannotTrain() {
        return session.jobs().trainingProperty().isNotNull().or(session.readOnlyProperty());
    }

    /** Whether there is only the bundled model to explain and this read-only window must not unpack it. */
    BooleanBinding cannotExplain() {
        return explainsBundled().and(session.readOnlyProperty());
    }

    /** Text key of the running action, or null. */
    ReadOnlyObjectProperty<String> doingProperty() {
        return doing.getReadOnlyProperty();
    }

    private Optional<RunSummary> explainable() {
        return session.readyRuns().findFirst();
    }

    /** Whether the bundled model is explained, since there is no other. */
    BooleanBinding explainsBundled() {
        return Bindings.createBooleanBinding(() -> explainable().isEmpty(), session.runs());
    }

    /** Explains the newest run that can be explained; without one the model that travels along. */
    void explain() {
        doing.set("home.doing.explain");
        bring(Session.Goal.EXPLAIN);
    }

    /** Shows the newest run with a model on a screen; without one the bundled model. */
    public void bring(Session.Goal screen) {
        explainable()
                .map(RunSummary::folder)
                .ifPresentOrElse(run -> look(run, screen), () -> withSample(Optional.of(() -> unpack(screen))));
    }

    private void unpack(Session.Goal screen) {
        if (ReadOnly.refuses(session, background)) {
            doing.set(null);
            return;
        }
        Path dataset = session.dataProperty().get().folder();
        RunLabels labels = new RunLabels(messages.text("home.bundled"), "", List.of());
        background.load(
                bundling,
                ticket -> SampleRun.unpack(Disk.real(), workspace, dataset, labels),
                folder -> {
                    trainings.add(folder, () -> look(folder, screen));
                },
                this::notBrought);
    }

    private void look(RunFolder folder, Session.Goal screen) {
        session.runProperty().set(folder);
        session.goalProperty().set(screen);
    }

    /** Trains a small DIN on the bundled shop, which is first prepared if needed, and then explains it. */
    void trainSample() {
        doing.set("home.doing.train");
        withSample(Optional.of(this::trainOpened));
    }

    /** Trains a small DIN on the open data set and then explains it. */
    public void trainOpened() {
        session.wrongEntries().takeBack();
        OpenDataset data = session.dataProperty().get();
        ExperimentConfig quick = ExperimentConfig.preset(ModelCatalog.first().id(), Preset.QUICK);
        session.draftProperty().set(quick.adapted(data.info()));
        trainings.start(data.folder(), session.draftProperty().get());
        explainsNext = true;
        session.goalProperty().set(Session.Goal.TRAIN);
    }

    /** Opens a data set at the start, so that a model can be trained: the last one, else the newest, or on the first start the bundled shop. */
    public void begin(Optional<Path> last) {
        background.load(watching, ticket -> SampleRun.attention(), watched::set);
        background.load(
                beginning,
                ticket -> last.or(() -> newest(workspace.listDatasets())),
                known -> known.ifPresentOrElse(folder -> imports.open(folder, () -> {}), this::bringSample));
    }

    /** If another window owns the workspace, that one prepares the shop. */
    private void bringSample() {
        if (!session.readOnlyProperty().get()) {
            withSample(wish);
        }
    }

    private static Optional<Path> newest(List<Path> folders) {
        return folders.stream()
                .max(Comparator.comparingLong(
                        folder -> folder.resolve("dataset.json").toFile().lastModified()));
    }

    /** Opens the bundled shop, which is first prepared if needed. Requests during the preparation wait for it; only the last one is run. */
    private void withSample(Optional<Runnable> then) {
        wish = then;
        if (bringing) {
            return;
        }
        bringing = true;
        background.load(
                unpacking,
                ticket -> workspace.listDatasets().stream()
                        .filter(folder -> folder.getFileName().toString().startsWith(SAMPLE))
                        .findFirst(),
                found -> found.ifPresentOrElse(folder -> imports.open(folder, this::brought), this::prepareSample),
                this::notBrought);
    }

    private void prepareSample() {
        if (ReadOnly.refuses(session, background)) {
            bringing = false;
            doing.set(null);
            return;
        }
        background.load(
                unpacking,
                ticket -> SampleData.unpack(Disk.real(), workspace.root().resolve(SAMPLE)),
                folder -> imports.prepare(List.of(folder), this::isSampleWanted, this::brought),
                this::notBrought);
    }

    /** Not where nobody asked for it and there is other data meanwhile. */
    private boolean isSampleWanted() {
        return wish.isPresent() || imports.isNone();
    }

    private void notBrought(Exception failure) {
        bringing = false;
        doing.set(null);
        background.failed(failure);
    }

    private void brought() {
        bringing = false;
        Optional<Runnable> now = wish;
        wish = Optional.empty();
        now.ifPresent(Runnable::run);
    }

    void openData() {
        session.goalProperty().set(Session.Goal.DATA);
    }

    void look(RunSummary run) {
        session.runProperty().set(run.folder());
        session.goalProperty().set(Session.Goal.TRAIN);
    }
}
