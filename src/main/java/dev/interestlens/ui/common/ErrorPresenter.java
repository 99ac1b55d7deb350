package dev.interestlens.ui.common;

import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every failure of the window ends: shown once in words with its fix, logged once with its cause.
 *
 * <p>The newest problem stays until a person dismisses it; the same one again is counted but not shown a second time.
 */
public final class ErrorPresenter {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPresenter.class);
    private static final int KEPT = 200;

    private final ReadOnlyObjectWrapper<Problem> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
    private final ObservableList<Problem> all = FXCollections.observableArrayList();

    /** The problem to be read now, or null. */
    public ReadOnlyObjectProperty<Problem> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Failures since the start. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** The newest failures, newest first. */
    public ObservableList<Problem> all() {
        return all;
    }

    /** Shows and logs a failure; on the FX thread. */
    public void show(Throwable failure) {
        Problem problem = problemOf(failure);
        LOG.error("{}", problem.text(java.util.Locale.ENGLISH), failure);
        show(problem);
    }

    /** Shows a problem that has been logged where it arose. */
    public void show(Problem problem) {
        count.set(count.get() + 1);
        if (!problem.equals(shown.get())) {
            all.add(0, problem);
            if (all.size() > KEPT) {
                all.remove(KEPT);
            }
            shown.set(problem);
        }
    }

    public void dismiss() {
        shown.set(null);
    }

    /** The words of any failure: its own, or those for what nobody foresaw. */
    public static Problem problemOf(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ProblemException known) {
                return known.problem();
            }
        }
        return Problem.internal(ErrorPresenter.class, "unexpected")
                .with("kind", failure.getClass().getSimpleName())
                .problem();
    }
}
