package dev.interestlens.ui.common;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One running job: what it says of itself and what may be asked of it. It stands in {@link Jobs} from its begin to its end. */
public final class Job {
    /** What a job does, and the place where a person sees more of it. */
    public enum Kind {
        TRAINING(Session.Goal.TRAIN),
        /** Reads or writes a data set. */
        DATA(Session.Goal.DATA),
        FIDELITY(Session.Goal.EXPLAIN),
        QUESTION(Session.Goal.QUESTIONS),
        /** Measures what histories of several lengths make of a run. */
        LENGTHS(Session.Goal.COMPARE),
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

    /** What may be asked of it; null while it is another window's. */
    public ReadOnlyObjectProperty<JobControl> controlProperty() {
        return control.getReadOnlyProperty();
    }

    /** Asks something of it, where this window may. */
    public void ask(Consumer<JobControl> wish) {
        Optional.ofNullable(control.get()).ifPresent(wish);
    }

    public void pauseOrResume() {
        ask(status.get().paused() ? JobControl::resume : JobControl::pause);
    }

    public void stop() {
        ask(JobControl::stop);
    }

    public void show(JobStatus now) {
        status.set(Objects.requireNonNull(now));
    }

    /** This window may ask from now on. */
    public void takeOver(JobControl ours) {
        control.set(ours);
    }

    /** It runs no more. */
    public void end() {
        jobs.remove(this);
    }
}
