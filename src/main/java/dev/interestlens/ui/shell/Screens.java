package dev.interestlens.ui.shell;

import dev.interestlens.measurement.Measurement;
import dev.interestlens.measurement.Measurements;
import dev.interestlens.measurement.gate.Gate;
import dev.interestlens.recommend.Person;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Preferences;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Theme;
import dev.interestlens.ui.common.file.FileDrop;
import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.ui.common.run.MeasurementViewModel;
import dev.interestlens.ui.common.run.Services;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.ui.compare.CompareScreen;
import dev.interestlens.ui.compare.GainsViewModel;
import dev.interestlens.ui.data.DataScreen;
import dev.interestlens.ui.data.DataViewModel;
import dev.interestlens.ui.elsewhere.ElsewhereViewModel;
import dev.interestlens.ui.elsewhere.ElsewhereWindow;
import dev.interestlens.ui.explain.ExplainScreen;
import dev.interestlens.ui.export.ExportScreen;
import dev.interestlens.ui.export.ExportViewModel;
import dev.interestlens.ui.home.HomeScreen;
import dev.interestlens.ui.model.ModelScreen;
import dev.interestlens.ui.play.PlayScreen;
import dev.interestlens.ui.question.QuestionsScreen;
import dev.interestlens.ui.recommend.RecommendScreen;
import dev.interestlens.ui.settings.SettingsScreen;
import dev.interestlens.ui.train.TrainScreen;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.stage.Stage;

/** All screens, each built by the class of its package, and the ways from one to another. */
public final class Screens {
    private final Services services;
    private final Session session;
    private final Theme theme;
    private final ImportRunner imports;
    private final TrainingRunner trainings;
    private final ExplainScreen explain;
    private final HomeScreen home;
    private final DataScreen data;
    private final ModelScreen model;
    private final TrainScreen train;
    private final ExportScreen export;
    private final CompareScreen compare;
    private final QuestionsScreen questions;
    private final PlayScreen playground;
    private final SettingsScreen settings;
    private final RecommendScreen recommend;

    /** @param preferencesFile where the preferences are kept */
    public Screens(
            Services services,
            Theme theme,
            ImportRunner imports,
            TrainingRunner trainings,
            ObjectProperty<Preferences> preferences,
            Path preferencesFile) {
        this.services = services;
        this.session = services.session();
        this.theme = theme;
        this.imports = imports;
        this.trainings = trainings;
        JobRunner planting = services.runner();
        Map<Measurement<?, ?>, MeasurementViewModel<?>> measurements = new LinkedHashMap<>();
        Measurements.all().stream()
                .filter(each -> each != Measurements.GATE && each != Measurements.ABLATION)
                .forEach(each -> measurements.put(each, new MeasurementViewModel<>(services, each)));
        MeasurementViewModel<Gate> gate = new MeasurementViewModel<>(services, Measurements.GATE);
        MeasurementViewModel<?> worth = new MeasurementViewModel<>(services, Measurements.ABLATION);
        explain = new ExplainScreen(services, planting);
        home = new HomeScreen(services, imports, trainings);
        data = new DataScreen(services, imports, home.model()::trainOpened, planting);
        model = new ModelScreen(services);
        train = new TrainScreen(services, trainings, measurements.get(Measurements.ANATOMY));
        export = new ExportScreen(services);
        compare =
                new CompareScreen(services, trainings, List.copyOf(measurements.values()), gate, worth, new Examples());
        questions = new QuestionsScreen(services);
        playground = new PlayScreen(services, trainings);
        settings = new SettingsScreen(services, theme, preferences, preferencesFile);
        recommend = new RecommendScreen(services, this::explain);
    }

    /** Adds them to the window, which loads each when it is first shown. */
    public void addTo(Shell shell) {
        shell.add(Screen.HOME, () -> home.load(data.model()::chooseFiles));
        shell.add(Screen.DATA, data::load);
        shell.add(Screen.MODEL, model::load);
        shell.add(Screen.TRAIN, train::load);
        shell.add(Screen.COMPARE, compare::load);
        shell.add(Screen.EXPORT, export::load);
        shell.add(Screen.QUESTIONS, questions::load);
        shell.add(Screen.PLAYGROUND, playground::load);
        shell.add(Screen.SETTINGS, settings::load);
        shell.add(Screen.RECOMMEND, () -> recommend.load(() -> home.model().bring(Session.Goal.RECOMMEND)));
        shell.add(Screen.EXPLAIN, () -> explain.load(() -> home.model().bring(Session.Goal.EXPLAIN)));
        shell.setUnderWay(services.background().underWayProperty());
        shell.setOpenFolder(services.folders());
        shell.setOpenData(folder -> imports.open(folder, () -> {}));
        shell.setChooseData(() -> {
            session.goalProperty().set(Session.Goal.DATA);
            data.model().chooseFiles();
        });
        shell.setStart(train.model()::start, train.model()::mayStart);
    }

    /** Accepts models from elsewhere, and files that are dropped on the window, which is shown. */
    public void acceptFiles(Shell shell, Stage stage) {
        Runnable elsewhere = () -> elsewhere().ask().ifPresent(file -> openElsewhere(stage, file));
        export.model().setElsewhere(elsewhere);
        shell.setElsewhere(elsewhere, () -> session.dataProperty().get() != null);
        FileDrop.on(stage.getScene(), ElsewhereViewModel::isModel, file -> openElsewhere(stage, file));
        FileDrop.on(stage.getScene(), ExportViewModel::canCheck, this::open);
        FileDrop.all(stage.getScene(), file -> DataViewModel.isLog(file) && !ExportViewModel.canCheck(file), files -> {
            session.goalProperty().set(Session.Goal.DATA);
            data.model().bring(files);
        });
    }

    /** Opens a data set at the start; without one the newest or the bundled one. */
    public void begin(Optional<Path> dataset) {
        home.model().begin(dataset);
    }

    /** Verifies a file from elsewhere on Export. */
    public void check(Path file) {
        session.goalProperty().set(Session.Goal.EXPORT);
        export.model().check(file);
    }

    /** Closes the models that are open, on the engine's thread, and the playground on its own. */
    public void close(Executor engine, Executor play) {
        playground.model().leave();
        play.execute(playground.model().closing());
        engine.execute(explain.model().closing());
        engine.execute(recommend.model().closing());
        engine.execute(compare::close);
    }

    private void explain(RunFolder run, Person person, int item) {
        explain.model().explain(run, person, item);
        session.goalProperty().set(Session.Goal.EXPLAIN);
    }

    /** Opens a run of this workspace on Train, or verifies a file from elsewhere. */
    private void open(Path file) {
        RunFolder run = new RunFolder(file);
        if (session.summary(run).isPresent()) {
            session.choose(run);
            session.goalProperty().set(Session.Goal.TRAIN);
        } else {
            check(file);
        }
    }

    private ElsewhereViewModel elsewhere() {
        return new ElsewhereViewModel(
                services.workspace(),
                session,
                services.background(),
                services.messages(),
                services.dialogs(),
                trainings::add);
    }

    private void openElsewhere(Stage owner, Path file) {
        new ElsewhereWindow(services.views(), theme).show(owner, elsewhere(), file);
    }

    /** Shows an example of Compare on other screens. */
    private final class Examples implements GainsViewModel.Opening {
        @Override
        public void recommend(RunFolder run, String user) {
            recommend.model().recommend(run, user);
            session.goalProperty().set(Session.Goal.RECOMMEND);
        }

        @Override
        public void explain(RunFolder before, RunFolder after, int row) {
            explain.model().explain(after, before, row);
            session.goalProperty().set(Session.Goal.EXPLAIN);
        }
    }
}
