package dev.interestlens.ui.common;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One running job with its status and control. It is in {@link Jobs} while it runs. */
public final class Job {
    /** What a job does, and the screen with its details. */
    public enum Kind {
        TRAINING(Session.Goal.TRAIN),
        /** Reads or writes a data set. */
        DATA(Session.Goal.DATA),
        FIDELITY(Session.Goal.EXPLAIN),
        /** Measures which explanations find planted causes. */
        TRUST(Session.Goal.EXPLAIN),
        QUESTION(Session.Goal.QUESTIONS),
        /** One of the measurements of runs that are compared. */
        MEASUREMENT(Session.Goal.COMPARE),
        EXPORT(Session.Goal.EXPORT);

        private final Session.Goal place;

        Kind(Session.Goal place) {
            this.place = place;
        }

        public Session.Goal place() {
            return place;
        }
    }

    private final Jobs jobs;
    private final Kind kind;
    private final ReadOnlyObjectWrapper<JobStatus> status;
    private final ReadOnlyObjectWrapper<JobControl> control;
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper(this, "stopping");

    Job(Jobs jobs, Kind kind, JobStatus status, JobControl control) {
        this.jobs = jobs;
        this.kind = Objects.requireNonNull(kind);
        this.status = new ReadOnlyObjectWrapper<>(this, "status", Objects.requireNonNull(status));
        this.control = new ReadOnlyObjectWrapper<>(this, "control", control);
    }

    public Kind kind() {
        return kind;
    }

    public ReadOnlyObjectProperty<JobStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Its control; null while another window owns it. */
    public ReadOnlyObjectProperty<JobControl> controlProperty() {
        return control.getReadOnlyProperty();
    }

    /** Uses its control, if this window may. */
    public void ask(Consumer<JobControl> wish) {
        Optional.ofNullable(control.get()).ifPresent(wish);
    }

    public void pauseOrResume() {
        ask(status.get().paused() ? JobControl::resume : JobControl::pause);
    }

    public void stop() {
        ask(control -> {
            control.stop();
            stopping.set(true);
        });
    }

    /** Whether it was asked to stop, and has not ended yet. */
    public ReadOnlyBooleanProperty stoppingProperty() {
        return stopping.getReadOnlyProperty();
    }

    public void show(JobStatus now) {
        status.set(Objects.requireNonNull(now));
    }

    /** From now on this window controls it. */
    public void takeOver(JobControl ours) {
        control.set(ours);
    }

    /** The job has ended. */
    public void end() {
        jobs.remove(this);
    }
}
