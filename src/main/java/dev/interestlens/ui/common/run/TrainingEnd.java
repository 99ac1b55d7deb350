package dev.interestlens.ui.common.run;

import dev.interestlens.job.JobEnd;
import dev.interestlens.store.Problem;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunSummary;
import java.util.Optional;

/** How a training ended: by what its process reported, else by the journal of its run. */
record TrainingEnd(RunFolder folder, JobEnd end) {
    /** The problem to show; empty where it ended well or was stopped. */
    Optional<Problem> problem() {
        if (end.problem().isPresent()) {
            return end.problem().filter(problem -> problem.kind() != Problem.Kind.CANCELLED);
        }
        if (end.outOfMemory()) {
            return Optional.of(Trainer.outOfMemory(folder.read(), folder, "", 0).problem());
        }
        boolean died = end.died() && !isInJournal();
        return died || end.exitCode() > 0
                ? Optional.of(Problem.resource(TrainingEnd.class, "trainerDied", folder.path())
                        .problem())
                : Optional.empty();
    }

    /** A training in a terminal reports to that, and its end to the journal alone. */
    private boolean isInJournal() {
        return RunFollower.once(folder)
                .filter(run -> run.summary().status() == RunSummary.Status.ENDED)
                .isPresent();
    }
}
