package dev.interestlens.measurement.ageing;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Repeats;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.SubProgress;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Problem;
import dev.interestlens.store.SealedJson;
import dev.interestlens.store.Sha256;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.StopReason;
import dev.interestlens.workspace.LeftOut;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.StagedProgress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The whole experiment on one data set: trains a model at each cut, asks it every later slice, and tells how its lead falls with its age. Histories are
 * those at the moment of what is asked, as when served: what ages is the model. Everything lies in the folder {@code ageing/} of the data set, by what is
 * trained; what is there already is not made again, so that work which was interrupted goes on, to the same bytes.
 */
public final class Ageing {
    private static final String FOLDER = "ageing";
    private static final String REPORT = "report.json";
    private static final int SUM = 12;

    /** Share of the time of one cut with its training. */
    private static final double TRAINED = .7;

    private final Path dataset;
    private final AgeingSettings settings;
    private final Path folder;
    private final BiConsumer<RunFolder, Progress> training;
    private final Progress progress;

    private Ageing(Path dataset, AgeingSettings settings, BiConsumer<RunFolder, Progress> training, Progress progress) {
        this.dataset = dataset.toAbsolutePath().normalize();
        this.settings = settings;
        this.training = training;
        this.progress = progress;
        folder = folder(this.dataset, settings);
    }

    /**
     * Does what is not done yet, and reports.
     *
     * @param training trains a described run, or resumes it, and reports the share that is done
     * @throws dev.interestlens.store.ProblemException where the log has no times or too few events, or of kind CANCELLED
     */
    public static AgeingReport measure(
            Path dataset, AgeingSettings settings, BiConsumer<RunFolder, Progress> training, Progress progress) {
        return new Ageing(dataset, settings, training, progress).run();
    }

    /** What was last measured of models that are trained like this, whatever the cuts; empty where nothing was. */
    public static Optional<AgeingReport> kept(Path dataset, ExperimentConfig config) {
        AgeingSettings like = new AgeingSettings(config, "", 1, 1, false);
        return Disk.list(folder(dataset.toAbsolutePath().normalize(), like).getParent()).stream()
                .map(each -> each.resolve(REPORT))
                .filter(Files::exists)
                .max(Comparator.comparing(file -> FileAccess.get(() -> Files.getLastModifiedTime(file))))
                .map(file -> SealedJson.read(file, AgeingReport.class));
    }

    private static Path folder(Path dataset, AgeingSettings settings) {
        ExperimentConfig alike = settings.at(0); // whatever the split of a run that is asked about
        alike = ConfigJson.set(ConfigJson.set(alike, "training.threads=1"), "training.device=cpu");
        String trained = ConfigJson.tree(alike).toString();
        return dataset.resolve(FOLDER)
                .resolve(settings.config().model().id() + "-"
                        + Sha256.of(trained.getBytes(StandardCharsets.UTF_8)).substring(0, SUM))
                .resolve(settings.cuts() + "-" + settings.window());
    }

    private AgeingReport run() {
        List<List<Slices.Asked>> asked = new ArrayList<>();
        Slices slices;
        List<CutScores> cuts = new ArrayList<>();
        List<AgeingReport.Slice> told = new ArrayList<>();
        try (PreparedDataset data = PreparedDataset.open(dataset)) {
            slices = new Slices(data, settings);
            ExperimentConfig first = settings.at(0);
            boolean repeats = SampleSet.build(data, first.protocol(), first.evaluationSeed())
                            .repeats()
                    == Repeats.ALL;
            for (int slice = 0; slice < settings.cuts(); slice++) {
                asked.add(slices.asked(slice, repeats));
                told.add(new AgeingReport.Slice(
                        slices.begin(slice),
                        slices.begin(slice + 1),
                        slices.events(slice),
                        asked.get(slice).size(),
                        slices.unknown(slice)));
            }
            for (int cut = 0; cut < settings.cuts(); cut++) {
                cuts.add(scores(data, slices, anew(cut), asked.subList(cut, settings.cuts())));
            }
            List<CutScores> warm = new ArrayList<>();
            for (int cut = 1; settings.warm() && cut < settings.cuts(); cut++) {
                warm.add(scores(data, slices, goingOn(cut), asked.subList(cut, cut + 1)));
            }
            Triangle triangle = new Triangle(slices, asked, cuts);
            AgeingReport report = new AgeingReport(
                    settings.config().model().id(),
                    settings.preset(),
                    settings.window(),
                    told,
                    triangle.cells(CutScores.MODEL),
                    triangle.halfLife(),
                    Triangle.rivals()
                            .map(name -> new AgeingReport.Rival(name, triangle.cells(name)))
                            .toList(),
                    settings.warm() ? triangle.warm(warm, cut -> steps(anew(cut)), cut -> steps(goingOn(cut))) : null);
            SealedJson.write(Disk.real(), folder.resolve(REPORT), report);
            return report;
        }
    }

    /**
     * A model of a cut.
     *
     * @param begins share of the whole work at which its training begins, and {@code ends} with its scores
     * @param before what it goes on from; null where it begins anew
     */
    private record Trained(
            int cut,
            RunFolder run,
            Path scores,
            ExperimentConfig config,
            double begins,
            double ends,
            RunFolder before) {}

    private Trained anew(int cut) {
        return trained("", cut, cut, settings.at(cut), null);
    }

    private Trained goingOn(int cut) {
        RunFolder before = (cut == 1 ? anew(0) : goingOn(cut - 1)).run();
        return trained("warm-", cut, settings.cuts() + cut - 1, settings.after(cut), before);
    }

    private Trained trained(String name, int cut, int number, ExperimentConfig config, RunFolder before) {
        double all = settings.warm() ? 2 * settings.cuts() - 1 : settings.cuts();
        return new Trained(
                cut,
                new RunFolder(folder.resolve(name + "run-" + cut)),
                folder.resolve(name + "cut-" + cut + ".json"),
                config,
                number / all,
                (number + 1) / all,
                before);
    }

    private CutScores scores(PreparedDataset data, Slices slices, Trained trained, List<List<Slices.Asked>> asked) {
        if (!Files.exists(trained.scores())) {
            double middle = trained.begins() + TRAINED * (trained.ends() - trained.begins());
            StagedProgress steps = new StagedProgress(progress);
            steps.begin("train", trained.begins(), trained.begins());
            train(data, slices, trained, new SubProgress(progress, trained.begins(), middle));
            steps.begin("measure", middle, trained.ends());
            try (OpenRun open = OpenRun.best(trained.run())) {
                SealedJson.write(Disk.real(), trained.scores(), CutScores.of(open, asked, steps::within));
            }
        }
        return SealedJson.read(trained.scores(), CutScores.class);
    }

    private void train(PreparedDataset data, Slices slices, Trained trained, Progress part) {
        RunFolder run = trained.run();
        if (!run.exists()) {
            createFolder();
            String older = "time<" + slices.from(trained.cut());
            RunDescription described = Trainer.described(
                    FOLDER + " " + run.folderName(), dataset, data.info().fingerprint(), trained.config());
            described = settings.window() == 1
                    ? described
                    : described.without(LeftOut.of(data, older).without());
            described = trained.before() == null
                    ? described
                    : described.after(trained.before().path());
            Trainer.describe(Disk.real(), run, described);
        }
        if (!finished(run)) {
            training.accept(run, part);
        }
        if (!finished(run)) {
            throw Problem.cancelled(Ageing.class, "interrupted").file(dataset).exception();
        }
    }

    /** The steps of a training, with those of the small model that it began with. */
    private static long steps(Trained trained) {
        List<JournalEntry> entries = trained.run().entries();
        long own = entries.stream()
                .filter(JournalEntry.EpochDone.class::isInstance)
                .mapToLong(entry -> ((JournalEntry.EpochDone) entry).step())
                .max()
                .orElse(0);
        return own
                + entries.stream()
                        .filter(JournalEntry.Pretraining.class::isInstance)
                        .mapToLong(entry -> ((JournalEntry.Pretraining) entry).steps())
                        .max()
                        .orElse(0);
    }

    private static boolean finished(RunFolder run) {
        StopReason reason = RunSummary.of(run).stopReason();
        return reason == StopReason.COMPLETED || reason == StopReason.EARLY;
    }

    private void createFolder() {
        try {
            Disk.real().createFolders(folder);
        } catch (IOException e) {
            throw Problem.resource(Ageing.class, "noFolder", folder).because(e);
        }
    }
}
