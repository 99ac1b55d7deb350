package dev.interestlens;

import dev.interestlens.job.ClassArchive;
import dev.interestlens.job.Program;
import dev.interestlens.store.Disk;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.DraftUndo;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Preferences;
import dev.interestlens.ui.common.Refusals;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Theme;
import dev.interestlens.ui.common.Ticker;
import dev.interestlens.ui.common.ViewLoader;
import dev.interestlens.ui.common.file.ChartSaver;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.file.FileDrop;
import dev.interestlens.ui.common.file.FolderOpener;
import dev.interestlens.ui.common.file.StageFileDialogs;
import dev.interestlens.ui.common.run.AnatomyViewModel;
import dev.interestlens.ui.common.run.BelievedViewModel;
import dev.interestlens.ui.common.run.Children;
import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.ui.common.window.FirstFrame;
import dev.interestlens.ui.common.window.SystemAppearance;
import dev.interestlens.ui.common.window.WindowLock;
import dev.interestlens.ui.compare.AblationController;
import dev.interestlens.ui.compare.AblationViewModel;
import dev.interestlens.ui.compare.CompareController;
import dev.interestlens.ui.compare.CompareViewModel;
import dev.interestlens.ui.compare.GainsViewModel;
import dev.interestlens.ui.compare.LengthsViewModel;
import dev.interestlens.ui.control.ChartEvent;
import dev.interestlens.ui.data.DataController;
import dev.interestlens.ui.data.DataViewModel;
import dev.interestlens.ui.elsewhere.ElsewhereViewModel;
import dev.interestlens.ui.elsewhere.ElsewhereWindow;
import dev.interestlens.ui.explain.ExplainController;
import dev.interestlens.ui.explain.ExplainViewModel;
import dev.interestlens.ui.export.ExportController;
import dev.interestlens.ui.export.ExportViewModel;
import dev.interestlens.ui.export.FrontViewModel;
import dev.interestlens.ui.export.ServingLabController;
import dev.interestlens.ui.export.ServingLabViewModel;
import dev.interestlens.ui.home.HomeController;
import dev.interestlens.ui.home.HomeViewModel;
import dev.interestlens.ui.model.MadeController;
import dev.interestlens.ui.model.ModelController;
import dev.interestlens.ui.model.ModelViewModel;
import dev.interestlens.ui.model.TeachController;
import dev.interestlens.ui.model.TeachViewModel;
import dev.interestlens.ui.question.QuestionsController;
import dev.interestlens.ui.question.QuestionsViewModel;
import dev.interestlens.ui.recommend.RecommendController;
import dev.interestlens.ui.recommend.RecommendViewModel;
import dev.interestlens.ui.settings.SettingsController;
import dev.interestlens.ui.settings.SettingsViewModel;
import dev.interestlens.ui.shell.Opening;
import dev.interestlens.ui.shell.Screen;
import dev.interestlens.ui.shell.Shell;
import dev.interestlens.ui.shell.WindowMemory;
import dev.interestlens.ui.shell.WindowState;
import dev.interestlens.ui.train.AttentionController;
import dev.interestlens.ui.train.AttentionViewModel;
import dev.interestlens.ui.train.CurvesController;
import dev.interestlens.ui.train.QueueController;
import dev.interestlens.ui.train.RunsController;
import dev.interestlens.ui.train.TrainController;
import dev.interestlens.ui.train.TrainViewModel;
import dev.interestlens.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
    private final Path home = Workspace.home();
    private final ObjectProperty<Preferences> preferences = new SimpleObjectProperty<>(Preferences.usual());
    private WindowLock lock;
    private Shell shell;
    private WindowMemory memory;
    private TrainingRunner trainings;
    private ExplainViewModel explain;
    private RecommendViewModel recommend;
    private CompareViewModel compare;
    private AblationViewModel ablation;

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
        SystemAppearance appearance = new SystemAppearance(home, System.getenv());
        Image icon = new Image(App.class.getResourceAsStream("ui/icon.png"));
        stage.setTitle(messages.text("app.name"));
        Opening.show(stage, state, Theme.ground(state.theme().isDark(appearance::isDark)), icon);
        Theme theme = new Theme(appearance::isDark);
        theme.choiceProperty().set(state.theme());
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            theme.fillPopups(Window.getWindows());
        }
        Background background = new Background(loader, engine, counter, Background.fxThread(), errors, REST_MILLIS);
        lock = new WindowLock(workspace, session);
        lock.take();
        preferences.set(readPreferences());
        ExperimentConfig first = session.draftProperty().get();
        session.draftProperty()
                .set(memory.draft()
                        .orElseGet(() -> new ExperimentConfig(
                                first.data(),
                                first.model(),
                                first.training().withThreads(preferences.get().threads()))));
        Program program = Program.same(Launcher.class);
        Ticker ticker = Ticker.onFx();
        Children children = new Children(workspace, program, background, ticker, session, errors, messages);
        trainings = new TrainingRunner(children);
        trainings.liveBoardProperty().bind(preferences.map(Preferences::liveBoard));
        ImportRunner imports = new ImportRunner(children);
        FileDialogs dialogs = dialogs(stage);
        stage.addEventHandler(ChartEvent.SAVE, new ChartSaver(dialogs, background, messages)::save);
        ViewLoader views = new ViewLoader(messages);
        JobRunner measuring = new JobRunner(children);
        JobRunner planting = new JobRunner(children);
        explain = new ExplainViewModel(session, background, ticker, messages, dialogs, measuring, planting, workspace);

        shell = new Shell(messages, theme, errors, session);
        Refusals refusals = new Refusals(messages);
        HomeViewModel homeModel = new HomeViewModel(workspace, session, background, imports, trainings, messages);
        DataViewModel data =
                new DataViewModel(workspace, session, background, imports, messages, dialogs, homeModel::trainOpened);
        ModelViewModel model = new ModelViewModel(session, background, messages);
        TeachViewModel teach = new TeachViewModel(session, background);
        AnatomyViewModel anatomy = new AnatomyViewModel(session, background, new JobRunner(children));
        TrainViewModel train = new TrainViewModel(session, trainings, background, ticker, messages);
        AttentionViewModel watching = new AttentionViewModel(train, background);
        JobRunner exports = new JobRunner(children);
        ExportViewModel export = new ExportViewModel(session, exports, messages, dialogs);
        shell.add(Screen.HOME, () -> views.load(new HomeController(homeModel, messages, data::chooseFiles)));
        DraftUndo undo = new DraftUndo(session);
        shell.add(
                Screen.DATA,
                () -> undo.on(
                        Session.Goal.DATA,
                        views.load(new DataController(
                                data,
                                messages,
                                refusals,
                                views,
                                BelievedViewModel.ofData(session, background, messages, dialogs, planting)))));
        shell.add(
                Screen.MODEL,
                () -> undo.on(
                        Session.Goal.MODEL,
                        views.load(new ModelController(
                                model,
                                messages,
                                refusals,
                                () -> views.load(new MadeController(model, messages)),
                                () -> views.load(new TeachController(teach, messages))))));
        shell.add(
                Screen.TRAIN,
                () -> undo.on(
                        Session.Goal.TRAIN,
                        views.load(new TrainController(
                                train,
                                messages,
                                refusals,
                                () -> views.load(new CurvesController(train, messages)),
                                () -> views.load(new RunsController(train, messages, this::browse)),
                                () -> views.load(new QueueController(train, messages)),
                                () -> views.load(new AttentionController(watching, messages)),
                                anatomy))));
        compare = new CompareViewModel(session, trainings, background);
        LengthsViewModel lengths = new LengthsViewModel(session, new JobRunner(children));
        ablation = new AblationViewModel(session, trainings, background, messages);
        GainsViewModel gains = new GainsViewModel(compare, new JobRunner(children), new ExampleScreens(session));
        shell.add(
                Screen.COMPARE,
                () -> views.load(new CompareController(
                        compare,
                        lengths,
                        anatomy,
                        gains,
                        messages,
                        () -> views.load(new AblationController(ablation, messages)))));
        ServingLabViewModel serving = new ServingLabViewModel(export);
        shell.add(
                Screen.EXPORT,
                () -> views.load(new ExportController(
                        export,
                        messages,
                        views.load(new ServingLabController(serving, new FrontViewModel(export), messages)))));
        JobRunner experiments = new JobRunner(children);
        QuestionsViewModel questions =
                new QuestionsViewModel(workspace, session, background, experiments, dialogs, messages);
        shell.add(Screen.QUESTIONS, () -> views.load(new QuestionsController(questions, messages)));
        SettingsViewModel settings =
                new SettingsViewModel(workspace, session, background, preferences, preferencesFile());
        shell.add(Screen.SETTINGS, () -> views.load(new SettingsController(settings, messages, theme, this::browse)));
        recommend = new RecommendViewModel(session, workspace, background, messages, dialogs, (run, person, item) -> {
            explain.explain(run, person, item);
            session.goalProperty().set(Session.Goal.EXPLAIN);
        });
        shell.add(
                Screen.RECOMMEND,
                () -> views.load(
                        new RecommendController(recommend, messages, () -> homeModel.bring(Session.Goal.RECOMMEND))));
        shell.add(
                Screen.EXPLAIN,
                () -> views.load(new ExplainController(
                        explain, messages, this::browse, () -> homeModel.bring(Session.Goal.EXPLAIN))));
        shell.setUnderWay(background.underWayProperty());
        shell.setOpenData(folder -> imports.open(folder, () -> {}));
        shell.setStart(train::start, train::mayStart);
        restore(state, session);
        shell.show(stage, state);
        LOG.info("The window opens; Java {}, {}", System.getProperty("java.version"), System.getProperty("os.name"));
        memory.follow(shell::state, background, ticker);
        trainings.begin();
        lock.watch(background, ticker, trainings::refresh, trainings::takeOver);
        homeModel.begin(Optional.ofNullable(state.selection().data())
                .map(workspace.datasets()::resolve)
                .filter(folder -> Files.exists(folder.resolve("dataset.json"))));
        String note =
                System.getProperty("interestlens.startNote"); // measures the start; makes the installers' class list
        if (note != null) {
            FirstFrame.note(Path.of(note), Platform::exit);
        }
        archiveClasses();
        Consumer<Path> elsewhere = file -> {
            ElsewhereViewModel opening =
                    new ElsewhereViewModel(workspace, session, background, messages, dialogs, trainings::add);
            new ElsewhereWindow(views, theme).show(stage, opening, file);
        };
        Runnable ask = () -> new ElsewhereViewModel(workspace, session, background, messages, dialogs, trainings::add)
                .ask()
                .ifPresent(elsewhere);
        shell.setElsewhere(ask, () -> session.dataProperty().get() != null);
        export.setElsewhere(ask);
        FileDrop.on(stage.getScene(), ElsewhereViewModel::isModel, elsewhere);
        FileDrop.on(stage.getScene(), ExportViewModel::canCheck, file -> open(export, session, file));
        FileDrop.all(stage.getScene(), file -> DataViewModel.isLog(file) && !ExportViewModel.canCheck(file), files -> {
            session.goalProperty().set(Session.Goal.DATA);
            data.bring(files);
        });
        getParameters().getRaw().stream()
                .findFirst()
                .ifPresent(bundle -> check(export, session, Path.of(bundle).toAbsolutePath()));
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

    /** Opens a run of this workspace in Export, or verifies a file from elsewhere. */
    private static void open(ExportViewModel export, Session session, Path file) {
        RunFolder run = new RunFolder(file);
        if (session.summary(run).isPresent()) {
            session.choose(run);
            session.goalProperty().set(Session.Goal.TRAIN);
        } else {
            check(export, session, file);
        }
    }

    private static void check(ExportViewModel export, Session session, Path file) {
        session.goalProperty().set(Session.Goal.EXPORT);
        export.check(file);
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
        engine.execute(explain.closing());
        engine.execute(recommend.closing());
        engine.execute(compare.closing());
        engine.execute(ablation.closing());
        engine.shutdown();
        loader.shutdown();
        counter.shutdownNow();
        lock.close();
    }

    private void restore(WindowState state, Session session) {
        session.runTableProperty().set(state.selection().runTable());
        session.opened().addAll(state.selection().opened());
        session.compared().setAll(state.selection().compared());
        session.laidOver().setAll(state.selection().laidOver());
        if (state.selection().run() != null) {
            RunFolder run =
                    new RunFolder(workspace.runs().resolve(state.selection().run()));
            if (run.exists()) {
                session.sampleProperty().set(state.selection().sample());
                session.runProperty().set(run);
            }
        }
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
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Shows an example of Compare on other screens. */
    private final class ExampleScreens implements GainsViewModel.Opening {
        private final Session session;

        ExampleScreens(Session session) {
            this.session = session;
        }

        @Override
        public void recommend(RunFolder run, String user) {
            recommend.recommend(run, user);
            session.goalProperty().set(Session.Goal.RECOMMEND);
        }

        @Override
        public void explain(RunFolder before, RunFolder after, int row) {
            explain.explain(after, before, row);
            session.goalProperty().set(Session.Goal.EXPLAIN);
        }
    }
}
