package dev.interestlens.ui.common.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.job.Program;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Journal;
import dev.interestlens.testing.QuickProgram;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.testing.ValidFigures;
import dev.interestlens.testing.WrittenRun;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.StopReason;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.file.StageFileDialogs;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.SampleRun;
import dev.interestlens.workspace.Workspace;
import dev.interestlens.workspace.data.DatasetLabel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BelievedViewModelTest {
    @TempDir
    private Path folder;

    private RunSummary ended(String family, RunDescription like) {
        RunDescription description = new RunDescription(
                family,
                1,
                like.dataset(),
                like.fingerprint(),
                "test",
                ExperimentConfig.preset(family, Preset.QUICK).withUsualReading());
        JournalEntry.Valid valid = ValidFigures.of(.9, .9, .5);
        return RunSummary.of(
                new RunFolder(folder.resolve(family)),
                description,
                List.of(
                        new JournalEntry.EpochDone(1, 10, .5, valid, true, 1),
                        new JournalEntry.Ended(2, StopReason.COMPLETED, 1, 10, 1, .9)),
                false);
    }

    @Test
    void onDataItIsAboutTheRunThatIsSelected() {
        Workspace workspace = new Workspace(folder);
        RunDescription like = SampleRun.bring(Disk.real(), workspace).read();
        Session session = new Session();
        try (PreparedDataset data = like.openDataset()) {
            session.dataProperty().set(new OpenDataset(data.folder(), data.info(), DatasetLabel.NONE));
        }
        RunSummary newest = ended("neighbours", like);
        RunSummary older = ended("bst", like);
        session.runs().setAll(newest, older);
        Messages messages = new Messages(Language.ENGLISH);
        Background background = Background.inline(new ErrorPresenter());
        JobRunner job = new JobRunner(new Children(
                workspace,
                new Program(List.of(), "no.such.Program"),
                background,
                (period, work) -> () -> {},
                session,
                new ErrorPresenter(),
                messages));
        BelievedViewModel model = BelievedViewModel.ofData(session, background, messages, null, job);
        assertThat(model.family()).isEqualTo("neighbours");
        session.runProperty().set(older.folder());
        assertThat(model.family()).isEqualTo("bst");
    }

    @Test
    void aRunThatEndsWhileItIsExplainedCanBeMeasured() throws Exception {
        Files.move(TinyShop.prepare(folder, 300), folder.resolve("data"));
        RunFolder run = WrittenRun.of(folder.resolve("run"), "din");
        Session session = new Session();
        session.runs().setAll(RunSummary.of(run));
        BelievedViewModel model = of(session, run);
        assertThat(model.knownProperty().get().command()).isEmpty();
        try (Journal journal = Journal.open(Disk.real(), run.journal())) {
            journal.append(new JournalEntry.Ended(1, StopReason.COMPLETED, 2, 3, 2, 0.8).encode());
        }
        session.runs().setAll(RunSummary.of(run));
        assertThat(model.knownProperty().get().command()).startsWith("trust");
        assertThat(model.family()).isEqualTo("din");
    }

    private BelievedViewModel of(Session session, RunFolder run) {
        ErrorPresenter errors = new ErrorPresenter();
        Background background = Background.inline(errors);
        Messages messages = new Messages(Language.ENGLISH);
        JobRunner job = new JobRunner(new Children(
                new Workspace(folder.resolve("home")),
                QuickProgram.launcher(),
                background,
                (period, work) -> () -> {},
                session,
                errors,
                messages));
        return BelievedViewModel.ofRun(
                session,
                new SimpleObjectProperty<>(run),
                background,
                messages,
                new StageFileDialogs(() -> null, folder),
                job);
    }
}
