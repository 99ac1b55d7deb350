package dev.interestlens.ui.model;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.OtherWeights;
import dev.interestlens.workspace.Lesson;
import dev.interestlens.workspace.RunSummary;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The equations of the configured model, with the tensors of a real prediction if there is a trained run with the same equations. */
public final class TeachViewModel {
    private final Session session;
    private final Background background;
    private final LatestRequest place = new LatestRequest();
    private final ReadOnlyObjectWrapper<Taught> taught = new ReadOnlyObjectWrapper<>(this, "taught");

    /**
     * A real prediction.
     *
     * @param run of the model
     * @param folder of that run
     * @param steps equations of the model
     */
    record Taught(String run, RunFolder folder, List<TeachingStep> steps, Lesson lesson) {}

    public TeachViewModel(Session session, Background background) {
        this.session = session;
        this.background = background;
        OtherWeights.call(session, run -> {
            if (taught.get() != null && taught.get().folder().equals(run)) {
                load();
            }
        });
    }

    Session session() {
        return session;
    }

    /** Id of the configured family. */
    String family() {
        return session.draftProperty().get().model().id();
    }

    /** The equations of the configured model. */
    List<TeachingStep> steps() {
        return ModelCatalog.teaching(session.draftProperty().get().model());
    }

    ReadOnlyObjectProperty<Taught> taughtProperty() {
        return taught.getReadOnlyProperty();
    }

    /** The tensors of the selected sample, if there is a trained run with the same equations. */
    Optional<Taught> taught() {
        return Optional.ofNullable(taught.get()).filter(now -> now.steps().equals(steps()));
    }

    /** The selected run if it has the same equations, else the newest run that has. */
    private Optional<RunSummary> run() {
        RunFolder open = session.runProperty().get();
        return session.summary(open == null ? new RunFolder(java.nio.file.Path.of("")) : open)
                .filter(this::teaches)
                .or(() -> session.runs().stream().filter(this::teaches).findFirst());
    }

    private boolean teaches(RunSummary run) {
        return run.hasModel()
                && ModelCatalog.teaching(run.description().config().model()).equals(steps());
    }

    /** Reads the tensors again. */
    void load() {
        Optional<RunSummary> run = run();
        if (run.isEmpty()) {
            place.forget();
            taught.set(null);
            return;
        }
        Integer chosen = session.sampleProperty().get();
        int row = chosen == null ? 0 : chosen;
        List<TeachingStep> steps = steps();
        background.run(
                Background.Lane.ENGINE,
                place,
                ticket -> new Taught(
                        run.get().name(),
                        run.get().folder(),
                        steps,
                        Lesson.of(run.get().folder(), row)),
                taught::set);
    }
}
