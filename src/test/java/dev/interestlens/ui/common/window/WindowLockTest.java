package dev.interestlens.ui.common.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.testing.QuickProgram;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Ticker;
import dev.interestlens.ui.common.run.Children;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.workspace.QueuedRun;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunQueue;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowLockTest {
    @TempDir
    private Path root;

    private final Session first = new Session();
    private final Session second = new Session();
    private final ErrorPresenter errors = new ErrorPresenter();
    private final Background background = Background.inline(errors);
    private final List<Runnable> ticks = new ArrayList<>();
    private final Ticker ticker = (period, work) -> {
        ticks.add(work);
        return () -> ticks.remove(work);
    };

    private TrainingRunner trainings(Workspace workspace, Session session) {
        return new TrainingRunner(new Children(
                workspace,
                QuickProgram.launcher(),
                background,
                ticker,
                session,
                errors,
                new Messages(Language.ENGLISH)));
    }

    @Test
    void aSecondWindowLooksOnUntilTheFirstIsClosed() {
        Workspace workspace = new Workspace(root).create(Disk.real());
        WindowLock here = new WindowLock(workspace, first);
        here.take();
        try (WindowLock there = new WindowLock(workspace, second)) {
            there.take();
            List<String> seen = new ArrayList<>();
            there.watch(background, ticker, () -> seen.add("still"), () -> seen.add("gained"));
            List.copyOf(ticks).forEach(Runnable::run);
            assertThat(first.readOnlyProperty().get()).isFalse();
            assertThat(second.readOnlyProperty().get()).isTrue();
            here.close();
            List.copyOf(ticks).forEach(Runnable::run);
            assertThat(second.readOnlyProperty().get()).isFalse();
            assertThat(seen).containsExactly("still", "gained");
            assertThat(ticks).isEmpty();
        }
    }

    @Test
    void aWindowThatLooksOnChangesNothingAndSaysWhy() {
        Workspace workspace = new Workspace(root).create(Disk.real());
        ExperimentConfig config = ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK));
        RunQueue queue = new RunQueue(Disk.real(), workspace);
        queue.write(queue.reserve(List.of(new QueuedRun.Wanted(root, config, RunLabels.NONE))));
        second.readOnlyProperty().set(true);
        TrainingRunner looking = trainings(workspace, second);
        looking.begin();
        for (Runnable change : List.<Runnable>of(
                () -> looking.discard(second.queue()), looking::releaseQueue, () -> looking.start(root, config))) {
            errors.dismiss();
            change.run();
            assertThat(errors.shownProperty().get()).isNotNull();
        }
        assertThat(queue.read()).hasSize(1);
        assertThat(looking.isRunning()).isFalse();
        assertThat(errors.count().get()).isEqualTo(1);
    }
}
