package dev.interestlens.ui.train;

import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Undo;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** Name, tags and note of one run. Edits belong to the run they were loaded from, and are saved before another one is shown. */
final class LabelsViewModel {
    private final Session session;
    private final TrainingRunner trainings;
    private final ObservableList<RunSummary> listed;
    private final ReadOnlyObjectWrapper<RunSummary> run = new ReadOnlyObjectWrapper<>(this, "run");
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty tags = new SimpleStringProperty(this, "tags", "");
    private final StringProperty note = new SimpleStringProperty(this, "note", "");
    private final Undo<Labelled> changes = new Undo<>();

    /** A run and its previous label. */
    private record Labelled(RunFolder folder, RunLabels labels) {}

    /** @param listed the shown runs, of which the selected one can be labelled */
    LabelsViewModel(Session session, TrainingRunner trainings, ObservableList<RunSummary> listed) {
        this.session = session;
        this.trainings = trainings;
        this.listed = listed;
        Changes.call(this::follow, session.runProperty(), listed);
        follow();
    }

    /** The labelled run, or null. */
    ReadOnlyObjectProperty<RunSummary> runProperty() {
        return run.getReadOnlyProperty();
    }

    StringProperty nameProperty() {
        return name;
    }

    /** Separated by commas. */
    StringProperty tagsProperty() {
        return tags;
    }

    StringProperty noteProperty() {
        return note;
    }

    private void follow() {
        RunSummary before = run.get();
        RunSummary now = listed.stream()
                .filter(each -> each.folder().equals(session.runProperty().get()))
                .findFirst()
                .orElse(null);
        boolean same = before != null && now != null && before.folder().equals(now.folder());
        if (same && isEdited()) {
            run.set(now.with(before.labels()));
            return;
        }
        keep();
        run.set(now);
        show(now == null ? RunLabels.NONE : now.labels());
    }

    private void show(RunLabels labels) {
        name.set(labels.name());
        tags.set(String.join(", ", labels.tags()));
        note.set(labels.note());
    }

    private RunLabels typed() {
        return new RunLabels(name.get(), note.get(), RunLabels.tags(tags.get()));
    }

    private boolean isEdited() {
        return run.get() != null && !typed().equals(run.get().labels());
    }

    /** Saves the label if it has changed. */
    void keep() {
        if (isEdited()) {
            RunSummary of = run.get();
            RunLabels labels = typed();
            changes.changed(new Labelled(of.folder(), of.labels()), new Labelled(of.folder(), labels));
            run.set(of.with(labels));
            trainings.label(of.folder(), labels);
        }
    }

    /** Restores the previous label of the run that was labelled last. */
    void undo() {
        give(changes.back());
    }

    void redo() {
        give(changes.again());
    }

    private void give(Optional<Labelled> to) {
        to.ifPresent(was -> trainings.label(was.folder(), was.labels()));
    }
}
