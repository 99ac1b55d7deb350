package dev.interestlens.workspace.play;

import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.synth.PlayHistory;
import dev.interestlens.data.synth.PlaySettings;
import dev.interestlens.data.synth.PlayShop;
import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Scratch;
import dev.interestlens.train.StepWatch;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.TrainingControl;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunCopy;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A small shop with a known law, in a temporary folder, on which models are trained while someone looks on. What is shown depends on the setup alone.
 * One thread at a time; closing removes everything.
 */
public final class Playground implements AutoCloseable {
    private static final int PERSONS = 4;
    private static final int EARLY = 20;
    private static final int LATER = 100;
    private static final int[] EVERY = {2, 10, 20};
    private static final int EFFECT_FIRST = 3;
    private static final int EFFECT_EVERY = 6;

    private final PlaySettings settings;
    private final Scratch scratch;
    private final Map<String, List<Cause>> causes;
    private final PreparedDataset data;
    private int runs;

    private Playground(PlaySettings settings, Scratch scratch, Map<String, List<Cause>> causes, PreparedDataset data) {
        this.settings = settings;
        this.scratch = scratch;
        this.causes = causes;
        this.data = data;
    }

    /** Makes and prepares a shop. */
    public static Playground of(PlaySettings settings) {
        Scratch scratch = Scratch.create();
        Path source = scratch.folder().resolve("shop");
        new PlayShop(settings).write(source);
        PreparedDataset data = Sources.prepare(
                List.of(source), PrepareOptions.defaults(), scratch.folder().resolve("data"), Progress.none());
        return new Playground(settings, scratch, CausesReader.read(source.resolve(Layout.CAUSES)), data);
    }

    /** The persons of a shop whose attention is shown; needs no preparation. */
    public static List<PlayHistory> persons(PlaySettings settings) {
        return new PlayShop(settings).last(PERSONS);
    }

    /** The shop. */
    public PlaySettings settings() {
        return settings;
    }

    /**
     * Trains until the end or until it is stopped.
     *
     * @param shown receives the film after every frame, and once more at the end
     * @return the run, which is there until this is closed
     */
    public RunFolder train(PlaySetup setup, TrainingControl control, Consumer<PlayFilm> shown) {
        ExperimentConfig config = setup.config().adapted(data.info());
        RunFolder folder = new RunFolder(scratch.folder().resolve("run" + ++runs));
        Trainer.describe(
                Disk.real(),
                folder,
                Trainer.described("playground", data.folder(), data.info().fingerprint(), config));
        SampleSet samples = SampleSet.build(data, config.protocol(), config.evaluationSeed());
        List<PlayHistory> persons = persons(settings);
        PlayMeasure measure = new PlayMeasure(
                samples, causes, persons.stream().map(PlayHistory::user).toList());
        Camera camera = new Camera(
                measure,
                config,
                new PlayFilm(setup, persons, measure.choices(), measure.ceiling(), List.of(), false),
                shown);
        new Trainer(folder, samples, Disk.real(), Runnable::run, control, entry -> {}).train(camera);
        shown.accept(camera.film.end());
        return folder;
    }

    /**
     * Puts a run and its shop among those of a workspace.
     *
     * @return where the run is now
     */
    public RunFolder keep(Disk disk, RunFolder run, Workspace workspace, RunLabels labels) {
        Path dataset = workspace.newDataset("playground-" + settings.law().id());
        FileAccess.run(() -> {
            for (Path file : Disk.inside(data.folder())) {
                if (Files.isRegularFile(file)) {
                    byte[] bytes = Files.readAllBytes(file);
                    AtomicFile.write(disk, dataset.resolve(data.folder().relativize(file)), out -> out.write(bytes));
                }
            }
        });
        RunFolder kept = workspace.newRun(run.read().config().model().id());
        RunCopy.copy(disk, run, kept, dataset, labels);
        return kept;
    }

    /** Whether there is a frame after so many steps: often at first. */
    static boolean isShown(long step) {
        int every = step < EARLY ? EVERY[0] : step < LATER ? EVERY[1] : EVERY[2];
        return step % every == 0;
    }

    @Override
    public void close() {
        data.close();
        scratch.close();
    }

    /** Takes a frame at certain steps, of which every sixth also measures Effect, and so does the last one of a whole training. */
    private static final class Camera implements StepWatch {
        private final PlayMeasure measure;
        private final ExperimentConfig config;
        private final Consumer<PlayFilm> shown;
        private PlayFilm film;

        Camera(PlayMeasure measure, ExperimentConfig config, PlayFilm film, Consumer<PlayFilm> shown) {
            this.measure = measure;
            this.config = config;
            this.film = film;
            this.shown = shown;
        }

        @Override
        public void after(long step, CtrModel model) {
            if (isShown(step)) {
                boolean effect = film.frames().size() % EFFECT_EVERY == EFFECT_FIRST;
                film = film.with(measure.frame(step, TrainedModel.between(config.model(), model), effect));
                shown.accept(film);
            }
        }
    }
}
