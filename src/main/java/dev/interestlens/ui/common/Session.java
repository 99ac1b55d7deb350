package dev.interestlens.ui.common;

import dev.interestlens.measurement.compare.SharedRows;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.MeasuringTimes;
import dev.interestlens.workspace.QueuedRun;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.data.DatasetLabel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/** The state that the screens share: the selection, the experiment being configured, and the running jobs. */
public final class Session {
    /** A target that a screen can navigate to, without depending on the other screen. */
    public enum Goal {
        DATA,
        MODEL,
        TRAIN,
        RECOMMEND,
        EXPLAIN,
        COMPARE,
        EXPORT,
        QUESTIONS,
        PLAYGROUND
    }

    private final ObjectProperty<OpenDataset> data = new SimpleObjectProperty<>(this, "data");
    private final ObjectProperty<Path> arrived = new SimpleObjectProperty<>(this, "arrived");
    private final ObjectProperty<Path> saved = new SimpleObjectProperty<>(this, "saved");
    private final ObjectProperty<RunFolder> run = new SimpleObjectProperty<>(this, "run");
    private final BooleanProperty readOnly = new SimpleBooleanProperty(this, "readOnly");
    private final ObjectProperty<RunFolder> atWork = new SimpleObjectProperty<>(this, "atWork");
    private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
    private final ObservableList<ListedData> datasets = FXCollections.observableArrayList();
    private final ObjectProperty<ExperimentConfig> draft = new SimpleObjectProperty<>(
            this, "draft", ExperimentConfig.preset(ModelCatalog.first().id(), Preset.BALANCED));
    private final WrongEntries wrongEntries = new WrongEntries();
    private final RunStyles styles = new RunStyles();
    private final Jobs jobs = new Jobs();
    private final ObjectProperty<Goal> goal = new SimpleObjectProperty<>(this, "goal");
    private final ObjectProperty<Goal> shown = new SimpleObjectProperty<>(this, "shown");
    private final ObservableList<QueuedRun> queue = FXCollections.observableArrayList();
    private final BooleanProperty queueHeld = new SimpleBooleanProperty(this, "queueHeld");
    private final ObjectProperty<Integer> question = new SimpleObjectProperty<>(this, "question", 1);
    private final ObjectProperty<Integer> sample = new SimpleObjectProperty<>(this, "sample");
    private final ObservableList<String> compared = FXCollections.observableArrayList();
    private final ObservableList<String> laidOver = FXCollections.observableArrayList();
    private final ObservableSet<String> opened = FXCollections.observableSet();
    private final ObjectProperty<RunTableState> runTable = new SimpleObjectProperty<>(this, "runTable");

    private final ObjectProperty<MeasuringTimes> times = new SimpleObjectProperty<>(this, "times", MeasuringTimes.NONE);

    private boolean draftRestored;

    /** With nothing open yet. */
    public Session() {
        data.addListener((observed, before, now) -> {
            if (before != null && now != null) {
                draft.set(draft.get().adapted(before.info(), now.info()));
            } else if (now != null && !draftRestored) {
                draft.set(draft.get().adapted(now.info()));
            }
        });
    }

    /** Takes the configuration of an earlier window, which belongs to the data set that is opened first. */
    public void restore(ExperimentConfig earlier) {
        draftRestored = true;
        draft.set(earlier);
    }

    /** The open data set, on which new runs are trained, or null. */
    public ObjectProperty<OpenDataset> dataProperty() {
        return data;
    }

    /** A data set whose import ended while other data was in use on another screen, until it is opened or refused; or null. */
    public ObjectProperty<Path> arrivedProperty() {
        return arrived;
    }

    /** The file that was saved last on this screen, where the screen does not tell it itself; or null. */
    public ObjectProperty<Path> savedProperty() {
        return saved;
    }

    /** The selected run, or null. */
    public ObjectProperty<RunFolder> runProperty() {
        return run;
    }

    /** All runs of the workspace, newest first. */
    public ObservableList<RunSummary> runs() {
        return runs;
    }

    /** All prepared data sets of the workspace. */
    public ObservableList<ListedData> datasets() {
        return datasets;
    }

    /** A run of the list by its folder. */
    public Optional<RunSummary> summary(RunFolder folder) {
        return runs.stream().filter(each -> each.folder().equals(folder)).findFirst();
    }

    /** How long measurements took on this machine. */
    public ObjectProperty<MeasuringTimes> timesProperty() {
        return times;
    }

    /** What the list knows of some runs. */
    public List<RunSummary> summaries(Collection<RunFolder> folders) {
        return folders.stream().flatMap(each -> summary(each).stream()).toList();
    }

    /** Whether a run can be opened: a run that the list does not know was only just made, and cannot. */
    public boolean isReady(RunFolder folder) {
        return summary(folder).map(RunSummary::hasModel).orElse(false);
    }

    /** The runs that can be opened, newest first. */
    public Stream<RunSummary> readyRuns() {
        return runs.stream().filter(RunSummary::hasModel);
    }

    /** The selected run where it can be opened, else the newest one that can. */
    public Optional<RunFolder> readyRun() {
        return Optional.ofNullable(run.get())
                .filter(this::isReady)
                .or(() -> readyRuns().map(RunSummary::folder).findFirst());
    }

    /** Selects another run; the selected row stays where both runs have the same rows. */
    public void choose(RunFolder chosen) {
        boolean same = Optional.ofNullable(run.get())
                .flatMap(this::summary)
                .map(RunSummary::description)
                .flatMap(before ->
                        summary(chosen).map(RunSummary::description).filter(now -> SharedRows.fits(before, now)))
                .isPresent();
        if (!same) {
            sample.set(null);
        }
        run.set(chosen);
    }

    /** The display name of a run. */
    public String nameOf(RunFolder folder) {
        return summary(folder).map(RunSummary::name).orElse(folder.folderName());
    }

    /** The display name of the data set in a folder, also of one that is gone. */
    public String nameOfData(Path folder) {
        return datasets.stream()
                .filter(each -> each.folder().equals(folder))
                .findFirst()
                .map(ListedData::name)
                .orElseGet(() -> DatasetLabel.NONE.nameOf(folder));
    }

    /** Names of the folders of the runs that are compared. */
    public ObservableList<String> compared() {
        return compared;
    }

    /** Names of the folders of the runs whose curves are laid over those of the selected one. */
    public ObservableList<String> laidOver() {
        return laidOver;
    }

    /** The summary of a run by the name of its folder. */
    public Optional<RunSummary> named(String folder) {
        return runs.stream()
                .filter(each -> each.folder().folderName().equals(folder))
                .findFirst();
    }

    /** The ids of the parts of screens that were opened beside what is shown at first. */
    public ObservableSet<String> opened() {
        return opened;
    }

    /** Whether another window owns this workspace, so that this one is read-only. */
    public BooleanProperty readOnlyProperty() {
        return readOnly;
    }

    /** The run that is being trained, or null. */
    public ObjectProperty<RunFolder> atWorkProperty() {
        return atWork;
    }

    /** Queued runs, the next first. */
    public ObservableList<QueuedRun> queue() {
        return queue;
    }

    /** Whether the queue is held until a person releases it, since it was left by an earlier window. */
    public BooleanProperty queueHeldProperty() {
        return queueHeld;
    }

    /** The configuration of the next run. */
    public ObjectProperty<ExperimentConfig> draftProperty() {
        return draft;
    }

    /** Invalid entries of the forms, which are not in the configuration. */
    public WrongEntries wrongEntries() {
        return wrongEntries;
    }

    /** Which colour and marker each run has. */
    public RunStyles styles() {
        return styles;
    }

    /** The running jobs. */
    public Jobs jobs() {
        return jobs;
    }

    /** The next navigation target; the shell goes there and clears it. */
    public ObjectProperty<Goal> goalProperty() {
        return goal;
    }

    /** The target that is shown, set by the shell; null for a screen that is not a target. */
    public ObjectProperty<Goal> shownProperty() {
        return shown;
    }

    /** The number of the selected question, from 1. */
    public ObjectProperty<Integer> questionProperty() {
        return question;
    }

    /** The selected row of the test part, or null. */
    public ObjectProperty<Integer> sampleProperty() {
        return sample;
    }

    /** The arrangement of the table of runs, or null for the default. */
    public ObjectProperty<RunTableState> runTableProperty() {
        return runTable;
    }
}
