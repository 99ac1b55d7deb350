package dev.interestlens.ui.explain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.testing.ValidFigures;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunChoiceTest {
    private static final JournalEntry EPOCH =
            new JournalEntry.EpochDone(1, 10, 0.6, ValidFigures.of(0.7, 0.7, 0.6), true, 1);
    private static final JournalEntry CHECKPOINT = new JournalEntry.CheckpointSaved(0, 5, "latest", "sum", 1);

    private final Session session = new Session();
    private final RunChoice choice = new RunChoice(session);

    private static RunSummary run(String name, String data, boolean alive, JournalEntry... entries) {
        return RunSummary.of(
                new RunFolder(Path.of("/runs/" + name)),
                new RunDescription(
                        name,
                        1,
                        Path.of("/data/" + data),
                        data,
                        "test",
                        ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK))),
                List.of(entries),
                alive);
    }

    @Test
    void aRunInItsFirstEpochGivesWayToTheNewestThatCanBeExplained() {
        RunSummary training = run("training", "shop", true, CHECKPOINT);
        RunSummary newer = run("newer", "shop", false, EPOCH);
        session.runs().setAll(training, newer, run("older", "shop", false, EPOCH));
        session.runProperty().set(training.folder());
        assertThat(choice.runProperty().get()).isEqualTo(newer.folder());
        assertThat(session.runProperty().get()).isEqualTo(training.folder());
    }

    @Test
    void aRunThatTheListDoesNotKnowYetIsNotOpened() {
        RunSummary older = run("older", "shop", false, EPOCH);
        session.runs().setAll(older);
        session.runProperty().set(run("made", "shop", true).folder());
        assertThat(choice.runProperty().get()).isEqualTo(older.folder());
        assertThat(choice.isReady().get()).isFalse();
    }

    @Test
    void itsFirstCheckpointIsTakenUpWhenAPersonComesBack() {
        RunSummary training = run("training", "shop", true);
        RunSummary older = run("older", "shop", false, EPOCH);
        session.runs().setAll(training, older);
        session.runProperty().set(training.folder());
        session.runs().set(0, run("training", "shop", true, EPOCH));
        assertThat(choice.runProperty().get()).isEqualTo(older.folder());
        choice.settle();
        assertThat(choice.runProperty().get()).isEqualTo(training.folder());
    }

    @Test
    void itsFirstCheckpointIsTakenUpWhenAPersonAsksForIt() {
        RunSummary ready = run("training", "shop", true, EPOCH);
        session.runs().setAll(run("training", "shop", true), run("older", "shop", false, EPOCH));
        session.runProperty().set(ready.folder());
        session.runs().set(0, ready);
        assertThat(choice.isReady().get()).isTrue();
        choice.settle();
        assertThat(choice.runProperty().get()).isEqualTo(ready.folder());
    }

    @Test
    void whereNothingCanBeExplainedTheRunIsWaitedFor() {
        RunSummary training = run("training", "shop", true);
        session.runs().setAll(training);
        session.runProperty().set(training.folder());
        assertThat(choice.runProperty().get()).isEqualTo(training.folder());
    }

    @Test
    void aTrainingThatWasStoppedBeforeItsFirstEpochCanBeExplainedFromItsCheckpoint() {
        assertThat(run("stopped", "shop", false, CHECKPOINT).hasModel()).isTrue();
        assertThat(run("training", "shop", true, CHECKPOINT).hasModel()).isFalse();
        assertThat(run("nothing", "shop", false).hasModel()).isFalse();
    }

    @Test
    void theRowStaysWhereBothRunsHaveTheSame() {
        RunSummary one = run("one", "shop", false, EPOCH);
        RunSummary same = run("same", "shop", false, EPOCH);
        RunSummary films = run("films", "films", false, EPOCH);
        session.runs().setAll(one, same, films);
        session.runProperty().set(one.folder());
        session.sampleProperty().set(42);
        session.choose(same.folder());
        assertThat(session.sampleProperty().get()).isEqualTo(42);
        session.choose(films.folder());
        assertThat(session.sampleProperty().get()).isNull();
        assertThat(choice.runProperty().get()).isEqualTo(films.folder());
    }
}
