package dev.interestlens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.Disk;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Theme;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowMemoryTest {
    @TempDir
    private Path root;

    private final ErrorPresenter errors = new ErrorPresenter();
    private final Session session = new Session();
    private Workspace workspace;
    private WindowMemory memory;
    private WindowState state = WindowState.first(Language.ENGLISH);
    private Runnable tick = () -> {};

    @BeforeEach
    void open() {
        workspace = new Workspace(root).create(Disk.real());
        memory = new WindowMemory(workspace, session, errors);
        memory.follow(() -> state, Background.inline(errors), (period, work) -> {
            tick = work;
            return () -> {};
        });
    }

    private WindowMemory next() {
        return new WindowMemory(workspace, new Session(), errors);
    }

    private void change() {
        state = new WindowState(
                Language.CHINESE,
                Theme.Choice.DARK,
                Screen.TRAIN,
                1,
                2,
                1200,
                700,
                false,
                true,
                1.25,
                WindowState.Selection.NOTHING);
        ExperimentConfig edited = ConfigJson.set(session.draftProperty().get(), "model.embeddingSize=32");
        session.draftProperty().set(edited);
    }

    @Test
    void aProgramThatIsKilledComesBackWithWhatWasChanged() {
        change();
        tick.run();
        assertThat(next().state()).isEqualTo(state);
        assertThat(next().draft()).contains(session.draftProperty().get());
    }

    @Test
    void nothingIsWrittenWhereNothingChanged() {
        tick.run();
        assertThat(workspace.settings()).doesNotExist();
        assertThat(next().draft()).isEmpty();
    }

    @Test
    void aWindowThatLooksOnWritesNothing() {
        session.readOnlyProperty().set(true);
        change();
        tick.run();
        memory.write();
        assertThat(workspace.settings()).doesNotExist();
    }

    @Test
    void aDamagedDraftIsToldOfAndLeftOut() throws Exception {
        change();
        memory.write();
        Files.writeString(root.resolve("draft.json"), "{\"model\":");
        assertThat(next().draft()).isEmpty();
        assertThat(errors.count().get()).isEqualTo(1);
    }

    @Test
    void aRunAndADataSetThatAreGoneAreNotRestored() throws Exception {
        WindowState saved = new WindowState(
                Language.ENGLISH,
                Theme.Choice.DARK,
                Screen.TRAIN,
                1,
                2,
                1200,
                700,
                false,
                false,
                1.0,
                new WindowState.Selection(
                        "data", "run", 3, List.of(), List.of(), null, List.of(), List.of("a"), List.of()));
        memory.restore(saved);
        assertThat(session.runProperty().get()).isNull();
        assertThat(session.compared()).containsExactly("a");
        assertThat(memory.dataset(saved)).isEmpty();

        Files.writeString(
                Files.createDirectories(workspace.datasets().resolve("data")).resolve("dataset.json"), "{}");
        assertThat(memory.dataset(saved)).contains(workspace.datasets().resolve("data"));
    }
}
