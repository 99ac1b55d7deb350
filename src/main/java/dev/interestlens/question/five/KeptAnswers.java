package dev.interestlens.question.five;

import dev.interestlens.question.Answer;
import dev.interestlens.question.Experiment;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Json;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Answers that were measured on this machine: for each question the newest one, in the workspace. */
public final class KeptAnswers {
    private final Path folder;

    public KeptAnswers(Workspace workspace) {
        folder = workspace.root().resolve("questions");
    }

    private Path file(Experiment<?> experiment) {
        return folder.resolve(experiment.number() + ".json");
    }

    /**
     * The answer to a question; empty where none was measured.
     *
     * @throws dev.interestlens.store.ProblemException where the file is damaged
     */
    public Optional<Answer<?>> read(Experiment<?> experiment) {
        Path file = file(experiment);
        return Files.exists(file)
                ? Optional.of(Answer.of(experiment, Json.read(file, Answer.Kept.class), Answer.Origin.HERE))
                : Optional.empty();
    }

    /** Saves an answer, replacing the earlier one. */
    public void write(Answer<?> answer) {
        Json.write(Disk.real(), file(answer.experiment()), answer.kept());
    }

    /** Deletes it, so that the prepared one is shown again. */
    public void forget(Experiment<?> experiment) {
        if (Files.exists(file(experiment))) {
            FileAccess.run(() -> Disk.real().delete(file(experiment)));
        }
    }
}
