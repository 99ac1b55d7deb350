package dev.interestlens.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.job.JobFolder;
import dev.interestlens.job.JobWork;
import dev.interestlens.job.Program;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.testing.Patience;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.ui.common.run.Children;
import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.workspace.Effort;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class JobsTest {

    @TempDir
    Path root;

    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final Session session = new Session();
    private final Jobs jobs = session.jobs();
    private final ErrorPresenter errors = new ErrorPresenter();
    private final Messages messages = new Messages(Language.ENGLISH);
    private final Program program = Program.same(WaitingProgram.class);
    private final Ticker ticker = (period, work) -> () -> {};
    private final ExperimentConfig config =
            ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK));
    private Workspace workspace;
    private TrainingRunner trainings;
    private ImportRunner imports;
    private JobRunner export;
    private Job training;

    @BeforeEach
    void train() throws InterruptedException {
        workspace = new Workspace(root.resolve("home")).create(Disk.real());
        Background background = new Background(Runnable::run, Runnable::run, Runnable::run, fx::add, errors);
        trainings = new TrainingRunner(new Children(workspace, program, background, ticker, session, errors, messages));
        imports = new ImportRunner(new Children(workspace, program, background, ticker, session, errors, messages));
        export = new JobRunner(new Children(workspace, program, background, ticker, session, errors, messages));
        trainings.start(root, config);
        until(() -> jobs.trainingProperty().get() != null);
        training = jobs.trainingProperty().get();
    }

    @AfterEach
    void endAll() throws InterruptedException {
        List.copyOf(jobs.all()).forEach(Job::stop);
        until(() -> jobs.all().isEmpty());
    }

    private void until(BooleanSupplier holds) throws InterruptedException {
        Patience patience = new Patience(() -> "jobs as they are to be, and not " + jobs.all());
        while (!holds.getAsBoolean()) {
            Runnable next = fx.poll(100, TimeUnit.MILLISECONDS);
            if (next == null) {
                patience.hope();
            } else {
                next.run();
            }
        }
    }

    private void read(String source) throws InterruptedException {
        imports.prepare(List.of(root.resolve(source)), () -> {});
        until(() -> jobs.of(Job.Kind.DATA).findAny().isPresent());
    }

    private String wished() {
        Path folder = session.atWorkProperty().get().path();
        return Json.tree(new JobFolder(folder).control()).get("wish").asText();
    }

    private void assertTrainingObeys() {
        training.ask(JobControl::resume);
        assertThat(wished()).isEqualTo("resume");
        training.pauseOrResume();
        assertThat(wished()).isEqualTo("pause");
    }

    @Test
    void aTrainingObeysWhileAnImportRunsAndAfterItWasCancelled() throws InterruptedException {
        read("slow");
        assertThat(jobs.mainProperty().get()).isSameAs(training);
        assertThat(jobs.all()).hasSize(2);
        assertTrainingObeys();
        imports.cancel();
        until(() -> jobs.all().size() == 1);
        assertThat(jobs.mainProperty().get()).isSameAs(training);
        assertTrainingObeys();
    }

    @Test
    void whatWasAskedToStopSaysSoAtOnce() throws InterruptedException {
        read("slow");
        Job reading = jobs.newestProperty(Job.Kind.DATA).get();

        imports.cancel();
        training.stop();

        assertThat(reading.statusProperty().get().detail()).isEqualTo("stopping ...");
        assertThat(training.statusProperty().get().detail()).isEqualTo("stopping ...");
    }

    @Test
    void aTrainingIsStoppedAfterAnImportFailed() throws InterruptedException {
        read(WaitingProgram.FAILS);
        until(() -> errors.count().get() == 1);
        assertThat(jobs.all()).containsExactly(training);
        assertTrainingObeys();
        training.stop();
        until(() -> jobs.all().isEmpty());
        assertThat(session.atWorkProperty().get()).isNull();
        assertThat(errors.count().get()).isEqualTo(1);
    }

    @Test
    void twoImportsAreCancelledEachByItsOwnControl() throws InterruptedException {
        read("first");
        Job first = jobs.newestProperty(Job.Kind.DATA).get();
        imports.prepare(List.of(root.resolve("second")), () -> {});
        until(() -> jobs.all().size() == 3);
        Job second = jobs.newestProperty(Job.Kind.DATA).get();
        first.stop();
        until(() -> jobs.all().size() == 2);
        assertThat(jobs.all()).containsExactly(training, second);
        assertThat(imports.running().get()).isTrue();
    }

    @Test
    void anExportStandsBesideATraining() throws InterruptedException {
        export.start(
                Job.Kind.EXPORT, Effort.fixed("EXPORT"), "din-001", "job.export.", List.of("export", "it"), line -> {});
        until(() -> jobs.newestProperty(Job.Kind.EXPORT).get() != null);
        assertThat(jobs.mainProperty().get()).isSameAs(training);
        export.cancel();
        until(() -> jobs.all().size() == 1);
        assertTrainingObeys();
    }

    @Test
    void whatAMeasurementTookIsKeptForTheNextOne() throws InterruptedException {
        Effort effort = Effort.fixed("EXPORT");
        export.start(
                Job.Kind.EXPORT, effort, "din-001", "job.export.", List.of("it", WaitingProgram.FAILS), line -> {});
        until(() -> errors.count().get() == 1);
        assertThat(session.timesProperty().get().seconds(effort)).isEmpty();
        export.start(
                Job.Kind.EXPORT, effort, "din-001", "job.export.", List.of("it", WaitingProgram.MEASURES), line -> {});
        until(() -> session.timesProperty().get().seconds(effort).isPresent());
        assertThat(session.timesProperty().get().seconds(effort).orElseThrow()).isPositive();
    }

    @Test
    void theNewestStandsInTheBarWhereNothingIsTrained() throws InterruptedException {
        read("slow");
        training.stop();
        until(() -> jobs.trainingProperty().get() == null);
        assertThat(jobs.mainProperty().get())
                .isSameAs(jobs.newestProperty(Job.Kind.DATA).get());
    }

    private List<String> arguments() {
        Path folder = session.atWorkProperty().get().path();
        return Json.read(new JobFolder(folder).work(), JobWork.class).arguments();
    }

    @Test
    void aTrainingThatBeginsAfterTheWishWritesForTensorBoard() throws InterruptedException {
        assertThat(arguments()).doesNotContain("--tensorboard");
        trainings.liveBoardProperty().set(true);
        trainings.start(root, config);
        until(() -> session.queue().size() == 1);
        training.stop();
        until(() ->
                jobs.trainingProperty().get() != null && jobs.trainingProperty().get() != training);

        Path run = session.atWorkProperty().get().path();
        assertThat(arguments())
                .containsSubsequence(
                        "--run",
                        run.toString(),
                        "--tensorboard",
                        workspace.boards().resolve(run.getFileName()).toString());
    }
}
