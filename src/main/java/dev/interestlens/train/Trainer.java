package dev.interestlens.train;

import dev.interestlens.data.protocol.BatchOptions;
import dev.interestlens.data.protocol.BatchSource;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.NeighbourTerm;
import dev.interestlens.model.Weights;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.RowTable;
import dev.interestlens.nn.Tensors;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.MemoryRefusal;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Sha256;
import dev.interestlens.train.config.Devices;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.train.run.BestEpoch;
import dev.interestlens.train.run.Cursor;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.RunJournal;
import dev.interestlens.train.run.RunState;
import dev.interestlens.train.run.StopReason;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a run from its beginning, or from its newest checkpoint on, in the calling thread. The caller holds the folder's lock. Batches are planned
 * on the loader's thread; all engine calls are made here. Randomness is a function of (seed, epoch, step, row).
 */
public final class Trainer {
    /** A row of an item's table, its gradient, and the two means of the optimizer. */
    private static final int TABLE_COPIES = 4;

    /** About so many values as wide as an embedding are kept of each behaviour of a batch until its gradients are known. */
    private static final int BATCH_COPIES = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);
    private static final int MAX_SKIPPED = 3;
    private static final int REPORT_STEPS = 10;

    /** Steps after which two starts are told apart: a share of all, at most so many. */
    private static final int TRIAL_STEPS = 300;

    private static final double TRIAL_SHARE = .125;

    private final RunFolder folder;
    private final SampleSet samples;
    private final Disk disk;
    private final Executor loader;
    private final TrainingControl control;
    private final Consumer<JournalEntry> listener;
    private final RunDescription run;
    private final TrainingConfig config;

    /**
     * @param loader one thread
     * @param listener receives each journal entry after it was written
     */
    public Trainer(
            RunFolder folder,
            SampleSet samples,
            Disk disk,
            Executor loader,
            TrainingControl control,
            Consumer<JournalEntry> listener) {
        this.folder = folder;
        this.samples = samples;
        this.disk = disk;
        this.loader = loader;
        this.control = control;
        this.listener = listener;
        run = folder.read();
        config = run.config().training();
        run.require(samples.data());
    }

    /** The description of a run that this program begins now. */
    public static RunDescription described(String name, Path dataset, String fingerprint, ExperimentConfig config) {
        return new RunDescription(name, System.currentTimeMillis(), dataset, fingerprint, Versions.line(), config);
    }

    /** Writes {@code run.json} into a folder that holds no run yet. */
    public static void describe(Disk disk, RunFolder folder, RunDescription run) {
        if (folder.exists()) {
            throw Problem.usage(Trainer.class, "runExists", folder.path()).exception();
        }
        Json.write(disk, folder.description(), run.tree());
    }

    /** Trains until the end or until it is stopped. A failure is thrown after it was written to the journal. */
    public JournalEntry.Ended train() {
        return train(StepWatch.none());
    }

    /** The same, shown to someone step by step. */
    public JournalEntry.Ended train(StepWatch watch) {
        ModelInput input = new ModelInput(
                samples.data().schema(), run.config().protocol().history().maxLength());
        if (samples.size(Part.TRAIN) == 0) {
            throw Problem.badInput(Trainer.class, "noSamples").exception();
        }
        folder.requireResumable(); // before the journal is opened, which removes incomplete records
        try (Tensors tensors = new Tensors(Devices.of(config.execution().device()));
                CtrModel model = ModelCatalog.create(run.config().model(), input);
                RunJournal journal = new RunJournal(disk, folder, listener)) {
            Ops.threads(config.execution().engineThreads());
            model.create(tensors, config.seed(), true);
            HeldAttention.of(model, config.learning().attention()).begin(model);
            return new Loop(model, journal, watch).run();
        } catch (RuntimeException | OutOfMemoryError e) {
            throw asProblem(e);
        }
    }

    // Every failure except a lack of memory is rethrown.
    private ProblemException asProblem(Throwable failure) {
        Optional<MemoryRefusal> refusal =
                failure instanceof ProblemException ? Optional.empty() : MemoryRefusal.of(failure);
        if (refusal.isPresent()) {
            return outOfMemory(
                            run, folder, refusal.get().asked(), samples.data().items())
                    .cause(failure)
                    .exception();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    /**
     * A problem about a lack of memory in training, with suggestions.
     *
     * @param asked the requested amount; empty where it is unknown
     * @param items of the data set; 0 where they are unknown, or their tables do not lie in the memory that ran out
     */
    public static Problem.Builder outOfMemory(RunDescription run, RunFolder folder, String asked, int items) {
        int batch = run.config().training().length().batchSize();
        int history = run.config().protocol().history().maxLength();
        boolean tables = (long) TABLE_COPIES * items > (long) BATCH_COPIES * batch * history;
        String key = asked.isEmpty() ? "memory" : "memoryAsked";
        return Problem.resource(Trainer.class, tables ? "memoryItems" : key, folder.path())
                .with("asked", asked)
                .with("items", items)
                .with("batch", batch)
                .with("half", Math.max(1, batch / 2))
                .with("history", history);
    }

    /** The state of one call of {@link #train}. */
    private final class Loop {
        private final CtrModel model;
        private final RunJournal journal;
        private final StepWatch watch;
        private final Optimizer optimizer;
        private final MeanWeights mean;
        private final RegularisationRule regularisation;
        private final TrainStep step;
        private final SampleSet read;
        private final BatchSource source;
        private final int epochs;
        private final LearningRates rates;
        private final Checkpoints checkpoints;
        private final Validation validation;
        private final boolean grouped;
        private StepMeter meter;
        private Cursor cursor = Cursor.start();
        private int skipped;
        private boolean paused;
        private long pausedNanos;
        private final boolean begins;

        Loop(CtrModel model, RunJournal journal, StepWatch watch) {
            this.model = model;
            this.journal = journal;
            this.watch = watch;
            grouped = GroupSoftmax.trains(run.config(), samples);
            read = samples.reading(model.reading().choice().orElse(null));
            source = source(read);
            epochs = config.length().epochs(source.batches());
            validation = new Validation(samples, run.config(), (long) epochs * source.batches());
            rates = new LearningRates(config, source.batches());
            regularisation = new RegularisationRule(run.config().model().regularisation());
            checkpoints = new Checkpoints(
                    folder, disk, run.fingerprint(), config.execution().checkpointSeconds());
            Optional<Checkpoint.Loaded> newest = checkpoints.newest();
            if (newest.isEmpty() && folder.holdsTraining()) {
                throw Problem.badInput(Trainer.class, "noSoundCheckpoint", folder.checkpoints())
                        .exception("damaged", String.join(", ", checkpoints.damaged()));
            }
            newest.ifPresent(loaded -> new Weights(loaded.checkpoint().tensors()).copyInto(model.parameters()));
            begins = newest.isEmpty();
            optimizer = new Optimizer(model.parameters(), config, regularisation.l2());
            mean = new MeanWeights(model.parameters(), config, (long) epochs * source.batches());
            newest.ifPresent(this::restore);
            step = step(model, optimizer);
        }

        private TrainStep step(CtrModel of, Optimizer by) {
            return new TrainStep(
                    of,
                    by,
                    config.regularisation().clipNorm(),
                    regularisation.penalty(of, source(samples)), // the behaviours to read change as the model learns
                    HeldAttention.of(of, config.learning().attention()),
                    objective());
        }

        /** Training batches of samples, with whole histories or the chosen behaviours. */
        private BatchSource source(SampleSet of) {
            int batch = config.length().batchSize();
            var learning = config.learning();
            BatchOptions options = new BatchOptions(
                    run.config().model().auxiliaryNegatives(),
                    NegativeKind.UNIFORM,
                    config.regularisation().behaviourDropout(),
                    grouped
                            ? learning.beside()
                            : run.config().bySequence()
                                    ? learning.shared(samples.data().items())
                                    : 0,
                    learning.negativesKind());
            if (grouped) {
                return of.groups(batch, config.seed(), options);
            }
            return run.config().bySequence()
                    ? of.sequences(batch, samples.config().training().positionsPerUser(), config.seed(), options)
                    : of.training(batch, config.seed(), options);
        }

        private Objective objective() {
            if (run.config().bySequence()) {
                return Objective.sequences();
            }
            return grouped
                    ? new GroupSoftmax(
                            config.learning().beside(),
                            samples.logDraws(config.learning().negativesKind()))
                    : Objective.samples();
        }

        private void restore(Checkpoint.Loaded loaded) {
            optimizer.load(loaded.checkpoint().tensors(), loaded.applied());
            mean.load(loaded.checkpoint().tensors());
            cursor = loaded.checkpoint().cursor();
        }

        JournalEntry.Ended run() {
            LOG.info(
                    "Training {} in {}, from step {}",
                    run.config().model().id(),
                    folder.path().getFileName(),
                    cursor.step());
            journal.add(new JournalEntry.Started(
                    System.currentTimeMillis(),
                    cursor.step(),
                    source.batches(),
                    epochs,
                    model.parameters().count(),
                    source.samples(),
                    config.execution().device(),
                    config.execution().engineThreads(),
                    Versions.line()));
            try {
                note();
                if (begins && !begin()) {
                    return end(StopReason.USER);
                }
                if (cursor.step() == 0) {
                    watch.after(0, model);
                    checkpoints.save(model.parameters(), mean, optimizer, cursor, journal);
                }
                return end(epochs());
            } catch (ProblemException e) {
                if (e.problem().kind() == Problem.Kind.RESOURCE) {
                    endQuietly(StopReason.DISK, e);
                } else if (e.problem().kind() == Problem.Kind.DIVERGED) {
                    endQuietly(StopReason.DIVERGED, e);
                }
                throw e;
            } catch (RuntimeException | OutOfMemoryError e) {
                ProblemException problem = asProblem(e);
                endQuietly(StopReason.MEMORY, problem);
                throw problem;
            }
        }

        /** Records the checksum of the description, once, and damaged files. */
        private void note() {
            if (folder.describedSum().isEmpty()) {
                journal.note(new JournalEntry.Described(Sha256.of(Json.bytes(folder.description()))));
            }
            checkpoints.damaged().forEach(file -> journal.add(new JournalEntry.Damaged(file, false)));
            if (cursor.best().epoch() > 0) {
                checkpoints.mendBest(model.parameters(), journal, this::asChosen);
            }
        }

        /** The weights of the best epoch with what was chosen for it after its steps. */
        private Weights asChosen(Weights validated) {
            EpochChoice choice = EpochChoice.of(folder.entries(), cursor.best().epoch());
            return MeanWeights.with(validated, model.parameters(), () -> {
                choice.give(model, weighed -> validation.weighAgain(model, weighed));
                return Weights.of(model.parameters());
            });
        }

        /** The work before the first step, counted in the run's seconds; false where a person stopped it. */
        private boolean begin() {
            long began = System.nanoTime();
            Optional<RunFolder> before = Optional.ofNullable(run.before()).map(RunFolder::new);
            before.ifPresent(this::goOnFrom);
            model.neighbours().ifPresent(term -> new NeighbourStart(samples, journal::add)
                    .give(term, run.config().model().neighbours(), !model.learnsBeside()));
            model.trend().flatMap(new TrendChoice(samples)::give).ifPresent(journal::add);
            Optional<List<RowTable>> given = before.isPresent()
                    ? Optional.of(List.of())
                    : new ItemStart(run, samples, this::mayGoOn, journal::add, new FirstSteps()).give(model);
            given.ifPresent(tables -> {
                tables.forEach(table -> optimizer.slow(table, config.start().itemEmbeddingsSlower()));
                mean.begin(before.isPresent() || !tables.isEmpty());
            });
            cursor = cursor.later((System.nanoTime() - began - pausedNanos) / 1e9);
            return given.isPresent();
        }

        /** The weights that another run had after its last step, before anything was chosen for its epoch. */
        private void goOnFrom(RunFolder other) {
            Checkpoint.Loaded last = new Checkpoints(other, disk, run.fingerprint(), 0)
                    .newest()
                    .orElseThrow(() -> Problem.badInput(Trainer.class, "nothingBefore", other.path())
                            .exception());
            new Weights(last.checkpoint().tensors()).copyInto(model.parameters());
        }

        /** The run's first steps, taken by a copy of the model. */
        private final class FirstSteps implements ItemPretraining.Trial {
            @Override
            public int steps() {
                return (int) Math.ceil(Math.min(TRIAL_STEPS, TRIAL_SHARE * epochs * source.batches()));
            }

            @Override
            public OptionalDouble ndcg10(List<RowTable> learnt) {
                try (CtrModel copy = ModelCatalog.create(run.config().model(), model.input())) {
                    copy.create(model.parameters().tensors(), config.seed(), true);
                    Weights.of(model.parameters()).copyInto(copy.parameters());
                    Optimizer by = new Optimizer(copy.parameters(), config, regularisation.l2());
                    learnt.forEach(table -> by.slow(table, config.start().itemEmbeddingsSlower()));
                    TrainStep one = step(copy, by);
                    for (int number = 0; number < steps(); number++) {
                        if (!mayGoOn()) {
                            return OptionalDouble.empty();
                        }
                        int epoch = 1 + number / source.batches();
                        var plan = copy.plan(source.batch(epoch, number % source.batches()));
                        one.run(plan, stepSeed(number), rates.at(number, epoch, 1));
                    }
                    return OptionalDouble.of(new CatalogueValidation(samples, true).ndcg(copy));
                }
            }
        }

        private StopReason epochs() {
            Prefetch prefetch = new Prefetch(source, model, loader);
            meter = new StepMeter(cursor.seconds());
            while (cursor.epoch() <= epochs) {
                while (cursor.batch() < source.batches()) {
                    if (!mayGoOn()) {
                        report();
                        checkpoints.save(model.parameters(), mean, optimizer, cursor, journal);
                        return StopReason.USER;
                    }
                    one(prefetch);
                }
                report();
                boolean enough = finishEpoch();
                checkpoints.save(model.parameters(), mean, optimizer, cursor, journal);
                if (enough && cursor.epoch() <= epochs) {
                    return StopReason.EARLY;
                }
            }
            return StopReason.COMPLETED;
        }

        private void one(Prefetch prefetch) {
            double rate = rates.at(cursor.step(), cursor.epoch(), cursor.rateFactor());
            meter.begin();
            var plan = prefetch.take(cursor.epoch(), cursor.batch());
            TrainStep.Result result = step.run(plan, stepSeed(cursor.step()), rate);
            int size = plan.raw().size();
            double seconds = meter.end(result, size, rate);
            cursor = cursor.stepped(result.applied() ? result.loss() : 0, result.applied() ? size : 0, seconds);
            mean.after(cursor.step());
            guard(result);
            watch.after(cursor.step(), model);
            if (cursor.step() % REPORT_STEPS == 0) {
                report();
            }
            if (validation.due(cursor, cursor.batch() == source.batches())) {
                report();
                journal.add(mean.use(() -> validation.within(model, cursor)));
            }
            if (checkpoints.due()) {
                report();
                checkpoints.save(model.parameters(), mean, optimizer, cursor, journal);
            }
        }

        private void guard(TrainStep.Result result) {
            skipped = result.applied() ? 0 : skipped + 1;
            if (!result.applied()) {
                journal.add(new JournalEntry.Skipped(cursor.epoch(), cursor.step()));
            }
            if (skipped == MAX_SKIPPED) {
                throw Problem.diverged(Trainer.class, "diverged")
                        .with("step", cursor.step())
                        .exception("rate", config.updates().learningRate() / 10);
            }
        }

        private void report() {
            meter.take(cursor).ifPresent(journal::add);
        }

        /** True when there was no improvement for long enough. */
        private boolean finishEpoch() {
            return mean.use(this::judgeEpoch);
        }

        private boolean judgeEpoch() {
            Optional<NeighbourTerm.Table> trained = model.neighbours().map(NeighbourTerm::table);
            float[] dense = model.parameters().denseValues();
            Validation.Finished finished = validation.finish(model, cursor);
            finished.weighed().ifPresent(journal::add);
            finished.trended().ifPresent(journal::add);
            finished.calibrated().ifPresent(journal::add);
            finished.compared().ifPresent(journal::add);
            JournalEntry.Valid valid = finished.valid();
            BestEpoch now = new EpochRule(config.stopping().metric()).judge(cursor.epoch(), valid, cursor.best());
            boolean best = now.epoch() == cursor.epoch();
            if (best) {
                saveBest(finished.calibrated());
            }
            if (finished.weighed().filter(each -> each.added() != null).isPresent()) {
                model.neighbours().orElseThrow().load(trained.orElseThrow());
            }
            model.trend().ifPresent(term -> term.weigh(0));
            model.parameters().denseValues(dense); // the optimiser goes on from these, and so must who resumes here
            journal.add(new JournalEntry.EpochDone(
                    cursor.epoch(), cursor.step(), cursor.meanLoss(), valid, best, cursor.seconds()));
            cursor = cursor.nextEpoch(now, rates.factorAfter(cursor.rateFactor(), best));
            return config.stopping().patience() > 0
                    && cursor.stale() >= config.stopping().patience();
        }

        private void saveBest(Optional<JournalEntry.Calibrated> calibrated) {
            Optional<Runnable> back = calibrated.map(choice -> model.calibrate(choice.scale(), choice.shift()));
            checkpoints.saveBest(model.parameters(), cursor, journal);
            back.ifPresent(Runnable::run);
        }

        /** Handles wishes; waits while paused. */
        private boolean mayGoOn() {
            while (true) {
                TrainingControl.Wish wish = control.wish();
                if (wish == TrainingControl.Wish.STOP) {
                    return false;
                }
                if (wish == TrainingControl.Wish.STEP) {
                    return true;
                }
                changeState(wish == TrainingControl.Wish.PAUSE);
                if (!paused) {
                    return true;
                }
                long since = System.nanoTime();
                control.await();
                pausedNanos += System.nanoTime() - since;
            }
        }

        private void changeState(boolean pause) {
            if (pause != paused) {
                paused = pause;
                journal.add(new JournalEntry.StateChanged(
                        System.currentTimeMillis(), pause ? RunState.PAUSED : RunState.RUNNING));
                journal.force();
            }
        }

        private JournalEntry.Ended end(StopReason reason) {
            JournalEntry.Ended ended = ended(reason);
            journal.add(ended);
            LOG.info("Training ended: {}, best epoch {}", reason, cursor.best().epoch());
            return ended;
        }

        private void endQuietly(StopReason reason, ProblemException cause) {
            try {
                journal.add(ended(reason));
            } catch (ProblemException alsoRefused) {
                cause.addSuppressed(alsoRefused);
            }
        }

        private JournalEntry.Ended ended(StopReason reason) {
            return new JournalEntry.Ended(
                    System.currentTimeMillis(),
                    reason,
                    Math.min(cursor.epoch(), epochs),
                    cursor.step(),
                    cursor.best().epoch(),
                    Double.isNaN(cursor.best().value()) ? null : cursor.best().value());
        }

        private long stepSeed(long number) {
            long mixed = (config.seed() * 0x9E3779B97F4A7C15L) ^ (number * 0xBF58476D1CE4E5B9L);
            return (mixed ^ mixed >>> 31) & Long.MAX_VALUE;
        }
    }
}
