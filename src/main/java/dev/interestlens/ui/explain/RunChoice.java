package dev.interestlens.ui.explain;

import dev.interestlens.train.RunFolder;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.SharedRows;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Which run is explained: the one that the session looks at, or as long as that has no checkpoint the newest run that has one. What a person reads is
 * never exchanged under their eyes: the first checkpoint of the session's run is taken up when they come back or choose it.
 */
final class RunChoice {
    private final Session session;
    private final ReadOnlyObjectWrapper<RunFolder> run = new ReadOnlyObjectWrapper<>(this, "run");

    RunChoice(Session session) {
        this.session = session;
        session.runProperty().addListener(change -> settle());
        settle();
    }

    /** The run that is explained, or waited for; null without one. */
    ReadOnlyObjectProperty<RunFolder> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** All runs, newest first. */
    List<RunSummary> all() {
        return List.copyOf(session.runs());
    }

    /** Looks anew at what the session's run has. */
    void settle() {
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

    /** A person takes a run; the row stays where both runs have the same. */
    void choose(RunSummary chosen) {
        RunFolder before = run.get();
        boolean sameRows = before != null
                && session.summary(before)
                        .filter(each -> each.description() != null)
                        .filter(each -> SharedRows.fits(each.description(), chosen.description()))
                        .isPresent();
        if (!sameRows) {
            session.sampleProperty().set(null);
        }
        session.runProperty().set(chosen.folder());
        settle();
    }
}
