package dev.interestlens.ui.model;

import dev.interestlens.train.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Newest;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.Lesson;
import dev.interestlens.workspace.RunSummary;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the chosen family computes, with the tensors of a real prediction where a run of that family has been trained. */
public final class TeachViewModel {
    private final Session session;
    private final Background background;
    private final Newest place = new Newest();
    private final ReadOnlyObjectWrapper<Lesson> lesson = new ReadOnlyObjectWrapper<>(this, "lesson");

    public TeachViewModel(Session session, Background background) {
        this.session = session;
        this.background = background;
    }

    Session session() {
        return session;
    }

    /** Id of the family that is set up. */
    String family() {
        return session.draftProperty().get().model().id();
    }

    /** The tensors of the sample that is looked at, or null without a trained run of the family. */
    ReadOnlyObjectProperty<Lesson> lessonProperty() {
        return lesson.getReadOnlyProperty();
    }

    /** The run that is looked at if it is of the family, else the newest one that is. */
    Optional<RunSummary> run() {
        RunFolder open = session.runProperty().get();
        return session.summary(open == null ? new RunFolder(java.nio.file.Path.of("")) : open)
                .filter(this::teaches)
                .or(() -> session.runs().stream().filter(this::teaches).findFirst());
    }

    private boolean teaches(RunSummary run) {
        return run.epoch() > 0
                && run.description() != null
                && run.description().config().model().id().equals(family());
    }

    /** Reads the tensors anew. */
    void load() {
        Optional<RunSummary> run = run();
        if (run.isEmpty()) {
            place.forget();
            lesson.set(null);
            return;
        }
        Integer chosen = session.sampleProperty().get();
        int row = chosen == null ? 0 : chosen;
        background.run(
                Background.Lane.ENGINE, place, ticket -> Lesson.of(run.get().folder(), row), lesson::set);
    }
}
