package dev.interestlens.ui.common;

import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles all failures of the window: shows each once with its fix, and logs it once with its cause.
 *
 * <p>The newest problem stays until it is dismissed; one that comes again is the newest and still one.
 */
public final class ErrorPresenter {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPresenter.class);
    private static final int KEPT = 200;

    private final ReadOnlyObjectWrapper<Problem> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ObservableList<Problem> all = FXCollections.observableArrayList();
    private final IntegerBinding count = Bindings.size(all);

    /** The problem that is shown, or null. */
    public ReadOnlyObjectProperty<Problem> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** How many there are. */
    public IntegerBinding count() {
        return count;
    }

    /** The newest failures, newest first. */
    public ObservableList<Problem> all() {
        return all;
    }

    /** Shows and logs a failure; on the FX thread. */
    public void show(Throwable failure) {
        Problem problem = problemOf(failure);
        LOG.error("{}", problem.text(java.util.Locale.ENGLISH, Problem.Surface.WINDOW), failure);
        show(problem);
    }

    /** Shows a problem that has already been logged. */
    public void show(Problem problem) {
        all.remove(problem);
        all.add(0, problem);
        if (all.size() > KEPT) {
            all.remove(KEPT);
        }
        shown.set(problem);
    }

    public void dismiss() {
        shown.set(null);
    }

    /** Dismisses this failure if it is the one that is shown. */
    public void dismiss(Throwable failure) {
        if (problemOf(failure).equals(shown.get())) {
            dismiss();
        }
    }

    /** A failure as a problem: its own, or the generic one for unexpected failures. */
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
