package dev.interestlens.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.FolderLock;
import dev.interestlens.store.OutputPath.Existing;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.TemporaryName;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewRunTest {
    @TempDir
    Path parent;

    private RunFolder folder;

    @BeforeEach
    void name() {
        folder = new RunFolder(parent.resolve("run"));
    }

    private static RunDescription named(String name) {
        return new RunDescription(
                name,
                1,
                Path.of("/data"),
                "f",
                "v",
                ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK)));
    }

    private NewRun begin(Existing existing) {
        return NewRun.begin(folder, existing, List.of());
    }

    private String refused(Existing existing) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> begin(existing));
        assertThat(problem.problem().kind()).isEqualTo(Problem.Kind.USAGE);
        return problem.problem().key();
    }

    private void trained(String name) {
        try (NewRun run = begin(Existing.REFUSED)) {
            run.describe(named(name));
            run.begun();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theSecondOfTwoIsRefusedByName() {
        try (NewRun first = begin(Existing.REFUSED)) {
            assertThat(refused(Existing.REFUSED)).isEqualTo("busy");
            assertThat(refused(Existing.REPLACED)).isEqualTo("busy");
            first.describe(named("first"));
            first.begun();
        }
        assertThat(folder.read().name()).isEqualTo("first");
        assertThat(refused(Existing.REFUSED)).isEqualTo("runExists");
    }

    @Test
    void aTrainingThatNeverBeganLeavesNothing() throws IOException {
        try (NewRun run = begin(Existing.REFUSED)) {
            Files.createDirectories(folder.path().resolve("data"));
            run.describe(named("nothing to train on"));
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void whatAKillLeftBeforeTrainingCanBeTrained() throws IOException {
        Files.createDirectories(folder.path().resolve("data/half"));
        Files.writeString(folder.path().resolve("unfinished"), "");
        Files.writeString(folder.path().resolve("lock"), "");

        trained("second");

        assertThat(folder.read().name()).isEqualTo("second");
        assertThat(folder.path().resolve("data")).doesNotExist();
        assertThat(folder.path().resolve("unfinished")).doesNotExist();
    }

    @Test
    void aRunIsReplacedOnceTheNewOneHasBegun() throws IOException {
        trained("old");
        try (NewRun run = begin(Existing.REPLACED)) {
            run.describe(named("new"));
            run.begun();
        }
        assertThat(folder.read().name()).isEqualTo("new");
        assertThat(names()).containsExactly("run");
    }

    @Test
    void aRunIsPutBackWhereTheNewOneNeverBegan() throws IOException {
        trained("old");
        try (NewRun run = begin(Existing.REPLACED)) {
            run.describe(named("new"));
        }
        assertThat(folder.read().name()).isEqualTo("old");
        assertThat(names()).containsExactly("run");
    }

    @Test
    void aRunAtWorkIsNotReplaced() {
        trained("old");
        try (FolderLock lock = FolderLock.tryAcquire(folder.path()).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(refused(Existing.REPLACED)).isEqualTo("busy");
        }
        assertThat(folder.read().name()).isEqualTo("old");
    }

    @Test
    void theFilesOfAJobStayWhereItsTrainingNeverBegan() throws IOException {
        Files.createDirectories(folder.path());
        Path request = Files.writeString(folder.path().resolve("requested.json"), "{}");
        try (NewRun run = NewRun.ofJob(folder)) {
            run.describe(named("nothing to train on"));
        }
        assertThat(request).hasContent("{}");
        assertThat(folder.exists()).isFalse();
    }

    @Test
    void aRunThatAKilledProcessMovedAwayIsPutBack() throws IOException {
        trained("precious");
        Path aside = TemporaryName.beside(folder.path());
        Files.move(folder.path(), aside);
        Files.createDirectory(folder.path());
        Files.writeString(
                folder.path().resolve("unfinished"), aside.getFileName().toString());

        assertThat(refused(Existing.REFUSED)).isEqualTo("runExists");

        assertThat(folder.read().name()).isEqualTo("precious");
        assertThat(aside).doesNotExist();
    }

    @Test
    void aRunThatIsMovedAwayIsNamedWhereItWas() throws IOException {
        trained("precious");

        try (NewRun run = begin(Existing.REPLACED)) {
            String name = Files.readString(run.folder().path().resolve("unfinished"));
            assertThat(new RunFolder(parent.resolve(name)).read().name()).isEqualTo("precious");
        }
        assertThat(folder.read().name()).isEqualTo("precious");
    }
}
