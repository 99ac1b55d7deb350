package dev.interestlens.measurement.trust;

import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.plant.PlantedCopy;
import dev.interestlens.data.plant.PlantedLaw;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.SubProgress;
import dev.interestlens.measurement.compare.Verdict;
import dev.interestlens.measurement.quality.RankingEvaluation;
import dev.interestlens.measurement.trust.Measured.Values;
import dev.interestlens.metric.KeptRanking;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.store.Disk;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.store.SealedJson;
import dev.interestlens.store.Sha256;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.StopReason;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.StagedProgress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The whole experiment on one data set: for each law and seed plants causes in a copy, trains a model on it, and measures; one more model for each seed
 * is trained on the log as it is. Everything lies in the folder {@code trust/} of the data set, by what is trained, and what is there already is not
 * made again: an experiment that was interrupted goes on, to the same bytes.
 */
public final class Trust {
    private static final String FOLDER = "trust";
    /** The first version counted as an error who named what was planted for another effect. */
    private static final String REPORT = "report.2.json";
    /** The first version left what followed what out of gradients, the second had the error above. */
    private static final String MEASURED = "measured.3.json";

    private static final int SUM = 12;

    /** Shares of the time of one planting with its training. */
    private static final double TRAINED = 0.8;

    private static final double TRAINED_BOTH = 0.85;

    /** Trains a described run, or resumes it; reports the share that is done. */
    public interface Training {
        void train(RunFolder run, Progress progress);
    }

    private final Path folder;
    private final Path dataset;
    private final TrustSettings settings;
    private final Stand stand;
    private final Training training;
    private final Progress progress;
    private final Map<Path, KeptRanking> originals = new HashMap<>();

    private Trust(Path dataset, TrustSettings settings, Stand stand, Training training, Progress progress) {
        this.stand = stand;
        this.dataset = dataset.toAbsolutePath().normalize();
        this.settings = settings;
        this.training = training;
        this.progress = progress;
        folder = folder(this.dataset, settings.config());
    }

    /**
     * Does what is not done yet, and reports.
     *
     * @param stand for explanations of other programs
     * @throws dev.interestlens.store.ProblemException where the log is too small, has no categories or no times, or of kind CANCELLED
     */
    public static TrustReport measure(
            Path dataset, TrustSettings settings, Stand stand, Training training, Progress progress) {
        return new Trust(dataset, settings, stand, training, progress).run();
    }

    /** The newest report of a data set about trainings like this one; empty where there is none. */
    public static Optional<TrustReport> kept(Path dataset, ExperimentConfig config) {
        Path report = report(dataset, config);
        return Files.exists(report) ? Optional.of(SealedJson.read(report, TrustReport.class)) : Optional.empty();
    }

    /** Whether something of a measurement is there to go on with, finished or not. */
    static boolean isBegun(Path dataset, ExperimentConfig config) {
        return Files.isDirectory(folder(dataset, config));
    }

    /** Where the report about such trainings is kept. */
    static Path report(Path dataset, ExperimentConfig config) {
        return folder(dataset, config).resolve(REPORT);
    }

    /** Trainings that differ only in their seed, or in where and with how many threads they ran, share it. */
    private static Path folder(Path dataset, ExperimentConfig config) {
        ExperimentConfig alike = Verdict.withSeed(config, 0);
        alike = ConfigJson.set(ConfigJson.set(alike, "training.threads=1"), "training.device=cpu");
        String trained = ConfigJson.tree(alike).toString();
        return dataset.resolve(FOLDER)
                .resolve(config.model().id() + "-"
                        + Sha256.of(trained.getBytes(StandardCharsets.UTF_8)).substring(0, SUM));
    }

    private TrustReport run() {
        PreparedDataset.open(dataset).close(); // before anything is made in its folder
        List<TrustReport.Law> laws = new ArrayList<>();
        Map<String, Integer> missing = new HashMap<>();
        double all = settings.laws().size() * settings.seeds();
        for (int law = 0; law < settings.laws().size(); law++) {
            List<Measured> plantings = new ArrayList<>();
            for (int seed = 0; seed < settings.seeds(); seed++) {
                double done = law * settings.seeds() + seed;
                plantings.add(planting(settings.laws().get(law), seed, done / all, (done + 1) / all));
            }
            List<Stand.Own> own = stand.found(plantings(settings.laws().get(law)));
            own.forEach(each -> missing.merge(each.name(), each.missing(), Integer::sum));
            laws.add(TrustReport.Law.of(EnumNames.lower(settings.laws().get(law)), plantings, own));
        }
        stand.write();
        TrustReport report = new TrustReport(
                settings.config().model().id(), settings.preset(), settings.seeds(), laws, stand.outside(missing));
        SealedJson.write(Disk.real(), folder.resolve(REPORT), report);
        return report;
    }

    private String name(PlantedLaw law, int seed) {
        return EnumNames.lower(law) + "-" + settings.seed(seed);
    }

    private List<Stand.Planting> plantings(PlantedLaw law) {
        return IntStream.range(0, settings.seeds())
                .mapToObj(seed -> name(law, seed))
                .map(name -> new Stand.Planting(name, run(folder.resolve(name))))
                .toList();
    }

    private static RunFolder run(Path planting) {
        return new RunFolder(planting.resolve("run"));
    }

    private Measured planting(PlantedLaw law, int seed, double from, double to) {
        Path own = folder.resolve(name(law, seed));
        boolean there = stand.isEmpty() || run(own).exists() && finished(run(own));
        if (there && Files.exists(own.resolve(MEASURED))) {
            return SealedJson.read(own.resolve(MEASURED), Measured.class);
        }
        StagedProgress steps = new StagedProgress(progress);
        steps.begin("plant", from, from);
        Path data = own.resolve("data");
        if (!PreparedDataset.isAt(data)) {
            try (PreparedDataset log = PreparedDataset.open(dataset)) {
                OutputPath target = OutputPath.folder(data, Layout.KIND, OutputPath.Existing.REFUSED);
                PlantedCopy.write(log, settings.planting(law, seed), target, Disk.real());
            }
        }
        ExperimentConfig config = settings.config(law, seed);
        double trained = from + TRAINED * (to - from) / 2;
        double both = from + TRAINED_BOTH * (to - from);
        RunFolder run = trained(run(own).path(), data, config, from, trained);
        String reach = law.behind() > 0 ? "-" + EnumNames.lower(law) : "";
        RunFolder original =
                trained(folder.resolve("log-" + settings.seed(seed) + reach), dataset, config, trained, both);
        Measured measured = measured(run, original, steps, both, to);
        SealedJson.write(Disk.real(), own.resolve(MEASURED), measured);
        return measured;
    }

    private RunFolder trained(Path path, Path data, ExperimentConfig config, double from, double to) {
        RunFolder run = new RunFolder(path);
        if (!run.exists()) {
            createFolders(path);
            try (PreparedDataset opened = PreparedDataset.open(data)) {
                Trainer.describe(
                        Disk.real(),
                        run,
                        Trainer.described(
                                path.getParent().getFileName() + " " + path.getFileName(),
                                data,
                                opened.info().fingerprint(),
                                config));
            }
        }
        if (!finished(run)) {
            training.train(run, new SubProgress(progress, from, to));
        }
        if (!finished(run)) {
            throw Problem.cancelled(Trust.class, "interrupted").file(dataset).exception();
        }
        return run;
    }

    private static boolean finished(RunFolder run) {
        StopReason reason = RunSummary.of(run).stopReason();
        return reason == StopReason.COMPLETED || reason == StopReason.EARLY;
    }

    private Measured measured(RunFolder run, RunFolder original, StagedProgress steps, double from, double to) {
        double third = (to - from) / 3;
        KeptRanking before =
                originals.computeIfAbsent(original.path(), any -> ranking(original, steps, from, from + third));
        try (OpenRun open = OpenRun.best(run)) {
            PlantedRows rows = new PlantedRows(open);
            steps.begin("planted", from + third, from + 2 * third);
            Values learnt = rows.learnt(steps);
            List<Map<String, Values>> found = rows.found(steps);
            steps.begin("measure", from + 2 * third, to);
            KeptRanking after =
                    RankingEvaluation.of(open, Part.TEST, 0, steps::within).kept();
            Map<Integer, Boolean> users = rows.users();
            return new Measured(
                    learnt,
                    found.get(0),
                    found.get(1),
                    difference(before, after, users, RankingMetric.NDCG10),
                    difference(before, after, users, RankingMetric.AUC),
                    new Detector(open.data()).told(users));
        }
    }

    private static KeptRanking ranking(RunFolder run, StagedProgress steps, double from, double to) {
        steps.begin("measure", from, to);
        try (OpenRun open = OpenRun.best(run)) {
            return RankingEvaluation.of(open, Part.TEST, 0, steps::within).kept();
        }
    }

    /** Of users without planted effects whose last event is the same in both. */
    private static Values difference(
            KeptRanking before, KeptRanking after, Map<Integer, Boolean> planted, RankingMetric figure) {
        Map<List<Integer>, Double> known = new HashMap<>();
        double[] values = before.values(figure);
        for (int i = 0; i < values.length; i++) {
            known.put(List.of(before.users()[i], before.positions()[i], before.items()[i]), values[i]);
        }
        List<Integer> users = new ArrayList<>();
        List<Double> differences = new ArrayList<>();
        double[] now = after.values(figure);
        for (int i = 0; i < now.length; i++) {
            int user = after.users()[i];
            Double was = known.get(List.of(user, after.positions()[i], after.items()[i]));
            if (was != null && !planted.getOrDefault(user, false)) {
                users.add(user);
                differences.add(now[i] - was);
            }
        }
        return Values.of(users, differences);
    }

    private static void createFolders(Path path) {
        try {
            Disk.real().createFolders(path);
        } catch (IOException e) {
            throw Problem.resource(Trust.class, "noFolder", path).because(e);
        }
    }
}
