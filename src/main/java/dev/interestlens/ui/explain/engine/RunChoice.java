package dev.interestlens.ui.explain.engine;

import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.RunSummary;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Which run is explained: the one that the session looks at, or as long as that has no checkpoint the newest run that has one. What a person reads is
 * never exchanged under their eyes: the first checkpoint of the session's run is taken up when they come back or choose it.
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
                () -> other.get()
                        && session.summary(session.runProperty().get())
                                .map(RunSummary::hasModel)
                                .orElse(false),
                other,
                session.runProperty(),
                session.runs());
        session.runProperty().addListener(change -> settle());
        settle();
    }

    /** The explained run, or waited for; null without one. */
    public ReadOnlyObjectProperty<RunFolder> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Whether another run is explained than the session's. */
    public BooleanBinding isOther() {
        return other;
    }

    /** Whether the session's run, which is not explained, has a checkpoint by now. */
    public BooleanBinding isReady() {
        return ready;
    }

    /** What the explained run is called. */
    public String name() {
        return session.nameOf(run.get());
    }

    /** What the session's run is called. */
    public String wanted() {
        return session.nameOf(session.runProperty().get());
    }

    /** Looks anew at what the session's run has. */
    public void settle() {
        RunFolder wanted = session.runProperty().get();
        boolean ready = wanted == null
                || session.summary(wanted).map(RunSummary::hasModel).orElse(true);
        run.set(ready ? wanted : newest().orElse(wanted));
    }

    private Optional<RunFolder> newest() {
        return session.runs().stream()
                .filter(RunSummary::hasModel)
                .map(RunSummary::folder)
                .findFirst();
    }
}
