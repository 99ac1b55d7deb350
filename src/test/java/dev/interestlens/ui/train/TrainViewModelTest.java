package dev.interestlens.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.job.Program;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FolderLock;
import dev.interestlens.testing.QuickProgram;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.testing.ValidFigures;
import dev.interestlens.train.EpochRule;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.train.config.TrainingConfig.StopMetric;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.StopReason;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Durations;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Ticker;
import dev.interestlens.ui.common.run.Children;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.ui.control.chart.MetricSeries;
import dev.interestlens.workspace.QueuedRun;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunQueue;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainViewModelTest {
    @TempDir
    static Path shared;

    private static Path dataset;

    @TempDir
    Path root;

    private final List<Runnable> ticks = new ArrayList<>();
    private final Session session = new Session();
    private final ErrorPresenter errors = new ErrorPresenter();
    private Workspace workspace;
    private TrainViewModel model;
    private TrainingRunner trainings;

    @BeforeAll
    static void prepare() {
        dataset = TinyShop.prepare(shared);
    }

    @BeforeEach
    void open() {
        workspace = new Workspace(root).create(Disk.real());
        Background background = Background.inline(errors);
        Ticker ticker = (period, work) -> {
            ticks.add(work);
            work.run();
            return () -> ticks.remove(work);
        };
        trainings = new TrainingRunner(new Children(
                workspace,
                QuickProgram.launcher(),
                background,
                ticker,
                session,
                errors,
                new Messages(Language.ENGLISH)));
        model = new TrainViewModel(session, trainings, background, ticker, new Messages(Language.ENGLISH));
    }

    private RunFolder run(String name, JournalEntry... entries) throws Exception {
        return run(name, ExperimentConfig.preset("din", Preset.QUICK), entries);
    }

    private RunFolder run(String name, ExperimentConfig config, JournalEntry... entries) throws Exception {
        RunFolder folder = new RunFolder(workspace.runs().resolve(name));
        try (PreparedDataset data = PreparedDataset.open(dataset)) {
            Trainer.describe(
                    Disk.real(),
                    folder,
                    new RunDescription(
                            name, name.hashCode(), dataset, data.info().fingerprint(), "test", config));
        }
        append(folder, entries);
        return folder;
    }

    private static void append(RunFolder folder, JournalEntry... entries) throws Exception {
        try (dev.interestlens.store.Journal journal =
                dev.interestlens.store.Journal.open(Disk.real(), folder.journal())) {
            for (JournalEntry entry : entries) {
                journal.append(entry.encode());
            }
        }
    }

    private static JournalEntry started() {
        return new JournalEntry.Started(0, 0, 10, 2, 100, 1000, "cpu", 1, "test");
    }

    private static JournalEntry step(long step, double loss) {
        return new JournalEntry.Step(1, step, loss, 0, 1e-3, 100, step / 10.0, null);
    }

    private static JournalEntry epoch(int epoch, double auc, boolean best) {
        return new JournalEntry.EpochDone(epoch, 10L * epoch, 0.6, ValidFigures.of(auc, auc, 0.6), best, epoch);
    }

    /** As many looks as it takes also where a run is at rest and looked at less often. */
    private void tick() {
        for (int look = 0; look < 10; look++) {
            List.copyOf(ticks).forEach(Runnable::run);
        }
    }

    @Test
    void theCurvesGrowWithTheJournal() throws Exception {
        RunFolder folder = run("din-001", started(), step(1, 0.7));
        session.runProperty().set(folder);
        assertThat(model.progressProperty().get().records().losses()).containsExactly(0.7);
        append(folder, step(2, 0.6), epoch(1, 0.8, true));
        tick();
        assertThat(model.progressProperty().get().records().losses()).containsExactly(0.7, 0.6);
        assertThat(model.progressProperty().get().epochs()).hasSize(1);
        assertThat(model.progressProperty().get().summary().bestEpoch()).isEqualTo(1);
    }

    @Test
    void aResumeTakesBackWhatLiesBeyondItsStep() throws Exception {
        RunFolder folder = run("din-001", started(), step(1, 0.7), step(5, 0.5));
        session.runProperty().set(folder);
        append(folder, new JournalEntry.Started(0, 1, 10, 2, 100, 1000, "cpu", 1, "test"), step(2, 0.65));
        tick();
        assertThat(model.progressProperty().get().records().steps()).containsExactly(1, 2);
    }

    @Test
    void aRunThatIsOnItsWayIsStarting() throws Exception {
        assertThat(model.starting().get()).isFalse();
        RunFolder folder = run("din-001");
        session.runProperty().set(folder);
        assertThat(model.starting().get()).isTrue();
    }

    @Test
    void whatTakesLessThanASecondIsNoRangeOfZeros() {
        Messages messages = new Messages(Language.ENGLISH);
        assertThat(Durations.range(0.2, messages)).isEqualTo("less than 1\u00a0s");
        assertThat(Durations.range(1, messages)).isEqualTo("1\u00a0s");
        assertThat(Durations.range(10, messages)).matches("\\d+\u00a0s to \\d+\u00a0s");
    }

    @Test
    void aRunWhoseProcessIsGoneWithoutAWordCanBeResumed() throws Exception {
        run("din-001", started(), step(1, 0.7));
        trainings.refresh();
        assertThat(model.selected().orElseThrow().status()).isEqualTo(RunSummary.Status.KILLED);
        assertThat(model.control().canResume().get()).isTrue();
        assertThat(Alerts.of(model.progressProperty().get())).contains(Alert.of("train.alert.killed"));
    }

    @Test
    void aKilledRunWaitsInTheQueueWhereAnotherOneIsTrained() throws Exception {
        RunFolder killed = run("din-001", started(), step(1, 0.7));
        trainings.refresh();
        session.runProperty().set(killed);
        assertThat(model.control().waits().get()).isFalse();
        session.jobs().begin(Job.Kind.TRAINING, new JobStatus("another", "", -1, false), () -> {});
        assertThat(model.control().canResume().get()).isTrue();
        assertThat(model.control().waits().get()).isTrue();
        model.control().resume();
        assertThat(session.queue()).extracting(QueuedRun::folder).containsExactly(killed);
        assertThat(model.control().canResume().get()).isFalse(); // it waits already
        RunQueue kept = new RunQueue(Disk.real(), workspace);
        assertThat(kept.read()).isEqualTo(List.copyOf(session.queue()));
        trainings.discard(session.queue());
        assertThat(killed.exists()).isTrue();
        assertThat(model.control().canResume().get()).isTrue();
        model.control().resume();
        trainings.delete(killed);
        assertThat(session.queue()).isEmpty();
        assertThat(kept.read()).isEmpty();
    }

    @Test
    void aQueueOfAnEarlierVersionIsRead() throws Exception {
        RunQueue kept = new RunQueue(Disk.real(), workspace);
        kept.write(kept.reserve(List.of(new QueuedRun.Wanted(
                dataset, ExperimentConfig.preset("din", Preset.QUICK), new RunLabels("two", "", List.of())))));
        Path file = workspace.root().resolve("queue.json");
        String earlier = Files.readString(file).replaceFirst(",\\s*\"goesOn\" : false", "");
        assertThat(earlier).doesNotContain("goesOn");
        Files.writeString(file, earlier);
        assertThat(kept.read()).extracting(QueuedRun::name).containsExactly("two");
    }

    @Test
    void aWindowThatLooksAtNothingYetLooksAtTheRunAtWork() throws Exception {
        RunFolder atWork = run("a-run", started(), step(1, 0.7));
        run("b-run", started(), ended(StopReason.COMPLETED));
        try (FolderLock lock = FolderLock.tryAcquire(atWork.path()).orElseThrow()) {
            trainings.refresh();
            assertThat(lock).isNotNull();
            assertThat(session.runProperty().get()).isEqualTo(atWork);
        }
    }

    @Test
    void aCompletedRunCannotBeResumed() throws Exception {
        run("din-001", started(), epoch(1, 0.8, true), ended(StopReason.COMPLETED));
        trainings.refresh();
        assertThat(model.control().canResume().get()).isFalse();
    }

    private static JournalEntry ended(StopReason reason) {
        return new JournalEntry.Ended(0, reason, 1, 10, 1, 0.8);
    }

    @Test
    void aDeletedRunIsGoneFromDiskAndList() throws Exception {
        RunFolder folder = run("din-001", started(), ended(StopReason.COMPLETED));
        RunFolder other = run("din-002", started(), ended(StopReason.COMPLETED));
        trainings.refresh();
        model.look(summary("din-001"));
        model.askToDelete(summary("din-001"));
        assertThat(folder.exists()).isTrue();
        model.delete();
        assertThat(folder.path()).doesNotExist();
        assertThat(session.runs()).extracting(RunSummary::folder).containsExactly(other);
        assertThat(session.runProperty().get()).isEqualTo(other);
    }

    private RunSummary summary(String name) {
        return session.runs().stream()
                .filter(each -> each.folder().path().endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void lookingAtAnotherRunTakesTheQuestionOfDeletingBack() throws Exception {
        run("din-001", started(), ended(StopReason.COMPLETED));
        run("din-002", started(), ended(StopReason.COMPLETED));
        trainings.refresh();
        model.look(summary("din-001"));
        model.askToDelete(summary("din-001"));
        model.look(summary("din-002"));
        assertThat(model.deletingProperty().get()).isNull();
        model.delete();
        assertThat(session.runs()).hasSize(2);
    }

    @Test
    void anotherRunIsLaidOverAndTakenAwayAgain() throws Exception {
        run("din-001", started(), step(1, 0.7), ended(StopReason.COMPLETED));
        run("din-002", started(), step(1, 0.6), ended(StopReason.COMPLETED));
        trainings.refresh();
        model.look(summary("din-001"));
        model.curves().toggle(summary("din-002"));
        assertThat(new RunCurves(model.curves().all(), ProgressAxis.STEP).rates())
                .hasSize(2);
        model.curves().toggle(summary("din-002"));
        assertThat(model.curves().overlays()).isEmpty();
    }

    @Test
    void curvesGoByTheNameThatTheirRunHasNow() throws Exception {
        run("din-001", started(), step(1, 0.7), ended(StopReason.COMPLETED));
        trainings.refresh();
        model.labels().nameProperty().set("the good one");
        model.labels().keep();
        assertThat(model.curves().all())
                .extracting(each -> each.summary().name())
                .containsExactly("the good one");
    }

    @Test
    void fewSwitchesAreShownUntilAllAreWanted() {
        TrainingConfig usual = TrainingConfig.defaults();
        assertThat(model.shown(usual).test("epochs")).isTrue();
        assertThat(model.shown(usual).test("clipNorm")).isFalse();
        model.everySwitchProperty().set(true);
        assertThat(model.shown(usual).test("clipNorm")).isTrue();
    }

    @Test
    void aRunGoesByTheNameItIsGivenAndIsFoundByItsTags() throws Exception {
        run("din-001", started(), ended(StopReason.COMPLETED));
        run("din-002", started(), ended(StopReason.COMPLETED));
        trainings.refresh();
        model.look(summary("din-002"));
        model.labels().nameProperty().set("the good one");
        model.labels().tagsProperty().set("shop，三次");
        model.labels().keep();
        assertThat(summary("din-002").name()).isEqualTo("the good one");
        trainings.refresh();
        assertThat(summary("din-002").labels().tags()).containsExactly("shop", "三次");
        model.filterProperty().set("三次 good");
        assertThat(model.table().rows()).extracting(RunRow::run).containsExactly(summary("din-002"));
        model.filterProperty().set("pool");
        assertThat(model.table().rows()).isEmpty();
    }

    @Test
    void theSameIsCountedInStepsEpochsAndMinutes() throws Exception {
        session.runProperty().set(run("din-001", started(), step(5, 0.7), step(10, 0.6), epoch(1, 0.8, true)));
        RunProgress now = model.progressProperty().get();
        assertThat(ProgressAxis.STEP.steps(now)).containsExactly(5, 10);
        assertThat(ProgressAxis.EPOCH.steps(now)).containsExactly(0.5, 1);
        assertThat(ProgressAxis.MINUTES.steps(now)).containsExactly(0.5 / 60, 1.0 / 60);
        assertThat(new RunCurves(List.of(now), ProgressAxis.EPOCH).epochs(now)).containsExactly(1);
    }

    @Test
    void withoutATimeOfItsOwnAStepIsPlacedByTheStartAndTheTrainingSince() throws Exception {
        JournalEntry.Step timed = new JournalEntry.Step(1, 10, 0.6, 0, 1e-3, 100, 1, 1_700_000_123_000L);
        session.runProperty()
                .set(run(
                        "din-001",
                        new JournalEntry.Started(1_700_000_000_000L, 0, 10, 2, 100, 1000, "cpu", 1, "test"),
                        step(5, 0.7),
                        timed,
                        epoch(1, 0.8, true)));
        RunProgress now = model.progressProperty().get();
        assertThat(ProgressAxis.TIME.steps(now)).containsExactly(1_700_000_000.5, 1_700_000_123);
        assertThat(new RunCurves(List.of(now), ProgressAxis.TIME).epochs(now)).containsExactly(1_700_000_123);
        assertThat(ProgressAxis.TIME.start(now)).isEqualTo(1_700_000_000.5);
    }

    @ParameterizedTest
    @CsvSource({
        "auc, 2, '0.8200', 'AUC, kept epoch 2'",
        "logLoss, 1, '0.4000', 'log loss, kept epoch 1'",
        "ndcg10, 1, '0.4501', 'NDCG@10, kept epoch 1'",
        "aucThenNdcg10, 2, '0.8200', 'AUC, kept epoch 2'"
    })
    void theRuleThatKeptAnEpochIsNamedAndMarkedInItsOwnCurve(String rule, int kept, String figure, String note)
            throws Exception {
        ExperimentConfig config =
                ConfigJson.set(ExperimentConfig.preset("din", Preset.QUICK), "training.metric=" + rule);
        session.runProperty()
                .set(run(
                        "din-001",
                        config,
                        started(),
                        step(10, 0.7),
                        new JournalEntry.EpochDone(1, 10, 0.7, valid(.81, .4, .4501), kept == 1, 1),
                        step(20, 0.6),
                        new JournalEntry.EpochDone(2, 20, 0.6, valid(.82, .5, .4335), kept == 2, 2)));
        RunProgress now = model.progressProperty().get();
        ProgressWords words = new ProgressWords(new Messages(Language.ENGLISH));
        assertThat(words.best(now)).isEqualTo(figure);
        assertThat(words.bestNote(now)).isEqualTo(note);
        for (StopMetric shown : StopMetric.values()) {
            boolean rules =
                    shown == EpochRule.of(now.summary().description()).metric().first();
            assertThat(new RunCurves(List.of(now), ProgressAxis.STEP)
                            .validation(shown)
                            .get(0)
                            .best())
                    .isEqualTo(rules ? kept - 1 : -1);
        }
    }

    private static JournalEntry.Valid valid(double auc, double logLoss, double ndcg) {
        return ValidFigures.of(auc, auc, logLoss, ValidFigures.ranked(10, 100, ndcg, .1, null), null);
    }

    @Test
    void theValidationLossStandsBesideThatOfTraining() throws Exception {
        JournalEntry.Valid valid = ValidFigures.of(0.8, 0.8, 0.6, null, 1.25);
        session.runProperty()
                .set(run(
                        "din-001",
                        started(),
                        step(10, 0.7),
                        new JournalEntry.Validated(1, 5, valid, 30, 0.5),
                        new JournalEntry.EpochDone(1, 10, 0.7, valid, true, 1)));
        RunProgress now = model.progressProperty().get();
        List<MetricSeries> lines = new RunCurves(List.of(now), ProgressAxis.STEP).losses(name -> name + " v");
        assertThat(lines).extracting(MetricSeries::name).containsExactly("din-001", "din-001 v", "din-001 v");
        assertThat(lines.get(1).y()).containsExactly(1.25);
        assertThat(lines.get(2).x()).containsExactly(5);
        assertThat(lines.get(2).dots()).isEqualTo(MetricSeries.Dots.HOLLOW);
        assertThat(now.loss(ValidFigures.of(0.8, 0.8, 0.6))).isNaN(); // quick makes a softmax smaller
    }

    @Test
    void selectedRunsAreLaidOverUntilOthersAreSelected() throws Exception {
        for (int i = 1; i <= 9; i++) {
            run("din-00" + i, started(), step(1, 0.7));
        }
        trainings.refresh();
        model.look(summary("din-001"));
        model.curves().toggle(summary("din-009"));
        model.curves().beside(List.of(summary("din-002"), summary("din-003")));
        assertThat(model.curves().all())
                .extracting(each -> each.summary().name())
                .containsExactlyInAnyOrder("din-001", "din-002", "din-003", "din-009");
        model.curves().beside(List.of());
        assertThat(model.curves().all()).hasSize(2);
        model.curves().beside(session.runs().stream().toList());
        assertThat(model.curves().all()).hasSizeLessThanOrEqualTo(CurvesViewModel.MAX);
    }

    @Test
    void whatAnEarlierWindowLeftWaitsForAWord() throws Exception {
        RunQueue queue = new RunQueue(Disk.real(), workspace);
        queue.write(queue.reserve(
                List.of(new QueuedRun.Wanted(dataset, ExperimentConfig.preset("din", Preset.QUICK), RunLabels.NONE))));
        trainings.begin();
        assertThat(session.queueHeldProperty().get()).isTrue();
        assertThat(session.queue()).hasSize(1);
        assertThat(trainings.isRunning()).isFalse();
        trainings.discard(session.queue());
        assertThat(session.queue()).isEmpty();
        assertThat(queue.read()).isEmpty();
        assertThat(workspace.runs()).isEmptyDirectory();
    }

    @Test
    void theCommandNamesModelAndData() throws Exception {
        run("din-001", started());
        trainings.refresh();
        assertThat(TrainViewModel.command(summary("din-001")))
                .contains("train --data " + dataset + " --model din --preset quick")
                .endsWith("din-001-again");
    }

    @Test
    void aWaitingRunIsLetForwardAndThatIsKept() throws Exception {
        ExperimentConfig config = ExperimentConfig.preset("din", Preset.QUICK);
        RunQueue queue = new RunQueue(Disk.real(), workspace);
        queue.write(queue.reserve(List.of(
                new QueuedRun.Wanted(dataset, config, new RunLabels("one", "", List.of())),
                new QueuedRun.Wanted(dataset, config, new RunLabels("two", "", List.of())),
                new QueuedRun.Wanted(dataset, config, new RunLabels("three", "", List.of())))));
        trainings.begin();
        trainings.move(session.queue().get(2), -1);
        trainings.move(session.queue().get(0), -1);
        assertThat(session.queue()).extracting(QueuedRun::name).containsExactly("one", "three", "two");
        trainings.move(session.queue().get(0), 9);
        assertThat(queue.read()).extracting(QueuedRun::name).containsExactly("three", "two", "one");
    }

    @Test
    void whereATrainerCannotBeginTheOthersWaitForAWord() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        errors.count().addListener(change -> told.countDown());
        TrainingRunner cannot = new TrainingRunner(new Children(
                workspace,
                new Program(List.of(), "no.such.Program"),
                Background.inline(errors),
                (period, work) -> () -> {},
                session,
                errors,
                new Messages(Language.ENGLISH)));
        ExperimentConfig config = ExperimentConfig.preset("din", Preset.QUICK);
        cannot.queue(List.of(
                new QueuedRun.Wanted(dataset, config, new RunLabels("one", "", List.of())),
                new QueuedRun.Wanted(dataset, config, new RunLabels("two", "", List.of()))));
        told.await();
        assertThat(session.queueHeldProperty().get()).isTrue();
        assertThat(session.queue()).extracting(QueuedRun::name).containsExactly("one", "two");
        assertThat(errors.count().get()).isEqualTo(1);
    }

    @Test
    void deviationsAreMarkedFromTheNearestPreset() {
        ExperimentConfig quick = ExperimentConfig.preset("din", Preset.QUICK);
        session.draftProperty().set(ConfigJson.set(quick, "training.epochs=9"));

        assertThat(model.usual()).isEqualTo(quick.training());
    }
}
