package dev.interestlens.cli;

import dev.interestlens.cli.console.Console;
import dev.interestlens.cli.console.FileControl;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Omission;
import dev.interestlens.data.protocol.Reads;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.probe.FieldProbes;
import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.publish.exchange.LiveBoard;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FolderLock;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Texts;
import dev.interestlens.train.EpochRule;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.TrainingControl;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.AttentionWatch;
import dev.interestlens.workspace.LeftOut;
import dev.interestlens.workspace.NewRun;
import dev.interestlens.workspace.ReadCertificate;
import dev.interestlens.workspace.RunSummary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Trains a run in this process, holding its lock, and reports progress. */
final class Training {
    private final Console console;
    private final boolean json;
    private final Consumer<JournalEntry> listener;
    private final Path board;
    private final List<JournalEntry> choices = new ArrayList<>();
    private List<JournalEntry> kept = List.of();
    private TrainingConfig.StopMetric metric;

    Training(Console console, boolean json) {
        this(console, json, null);
    }

    /** @param board where TensorBoard's events go while it trains; null for nowhere */
    Training(Console console, boolean json, Path board) {
        this.console = console;
        this.json = json;
        this.board = board;
        listener = this::show;
    }

    /** One that reports to a listener instead of the console. */
    Training(Console console, Consumer<JournalEntry> listener) {
        this.console = console;
        this.json = false;
        this.board = null;
        this.listener = listener;
    }

    void run(RunFolder folder, Interrupt interrupt) {
        boolean held = folder.path().equals(console.job());
        FolderLock lock = held ? null : lock(folder);
        try (lock) {
            if (!held) {
                new FileControl(folder.path()).clear();
            }
            run(folder, interrupt, entry -> {});
        }
    }

    /** Trains a new run whose lock is held already. */
    void run(NewRun begun, Interrupt interrupt) {
        run(begun.folder(), interrupt, entry -> begun.begun());
    }

    private void run(RunFolder folder, Interrupt interrupt, Consumer<JournalEntry> first) {
        RunDescription run = folder.read();
        metric = run.config().training().stopping().metric();
        ExecutorService loader = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "loader");
            thread.setDaemon(true);
            return thread;
        });
        FileControl file = new FileControl(folder.path());
        TrainingControl control = () -> interrupt.wished() ? TrainingControl.Wish.STOP : file.wish();
        try (PreparedDataset data = run.openDataset();
                LiveBoard events = board == null ? null : LiveBoard.begin(board, run)) {
            Omission omission = LeftOut.of(data, run).omission();
            Reads reads = run.without() == null ? null : new Reads();
            SampleSet samples = SampleSet.build(
                            data, run.config().protocol(), run.config().evaluationSeed(), omission)
                    .noting(reads);
            samples.requireTrainable();
            long before = RunSummary.of(folder).progress().step();
            FieldProbes probes = FieldProbes.of(samples);
            probes.nearlyTheLabel()
                    .forEach(role ->
                            console.say("train.fieldLeak", role, probes.auc().get(role)));
            AttentionWatch watch = new AttentionWatch(folder, run, samples, input(run, data));
            Consumer<JournalEntry> all = first.andThen(listener).andThen(watch::notice);
            if (events != null) {
                all = all.andThen(events::notice);
            }
            JournalEntry.Ended ended = new Trainer(folder, samples, Disk.real(), loader, control, all).train();
            if (reads != null) {
                ReadCertificate.write(folder, data, omission, reads, before, ended.step());
            }
            if (interrupt.pressed() || file.cancelled()) {
                throw Problem.cancelled(Training.class, "trainingCancelled")
                        .file(folder.path())
                        .exception("step", ended.step());
            }
        } finally {
            loader.shutdown();
        }
    }

    private static ModelInput input(RunDescription run, PreparedDataset data) {
        return new ModelInput(data.schema(), run.config().protocol().history().maxLength());
    }

    private static FolderLock lock(RunFolder folder) {
        return FolderLock.tryAcquire(folder.path())
                .orElseThrow(() -> Problem.resource(RunDescription.class, "busy", folder.path())
                        .exception());
    }

    private void show(JournalEntry entry) {
        if (json) {
            console.out().println(new String(entry.encode(), StandardCharsets.UTF_8));
            console.out().flush();
        } else if (entry instanceof JournalEntry.Started s) {
            console.say(
                    "train.started",
                    s.samples(),
                    s.stepsPerEpoch(),
                    s.epochs(),
                    s.parameters(),
                    s.device(),
                    s.threads());
        } else if (entry instanceof JournalEntry.Pretraining e && e.done() == null) {
            console.say("train.pretraining", e.steps(), Math.round(e.seconds()));
        } else if (entry instanceof JournalEntry.Pretrained e) {
            console.say(
                    e.used() ? "train.pretrained" : "train.notPretrained",
                    figure(e.model()),
                    figure(e.popularity()),
                    figure(e.coOccurrence()),
                    figure(e.auc()),
                    figure(e.baselineAuc()));
            if (e.ranksBelowPopularity()) {
                console.say("train.belowPopularity", figure(e.popularityAuc()));
            }
            if (e.trial() != null) {
                console.say(
                        "train.startTrial",
                        e.trial().steps(),
                        figure(e.trial().learnt()),
                        figure(e.trial().random()));
            }
        } else if (entry instanceof JournalEntry.Neighboured e) {
            console.say("train.neighboured", e.kind(), e.decay(), figure(e.ndcg10()));
        } else if (isChoice(entry)) {
            choices.add(entry);
        } else if (entry instanceof JournalEntry.Popular e) {
            console.say("train.popular", e.days(), figure(e.ndcg10()));
        } else if (entry instanceof JournalEntry.EpochDone e) {
            console.say(
                    "train.epoch",
                    e.epoch(),
                    e.loss(),
                    figure(e.valid().ndcg10()),
                    RowMetric.ofEpochs().stream()
                            .map(metric -> MetricWords.name(metric).in(console.locale()) + " "
                                    + figure(e.valid().row(metric)))
                            .collect(Collectors.joining(", ")),
                    e.best() ? console.text("train.best") : "");
            if (e.best()) {
                kept = List.copyOf(choices);
            }
            choices.clear();
        } else if (entry instanceof JournalEntry.Damaged e) {
            console.say(e.restored() ? "train.restored" : "train.damaged", e.file());
        } else if (entry instanceof JournalEntry.Ended e) {
            console.say(
                    "train.ended." + e.reason(),
                    e.step(),
                    e.bestEpoch(),
                    console.text("train.metric", name(metric)),
                    figure(e.bestValue()));
            kept.forEach(this::tell);
        }
    }

    private String name(TrainingConfig.StopMetric metric) {
        RowMetric shown = EpochRule.rows(metric).orElse(RankMetric.NDCG10);
        return MetricWords.name(shown).in(console.locale());
    }

    /** What is chosen at the end of an epoch; told once, of the best one. */
    private static boolean isChoice(JournalEntry entry) {
        return entry instanceof JournalEntry.Weighed
                || entry instanceof JournalEntry.Trended
                || entry instanceof JournalEntry.Calibrated;
    }

    private void tell(JournalEntry choice) {
        if (choice instanceof JournalEntry.Weighed e) {
            console.say(
                    e.added() == null ? "train.weighed" : e.share() == null ? "train.instead" : "train.mixed",
                    e.learnt(),
                    e.chosen(),
                    figure(e.learntNdcg10()),
                    figure(e.ndcg10()),
                    e.added(),
                    e.share());
        } else if (choice instanceof JournalEntry.Trended e) {
            console.say("train.trended", e.days(), e.weight(), figure(e.ndcg10Without()), figure(e.ndcg10()));
        } else if (choice instanceof JournalEntry.Calibrated e) {
            console.say("train.calibrated", e.scale(), e.shift());
        }
    }

    private static String figure(Double value) {
        return Texts.row("%.4f", value == null ? Double.NaN : value);
    }
}
