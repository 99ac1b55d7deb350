package dev.interestlens.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.store.Disk;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    @TempDir
    Path root;

    private Workspace workspace;

    @BeforeEach
    void create() {
        workspace = new Workspace(root.resolve("home")).create(Disk.real());
    }

    private static RunFolder run(Path path) throws IOException {
        RunFolder run = new RunFolder(path);
        Files.createDirectories(run.checkpoints());
        Files.writeString(run.checkpoints().resolve("best.safetensors"), "weights");
        Files.writeString(run.description(), "{}");
        return run;
    }

    @Test
    void aDeletedRunLeavesNothingBehind() throws IOException {
        RunFolder run = run(workspace.newRun("din").path());
        workspace.delete(Disk.real(), run);
        assertThat(run.path()).doesNotExist();
        assertThat(workspace.listRuns()).isEmpty();
    }

    @Test
    void aRunOutsideOfTheWorkspaceIsNotTouched() throws IOException {
        RunFolder run = run(root.resolve("elsewhere"));
        assertThatThrownBy(() -> workspace.delete(Disk.real(), run)).isInstanceOf(ProblemException.class);
        assertThat(run.exists()).isTrue();
    }

    @Test
    void whatCannotBeReadIsListedAsSuch() throws IOException {
        run(workspace.newRun("din").path());
        assertThat(workspace.listRuns()).extracting(RunSummary::status).containsExactly(RunSummary.Status.UNREADABLE);
    }

    @Test
    void theNameOfADeletedRunIsNotGivenAgain() throws IOException {
        run(workspace.newRun("din").path());
        workspace.delete(Disk.real(), run(workspace.newRun("din").path()));
        assertThat(workspace.newRun("din").path().getFileName()).hasToString("din-003");
        assertThat(workspace.newRun("bst").path().getFileName()).hasToString("bst-001");
    }

    @Test
    void newFoldersNeverMeetOnesThatAreThere() throws IOException {
        Path first = workspace.newDataset("a/b: c");
        Files.createDirectories(first);
        assertThat(first.getFileName()).hasToString("a-b-c-001");
        assertThat(workspace.newDataset("a/b: c").getFileName()).hasToString("a-b-c-002");
    }
}
