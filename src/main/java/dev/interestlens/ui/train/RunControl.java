package dev.interestlens.ui.train;

import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.JobControl;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.workspace.RunSummary;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;

/** Pauses, stops and continues the selected run. */
final class RunControl {
    private final Session session;
    private final TrainingRunner trainings;
    private final BooleanBinding atWork;
    private final BooleanBinding canGoOn;
    private final BooleanBinding canResume;
    private final BooleanBinding waits;

    RunControl(Session session, TrainingRunner trainings) {
        this.session = session;
        this.trainings = trainings;
        canResume = Bindings.createBooleanBinding(
                () -> session.summary(session.runProperty().get())
                                .map(RunSummary::canResume)
                                .orElse(false)
                        && session.queue().stream().noneMatch(each -> each.folder()
                                .equals(session.runProperty().get()))
                        && !session.readOnlyProperty().get(),
                session.readOnlyProperty(),
                session.runProperty(),
                session.runs(),
                session.queue());
        waits = canResume.and(Bindings.isNotEmpty(session.jobs().all()));
        ReadOnlyObjectProperty<Job> training = session.jobs().trainingProperty();
        ObservableValue<JobControl> control = training.flatMap(Job::controlProperty);
        atWork = session.atWorkProperty()
                .isNotNull()
                .and(session.atWorkProperty().isEqualTo(session.runProperty()))
                .and(Bindings.createBooleanBinding(() -> control.getValue() != null, control));
        ObservableValue<JobStatus> status = training.flatMap(Job::statusProperty);
        canGoOn = atWork.and(Bindings.createBooleanBinding(
                () -> status.getValue() != null && status.getValue().paused(), status));
    }

    /** Whether the selected run is being trained, paused or not. */
    BooleanBinding atWork() {
        return atWork;
    }

    /** Whether it is paused. */
    BooleanBinding canGoOn() {
        return canGoOn;
    }

    /** Whether it can go on from its last checkpoint: at once, or behind what is being done. */
    BooleanBinding canResume() {
        return canResume;
    }

    /** Whether it can go on, behind what is being done. */
    BooleanBinding waits() {
        return waits;
    }

    /** Continues the selected run, from its pause or from its last checkpoint. */
    void resume() {
        if (canGoOn.get()) {
            tell(JobControl::resume);
        } else if (canResume.get()) {
            trainings.resume(session.runProperty().get());
        }
    }

    void pause() {
        tell(JobControl::pause);
    }

    void step() {
        tell(JobControl::step);
    }

    void stop() {
        Optional.ofNullable(session.jobs().trainingProperty().get()).ifPresent(Job::stop);
    }

    private void tell(Consumer<JobControl> wish) {
        Optional.ofNullable(session.jobs().trainingProperty().get()).ifPresent(job -> job.ask(wish));
    }
}
