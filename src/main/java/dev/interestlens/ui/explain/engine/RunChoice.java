package dev.interestlens.ui.explain.engine;

import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.control.Changes;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The explained run: the selected one, or while that has no checkpoint the newest run that has one. The shown run is never replaced on its own: the
 * selected run is opened when the screen is shown again or on request.
 */
public final class RunChoice {
    private final Session session;
    private final BooleanBinding other;
    private final BooleanBinding ready;
    private final ReadOnlyObjectWrapper<RunFolder> run = new ReadOnlyObjectWrapper<>(this, "run");

    public RunChoice(Session session) {
        this.session = session;
        other = run.isNotNull().and(session.runProperty().isNotNull()).and(run.isNotEqualTo(session.runProperty()));
        ready = Bindings.createBooleanBinding(
                () -> other.get() && session.isReady(session.runProperty().get()),
                other,
                session.runProperty(),
                session.runs());
        Changes.call(this::settle, session.runProperty());
        settle();
    }

    /** The explained run, possibly still without a checkpoint; null without one. */
    public ReadOnlyObjectProperty<RunFolder> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Whether another run than the selected one is explained. */
    public BooleanBinding isOther() {
        return other;
    }

    /** Whether the selected run, which is not explained, has a checkpoint now. */
    public BooleanBinding isReady() {
        return ready;
    }

    /** Name of the explained run. */
    public String name() {
        return session.nameOf(run.get());
    }

    /** Name of the selected run. */
    public String wanted() {
        return session.nameOf(session.runProperty().get());
    }

    /** Checks the selected run again. */
    public void settle() {
        RunFolder wanted = session.runProperty().get();
        run.set(wanted == null ? null : session.readyRun().orElse(wanted));
    }
}
