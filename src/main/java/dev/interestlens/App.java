package dev.interestlens;

import dev.interestlens.job.ClassArchive;
import dev.interestlens.job.Program;
import dev.interestlens.store.Disk;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.DraftUndo;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Preferences;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Theme;
import dev.interestlens.ui.common.Ticker;
import dev.interestlens.ui.common.ViewLoader;
import dev.interestlens.ui.common.file.ChartSaver;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.file.FolderOpener;
import dev.interestlens.ui.common.file.StageFileDialogs;
import dev.interestlens.ui.common.run.Children;
import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.ui.common.run.Services;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.ui.common.window.FirstFrame;
import dev.interestlens.ui.common.window.SystemAppearance;
import dev.interestlens.ui.common.window.WindowLock;
import dev.interestlens.ui.control.ChartEvent;
import dev.interestlens.ui.shell.Opening;
import dev.interestlens.ui.shell.Screens;
import dev.interestlens.ui.shell.Shell;
import dev.interestlens.ui.shell.WindowMemory;
import dev.interestlens.ui.shell.WindowState;
import dev.interestlens.workspace.MeasuringTimes;
import dev.interestlens.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window: builds every service and thread there is, once, and ends them. */
public class App extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(App.class);
    private static final int ARCHIVE_AFTER_SECONDS = 15;

    /** The pause after each answer of the engine before it computes things in advance. */
    private static final int REST_MILLIS = 200;

    private final Workspace workspace = Workspace.ofUser();
    private final ErrorPresenter errors = new ErrorPresenter();
    private final ExecutorService loader = thread("loader");
    private final ExecutorService engine = thread("engine");
    private final ExecutorService counter = thread("counter");
    private final ExecutorService playground = thread("playground", Thread.MIN_PRIORITY);
    private final Path home = Workspace.home();
    private final ObjectProperty<Preferences> preferences = new SimpleObjectProperty<>(Preferences.usual());
    private WindowLock lock;
    private WindowMemory memory;
    private TrainingRunner trainings;
    private Screens screens;

    /** Starts what draws windows; false where its native libraries or the display cannot be used. */
    static boolean startToolkit() {
        try {
            Platform.startup(() -> {});
            return true;
        } catch (UnsupportedOperationException | LinkageError missing) {
            return false;
        } catch (RuntimeException failure) {
            if (failure.getCause() instanceof LinkageError) {
                return false;
            }
            throw failure;
        }
    }

    /**
     * Shows the window; returns when it is closed.
     *
     * @param files at most one bundle to begin with
     */
    static void open(String... files) {
        Application.launch(App.class, files);
    }

    @Override
    public void start(Stage stage) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> errors.show(failure));
        workspace.create(Disk.real());
        Session session = new Session();
        memory = new WindowMemory(workspace, session, errors);
        WindowState state = memory.state();
        Messages messages = new Messages(state.language());
        Theme theme = showOpening(stage, state, messages.text("app.name"));
        Background background =
                new Background(loader, engine, counter, playground, Background.fxThread(), errors, REST_MILLIS);
        lock = new WindowLock(workspace, session);
        lock.take();
        preferences.set(readPreferences());
        ExperimentConfig usual =
                session.draftProperty().get().withThreads(preferences.get().threads());
        session.draftProperty().set(usual);
        memory.draft().ifPresent(session::restore);
        Ticker ticker = Ticker.onFx();
        Children children =
                new Children(workspace, Program.same(Launcher.class), background, ticker, session, errors, messages);
        trainings = new TrainingRunner(children);
        trainings.liveBoardProperty().bind(preferences.map(Preferences::liveBoard));
        FileDialogs dialogs = dialogs(stage);
        stage.addEventHandler(
                ChartEvent.SAVE, new ChartSaver(dialogs, background, messages, session.savedProperty()::set)::save);
        Services services =
                new Services(children, dialogs, new ViewLoader(messages), new DraftUndo(session), this::browse);
        screens = new Screens(services, theme, new ImportRunner(children), trainings, preferences, preferencesFile());
        Shell shell = new Shell(messages, theme, errors, session);
        screens.addTo(shell);
        memory.restore(state);
        shell.show(stage, state);
        LOG.info("The window opens; Java {}, {}", System.getProperty("java.version"), System.getProperty("os.name"));
        background.load(ticket -> MeasuringTimes.read(workspace), session.timesProperty()::set);
        memory.follow(shell::state, background, ticker);
        trainings.begin();
        lock.watch(background, ticker, trainings::refresh, trainings::takeOver);
        screens.acceptFiles(shell, stage);
        screens.begin(memory.dataset(state));
        getParameters().getRaw().stream()
                .findFirst()
                .ifPresent(bundle -> screens.check(Path.of(bundle).toAbsolutePath()));
        noteStart();
        archiveClasses();
    }

    /** Shows the first frame of the window. */
    private Theme showOpening(Stage stage, WindowState state, String title) {
        SystemAppearance appearance = new SystemAppearance(home, System.getenv());
        stage.setTitle(title);
        Image icon = new Image(App.class.getResourceAsStream("ui/icon.png"));
        Opening.show(stage, state, Theme.ground(state.theme().isDark(appearance::isDark)), icon);
        Theme theme = new Theme(appearance::isDark);
        theme.choiceProperty().set(state.theme());
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            theme.fillPopups(Window.getWindows());
        }
        return theme;
    }

    /** Ends the window after its first frame where the start is measured, and where the installers' list of classes is made. */
    private static void noteStart() {
        String note = System.getProperty("interestlens.startNote");
        if (note != null) {
            FirstFrame.note(Path.of(note), Platform::exit);
        }
    }

    /** Makes the archive of classes some time after the start, so that the next start is faster. */
    private void archiveClasses() {
        ClassArchive.ofThis().ifPresent(classes -> {
            PauseTransition quiet = new PauseTransition(Duration.seconds(ARCHIVE_AFTER_SECONDS));
            quiet.setOnFinished(event -> loader.execute(() -> {
                if (classes.isWanted()) {
                    try {
                        CompletableFuture<?> unused = classes.make().whenComplete((made, failure) -> {
                            if (failure != null) {
                                LOG.warn("No archive of classes", failure);
                            }
                        });
                    } catch (IOException e) {
                        LOG.warn("No archive of classes", e);
                    }
                }
            }));
            quiet.play();
        });
    }

    /** The dialogs that ask for files; tests replace them. */
    FileDialogs dialogs(Stage owner) {
        return new StageFileDialogs(() -> owner, home);
    }

    @Override
    public void stop() {
        memory.write();
        if (!preferences.get().keepTraining()) {
            trainings.stopWithWindow();
        }
        screens.close(engine, playground);
        engine.shutdown();
        loader.shutdown();
        playground.shutdown();
        counter.shutdownNow();
        lock.close();
    }

    private void browse(Path folder) {
        String programs = Optional.ofNullable(System.getenv("PATH")).orElse("");
        new FolderOpener(getHostServices()::showDocument, errors, System.getProperty("os.name"), programs).open(folder);
    }

    private Preferences readPreferences() {
        try {
            return Preferences.read(preferencesFile());
        } catch (RuntimeException unreadable) {
            errors.show(unreadable);
            return Preferences.usual();
        }
    }

    private Path preferencesFile() {
        return workspace.root().resolve("preferences.json");
    }

    private static ExecutorService thread(String name) {
        return thread(name, Thread.NORM_PRIORITY);
    }

    @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it: it only leaves the cores to who needs them more
    private static ExecutorService thread(String name, int priority) {
        // Work that is requested after the window was closed is dropped.
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    thread.setPriority(priority);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }
}
