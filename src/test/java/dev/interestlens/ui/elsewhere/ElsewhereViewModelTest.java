package dev.interestlens.ui.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.export.onnx.ForeignGraphs;
import dev.interestlens.export.onnx.ForeignGraphs.Kind;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.store.Disk;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.elsewhere.ElsewhereViewModel.InputRow;
import dev.interestlens.ui.elsewhere.ElsewhereViewModel.Page;
import dev.interestlens.workspace.Workspace;
import dev.interestlens.workspace.data.DatasetLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class ElsewhereViewModelTest {
    @TempDir
    static Path folder;

    private static OpenDataset shop;

    private final ErrorPresenter errors = new ErrorPresenter();
    private final Session session = new Session();
    private final Workspace workspace = new Workspace(folder.resolve("home")).create(Disk.real());
    private final List<Runnable> later = new ArrayList<>();
    private RunFolder listed;
    private Path answer;
    private ElsewhereViewModel model = model(Background.inline(errors));

    @BeforeAll
    static void prepare() {
        Path data = TinyShop.prepare(folder);
        try (PreparedDataset opened = PreparedDataset.open(data)) {
            shop = new OpenDataset(data, opened.info(), DatasetLabel.NONE);
        }
    }

    @AfterEach
    void close() {
        model.close();
    }

    private ElsewhereViewModel model(Background background) {
        FileDialogs dialogs = new FileDialogs() {
            @Override
            public Optional<Path> folder(String title) {
                return Optional.empty();
            }

            @Override
            public List<Path> files(String title, List<Kind> kinds) {
                return answer == null ? List.of() : List.of(answer);
            }

            @Override
            public Optional<Chosen> saveResult(String title, String suggestedName, List<Kind> kinds) {
                return Optional.empty();
            }
        };
        return new ElsewhereViewModel(
                workspace, session, background, new Messages(Language.ENGLISH), dialogs, this::list);
    }

    private void list(RunFolder made, Runnable then) {
        listed = made;
        assertThat(session.runProperty().get())
                .as("selected before it is listed")
                .isNull();
        then.run();
    }

    private static Path written() {
        return ForeignGraphs.write(
                folder.resolve("theirs.onnx"), Kind.MASKED, shop.info().counts().items());
    }

    private static long processes() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
    }

    @Test
    void withoutADataSetItSaysWhatToDoFirst() {
        model.open(written());
        assertThat(model.refusedProperty().get()).startsWith("Open the data set first");
        assertThat(model.shownProperty().get()).isNull();
    }

    @Test
    void aFileBecomesARunOverThreePages() {
        session.dataProperty().set(shop);
        answer = written();
        model.open(model.ask().orElseThrow());
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(model.shownProperty().get().inputs())
                .extracting(row -> row.part().role())
                .containsExactly(Mapping.Role.HISTORY, Mapping.Role.CANDIDATE);
        assertThat(model.shownProperty().get().inputs())
                .extracting(InputRow::values)
                .allMatch(values -> values.matches("\\d+(, \\d+)*"));
        model.next();
        assertThat(model.pageProperty().get()).isEqualTo(Page.NUMBERING);
        assertThat(model.shownProperty().get().numbers()).hasSizeGreaterThan(1);
        assertThat(model.shownProperty().get().numbers())
                .filteredOn(ElsewhereViewModel.NumberRow::chosen)
                .hasSize(1);
        model.next();
        assertThat(model.pageProperty().get()).isEqualTo(Page.CONTRACT);
        assertThat(model.shownProperty().get().verdicts()).hasSizeGreaterThan(10);
        model.back();
        assertThat(model.pageProperty().get()).isEqualTo(Page.NUMBERING);
        model.next();
        model.next();
        assertThat(model.refusedProperty().get()).isEmpty();
        assertThat(model.doneProperty().get()).isTrue();
        assertThat(listed).isEqualTo(session.runProperty().get());
        assertThat(session.goalProperty().get()).isEqualTo(Session.Goal.EXPLAIN);
        assertThat(session.runProperty().get().path().resolve("run.json")).exists();
        assertThat(session.runProperty().get().path().resolve("mapping.json")).exists();
    }

    @Test
    void anotherNumberingOfTheTableIsTaken() {
        session.dataProperty().set(shop);
        model.open(written());
        int other = model.shownProperty().get().numbers().stream()
                .filter(row -> !row.chosen())
                .map(row -> model.shownProperty().get().numbers().indexOf(row))
                .findFirst()
                .orElseThrow();
        model.choose(other);
        model.next();
        model.next();
        assertThat(model.shownProperty().get().numbers().get(other).chosen()).isTrue();
    }

    @Test
    void whatIsNoModelIsRefusedInWords() throws IOException {
        session.dataProperty().set(shop);
        model.open(Files.write(folder.resolve("junk.onnx"), new byte[] {1, 2, 3}));
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(model.refusedProperty().get()).contains("junk.onnx");
        assertThat(errors.shownProperty().get()).isNull();
    }

    @Test
    void closingWhileTheFileIsLookedThroughEndsItsProcess() {
        long before = processes();
        model = model(new Background(Runnable::run, Runnable::run, Runnable::run, later::add, errors));
        session.dataProperty().set(shop);
        model.open(written());
        assertThat(processes()).isEqualTo(before + 1);
        model.close(); // before the answer has come
        List.copyOf(later).forEach(Runnable::run);
        assertThat(processes()).isEqualTo(before);
    }
}
