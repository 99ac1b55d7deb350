package dev.interestlens.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.Disk;
import dev.interestlens.testing.Patience;
import dev.interestlens.testing.QuickProgram;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.Children;
import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first start, on an empty workspace. */
@Tag("thorough")
class HomeViewModelTest {

    @TempDir
    Path root;

    private final Session session = new Session();
    private Workspace workspace;
    private ImportRunner imports;
    private HomeViewModel model;

    private final List<Runnable> held = new CopyOnWriteArrayList<>();
    private volatile boolean holds;

    @BeforeEach
    void begin() {
        workspace = new Workspace(root.resolve("home")).create(Disk.real());
        ErrorPresenter errors = new ErrorPresenter();
        Executor loader = task -> {
            if (holds) {
                held.add(task);
            } else {
                task.run();
            }
        };
        Background background = new Background(loader, Runnable::run, Runnable::run, Runnable::run, errors);
        Messages messages = new Messages(Language.ENGLISH);
        imports = new ImportRunner(new Children(
                workspace, QuickProgram.launcher(), background, (period, work) -> () -> {}, session, errors, messages));
        model = new HomeViewModel(workspace, session, background, imports, null, messages);
        model.begin(Optional.empty());
    }

    private static void await(BooleanSupplier done) {
        Patience patience = new Patience(() -> "what the view model is to show");
        while (!done.getAsBoolean()) {
            patience.sleep();
        }
    }

    private boolean isSamplePrepared() {
        return !workspace.listDatasets().isEmpty() && session.jobs().all().isEmpty();
    }

    private String shown() {
        return session.dataProperty().get().folder().getFileName().toString();
    }

    @Test
    void theSampleIsOpened() {
        await(() -> session.dataProperty().get() != null);
        assertThat(shown()).startsWith("sample-data");
    }

    @Test
    void dataThatWasImportedMeanwhileStaysOpen() {
        Path own = TinyShop.prepare(root);
        imports.open(own, () -> {});
        await(this::isSamplePrepared);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
        assertThat(session.dataProperty().get().folder()).isEqualTo(own);
    }

    @Test
    void theSampleDoesNotOpenOverDataThatIsBeingImported() {
        Job own = session.jobs().begin(Job.Kind.DATA, new JobStatus("own", "", -1, false), () -> {});
        await(() -> !workspace.listDatasets().isEmpty() && session.jobs().all().equals(List.of(own)));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
        assertThat(session.dataProperty().get()).isNull();
    }

    @Test
    void theSampleDoesNotOpenOverDataThatIsBeingOpened() {
        Path own = TinyShop.prepare(root);
        holds = true;
        imports.open(own, () -> {});
        holds = false;
        await(this::isSamplePrepared);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
        held.forEach(Runnable::run);
        assertThat(session.dataProperty().get().folder()).isEqualTo(own);
    }
}
