package dev.interestlens.ui.common;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.QueuedRun;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.compare.SharedRows;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the screens share: one selection that drives all of them, the experiment that is being set up, and the jobs that run. */
public final class Session {
    /** A place a screen may send a person to, without knowing what is there. */
    public enum Goal {
        DATA,
        MODEL,
        TRAIN,
        RECOMMEND,
        EXPLAIN,
        COMPARE,
        EXPORT,
        QUESTIONS
    }

    private final ObjectProperty<OpenData> data = new SimpleObjectProperty<>(this, "data");
    private final ObjectProperty<RunFolder> run = new SimpleObjectProperty<>(this, "run");
    private final BooleanProperty readOnly = new SimpleBooleanProperty(this, "readOnly");
    private final ObjectProperty<RunFolder> atWork = new SimpleObjectProperty<>(this, "atWork");
    private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
    private final ObservableList<ListedData> datasets = FXCollections.observableArrayList();
    private final ObjectProperty<ExperimentConfig> draft = new SimpleObjectProperty<>(
            this, "draft", ExperimentConfig.preset(ModelCatalog.first().id(), Preset.BALANCED));
    private final WrongEntries wrongEntries = new WrongEntries();
    private final Jobs jobs = new Jobs();
    private final ObjectProperty<Goal> goal = new SimpleObjectProperty<>(this, "goal");
    private final ObjectProperty<Goal> shown = new SimpleObjectProperty<>(this, "shown");
    private final ObservableList<QueuedRun> queue = FXCollections.observableArrayList();
    private final BooleanProperty queueHeld = new SimpleBooleanProperty(this, "queueHeld");
    private final ObjectProperty<Integer> question = new SimpleObjectProperty<>(this, "question", 1);
    private final ObjectProperty<Integer> sample = new SimpleObjectProperty<>(this, "sample");
    private final ObjectProperty<RunTableState> runTable = new SimpleObjectProperty<>(this, "runTable");

    /** The data set that is looked at and trained on, or null. */
    public ObjectProperty<OpenData> dataProperty() {
        return data;
    }

    /** The run that is looked at, or null. */
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

    /** Looks at another run; the row stays where both runs have the same rows. */
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

    /** What a person calls a run. */
    public String nameOf(RunFolder folder) {
        return summary(folder)
                .map(RunSummary::name)
                .orElse(folder.path().getFileName().toString());
    }

    /** Whether another window works in this workspace, so that this one may only look on. */
    public BooleanProperty readOnlyProperty() {
        return readOnly;
    }

    /** The run that is being trained, or null. */
    public ObjectProperty<RunFolder> atWorkProperty() {
        return atWork;
    }

    /** Runs that wait for their turn, the next first. */
    public ObservableList<QueuedRun> queue() {
        return queue;
    }

    /** Whether those wait for a word of a person, too: they were left over by an earlier window. */
    public BooleanProperty queueHeldProperty() {
        return queueHeld;
    }

    /** What the next run will be. */
    public ObjectProperty<ExperimentConfig> draftProperty() {
        return draft;
    }

    /** What the forms show beyond that and cannot be used. */
    public WrongEntries wrongEntries() {
        return wrongEntries;
    }

    /** All jobs that run now. */
    public Jobs jobs() {
        return jobs;
    }

    /** Where a person is to be sent next; the shell goes there and clears it. */
    public ObjectProperty<Goal> goalProperty() {
        return goal;
    }

    /** The place that a person looks at, or null where it is none of these; the shell tells. */
    public ObjectProperty<Goal> shownProperty() {
        return shown;
    }

    /** The number of the question that is looked at, from 1. */
    public ObjectProperty<Integer> questionProperty() {
        return question;
    }

    /** Row of the test part that is looked at, or null. */
    public ObjectProperty<Integer> sampleProperty() {
        return sample;
    }

    /** How the table of runs is arranged, or null before anybody arranged it. */
    public ObjectProperty<RunTableState> runTableProperty() {
        return runTable;
    }
}
