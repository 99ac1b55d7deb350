package dev.interestlens.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.store.Disk;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void onlyRunsThatHaveChangedAreReadAgain() throws IOException {
        RunFolder first = run(workspace.newRun("din").path());
        RunFolder second = run(workspace.newRun("din").path());
        RunIndex index = new RunIndex(workspace);
        List<RunSummary> before = index.list();
        assertThat(index.list())
                .usingElementComparator((a, b) -> a == b ? 0 : 1)
                .containsExactlyElementsOf(before);
        new RunLabels("named", "", List.of()).write(Disk.real(), second);
        List<RunSummary> after = index.list();
        assertThat(after).filteredOn(each -> each.folder().equals(first)).allMatch(before::contains);
        assertThat(after.stream().filter(now -> before.stream().noneMatch(was -> was == now)))
                .extracting(RunSummary::folder)
                .containsExactly(second);
        workspace.delete(Disk.real(), first);
        assertThat(index.list()).extracting(RunSummary::folder).containsExactly(second);
    }

    @Test
    void savedQueriesComeBackAndAreSealed() throws IOException {
        assertThat(SavedQueries.read(workspace)).isEqualTo(SavedQueries.NONE);
        SavedQueries some = SavedQueries.NONE.with("score>0.9").with("user=187").with("score>0.9");
        some.write(Disk.real(), workspace);
        assertThat(SavedQueries.read(workspace).queries()).containsExactly("score>0.9", "user=187");
        Files.writeString(
                workspace.queries(), Files.readString(workspace.queries()).replace("187", "188"));
        assertThatThrownBy(() -> SavedQueries.read(workspace)).hasMessageContaining("queries.json");
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

    @Test
    void aUserWhomTheSystemDoesNotKnowHasTheHomeOfTheEnvironment() {
        assertThat(Workspace.home("/home/a", null)).isEqualTo(Path.of("/home/a"));
        assertThat(Workspace.home("?", "/work/b")).isEqualTo(Path.of("/work/b"));
        for (String none : new String[] {null, "", "relative"}) {
            assertThatThrownBy(() -> Workspace.home("?", none)).isInstanceOf(ProblemException.class);
        }
    }
}
