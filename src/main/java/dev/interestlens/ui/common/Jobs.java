package dev.interestlens.ui.common;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** All jobs that run now, the oldest first. Each has its own control, independent of the others. */
public final class Jobs {
    private final ObservableList<Job> running = FXCollections.observableArrayList();
    private final ObservableList<Job> all = FXCollections.unmodifiableObservableList(running);
    private final ReadOnlyObjectWrapper<Job> main = new ReadOnlyObjectWrapper<>(this, "main");
    private final Map<Job.Kind, ReadOnlyObjectWrapper<Job>> newest = new EnumMap<>(Job.Kind.class);

    public Jobs() {
        for (Job.Kind kind : Job.Kind.values()) {
            newest.put(kind, new ReadOnlyObjectWrapper<>(this, kind.name()));
        }
    }

    /** Adds a job that has just begun. */
    public Job begin(Job.Kind kind, JobStatus status, JobControl control) {
        Job job = new Job(this, kind, status, control);
        running.add(job);
        choose();
        return job;
    }

    public ObservableList<Job> all() {
        return all;
    }

    public Stream<Job> of(Job.Kind kind) {
        return running.stream().filter(job -> job.kind() == kind);
    }

    /** The job in the status bar: the training, else the newest; null where nothing runs. */
    public ReadOnlyObjectProperty<Job> mainProperty() {
        return main.getReadOnlyProperty();
    }

    /** The newest of its kind, or null. */
    public ReadOnlyObjectProperty<Job> newestProperty(Job.Kind kind) {
        return newest.get(kind).getReadOnlyProperty();
    }

    /** The training that runs, or null. */
    public ReadOnlyObjectProperty<Job> trainingProperty() {
        return newestProperty(Job.Kind.TRAINING);
    }

    void remove(Job job) {
        running.remove(job);
        choose();
    }

    private void choose() {
        newest.forEach((kind, place) -> place.set(last(of(kind))));
        Job trains = trainingProperty().get();
        main.set(trains != null ? trains : last(running.stream()));
    }

    private static Job last(Stream<Job> jobs) {
        return jobs.reduce((earlier, later) -> later).orElse(null);
    }
}
