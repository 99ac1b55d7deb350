package dev.interestlens.ui.common.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Journal;
import dev.interestlens.testing.QuickProgram;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.testing.WrittenRun;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.StopReason;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.file.StageFileDialogs;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BelievedViewModelTest {
    @TempDir
    private Path folder;

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
