package dev.interestlens.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.testing.QuickProgram;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.Children;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsViewModelTest {
    @TempDir
    Path root;

    private final Session session = new Session();
    private TrainingRunner trainings;
    private LabelsViewModel labels;
    private RunFolder first;
    private RunFolder second;

    @BeforeEach
    void twoRuns() {
        Workspace workspace = new Workspace(root).create(Disk.real());
        ErrorPresenter errors = new ErrorPresenter();
        trainings = new TrainingRunner(new Children(
                workspace,
                QuickProgram.launcher(),
                Background.inline(errors),
                (period, work) -> () -> {},
                session,
                errors,
                new Messages(Language.ENGLISH)));
        first = run(workspace, "din-001");
        second = run(workspace, "din-002");
        trainings.refresh();
        labels = new LabelsViewModel(session, trainings, session.runs());
        session.runProperty().set(first);
    }

    private static RunFolder run(Workspace workspace, String name) {
        RunFolder folder = new RunFolder(workspace.runs().resolve(name));
        Trainer.describe(
                Disk.real(),
                folder,
                new RunDescription(
                        name,
                        1,
                        workspace.datasets().resolve("shop"),
                        "",
                        "test",
                        ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK))));
        return folder;
    }

    private void type(String name, String tags, String note) {
        labels.nameProperty().set(name);
        labels.tagsProperty().set(tags);
        labels.noteProperty().set(note);
    }

    private RunLabels written(RunFolder folder) {
        return RunLabels.read(folder);
    }

    @Test
    void whatIsTypedIsKeptForItsRunWhenAnotherOneIsChosen() {
        type("mine", "a, b", "to be looked at");
        session.runProperty().set(second);
        labels.keep();
        assertThat(written(first)).isEqualTo(new RunLabels("mine", "to be looked at", List.of("a", "b")));
        assertThat(written(second)).isEqualTo(RunLabels.NONE);
        assertThat(labels.nameProperty().get()).isEmpty();
        assertThat(labels.noteProperty().get()).isEmpty();
    }

    @Test
    void aListThatIsReadAnewLeavesWhatIsBeingTyped() {
        type("half a na", "", "");
        trainings.refresh();
        assertThat(labels.nameProperty().get()).isEqualTo("half a na");
        labels.keep();
        assertThat(written(first).name()).isEqualTo("half a na");
    }

    @Test
    void noTextOfADeletedRunStaysInTheFields() {
        type("gone soon", "", "");
        labels.keep();
        trainings.delete(first);
        labels.keep();
        assertThat(session.runProperty().get()).isEqualTo(second);
        assertThat(labels.nameProperty().get()).isEmpty();
        assertThat(written(second)).isEqualTo(RunLabels.NONE);
    }

    @Test
    void wordsOfARunAreTakenBackAndGivenAgain() {
        type("good", "", "");
        labels.keep();
        type("better", "", "");
        labels.keep();
        labels.undo();
        assertThat(labels.nameProperty().get()).isEqualTo("good");
        labels.undo();
        assertThat(session.runs()).extracting(RunSummary::name).contains("din-001");
        labels.redo();
        assertThat(written(first).name()).isEqualTo("good");
    }

    @Test
    void aRunThatIsNotListedHasNoWordsToChange() {
        session.runs().removeIf(each -> each.folder().equals(first));
        assertThat(labels.runProperty().get()).isNull();
    }
}
