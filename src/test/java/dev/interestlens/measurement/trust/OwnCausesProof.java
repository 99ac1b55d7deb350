package dev.interestlens.measurement.trust;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.plant.PlantedLaw;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.synth.LogKind;
import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.EnumNames;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.TrainingControl;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.StagedProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The method of planted causes checked on itself: how often each ordering names a cause first, by causes planted in a generated shop and by the shop's
 * own, as CSV on standard output; Kendall's tau between both orders; and how many of the pairs that both kinds of causes tell apart are ordered alike.
 * {@code OwnCausesProof FAMILY LAW USERS SEEDS FOLDER KIND… [SETTING…]}; it takes minutes and is no test.
 */
public final class OwnCausesProof {
    private OwnCausesProof() {}

    public static void main(String... args) {
        List<String> settings = new ArrayList<>();
        for (String arg : args) {
            if (arg.contains("=")) {
                settings.add(arg);
            }
        }
        System.out.println("kind,seed,learnt,ordering,planted,own");
        PlantedLaw law = PlantedLaw.valueOf(args[1].toUpperCase(Locale.ROOT));
        for (int k = 5; k < args.length - settings.size(); k++) {
            LogKind kind = LogKind.valueOf(args[k].toUpperCase(Locale.ROOT));
            for (int seed = 1; seed <= Integer.parseInt(args[3]); seed++) {
                Path folder = Path.of(args[4]).resolve(EnumNames.lower(kind) + "-" + seed);
                prove(args[0], law, kind, Integer.parseInt(args[2]), seed, folder, settings);
            }
        }
    }

    private static void prove(
            String family, PlantedLaw law, LogKind kind, int users, int seed, Path folder, List<String> settings) {
        Path source = folder.resolve("shop");
        kind.log(users, seed).write(source);
        Path data = folder.resolve("data");
        Sources.prepare(List.of(source), PrepareOptions.defaults(), data, Progress.none())
                .close();
        ExperimentConfig config =
                ConfigJson.set(ExperimentConfig.preset(family, Preset.QUICK), "training.seed=" + seed);
        for (String setting : settings) {
            config = ConfigJson.set(config, setting);
        }
        List<RunFolder> trained = new ArrayList<>();
        Trust.Training training = (run, progress) -> {
            train(run);
            trained.add(run);
        };
        TrustSettings wanted = new TrustSettings(config, "quick", List.of(law), 1);
        TrustReport.Law planted = Trust.measure(data, wanted, Stand.none(), training, Progress.none())
                .laws()
                .get(0);
        StagedProgress steps = new StagedProgress(Progress.none());
        steps.begin("own", 0, 1);
        Map<String, Measured.Values> own;
        try (OpenRun run = OpenRun.best(trained.get(1))) {
            own = new PlantedRows(run, CausesReader.read(source.resolve("causes.csv")))
                    .found(steps)
                    .get(0);
        }
        List<Found> found = new ArrayList<>();
        for (TrustReport.Explained each : planted.explainers()) {
            found.add(new Found(
                    new Measured.Mean(each.recall1(), each.low(), each.high()),
                    Measured.Values.mean(Stream.of(own.get(each.name())))));
            System.out.printf(
                    Locale.ROOT,
                    "%s,%d,%.3f,%s,%.3f,%.3f%n",
                    EnumNames.lower(kind),
                    seed,
                    planted.learnt().auc(),
                    each.name(),
                    each.recall1(),
                    found.get(found.size() - 1).own.mean());
        }
        System.out.printf(
                Locale.ROOT,
                "%s,%d,%.3f,tau,%.3f,%n%s%n",
                EnumNames.lower(kind),
                seed,
                planted.learnt().auc(),
                tau(found),
                apart(found));
    }

    /** How often an ordering names a cause first, by planted causes and by the shop's own. */
    private record Found(Measured.Mean planted, Measured.Mean own) {}

    /** Pairs of orderings whose intervals are apart by both kinds of causes, and how many of them are ordered alike. */
    private static String apart(List<Found> found) {
        int apart = 0;
        int alike = 0;
        for (int i = 0; i < found.size(); i++) {
            for (int j = 0; j < i; j++) {
                int planted = order(found.get(i).planted, found.get(j).planted);
                int own = order(found.get(i).own, found.get(j).own);
                apart += Math.abs(planted * own);
                alike += planted * own > 0 ? 1 : 0;
            }
        }
        return alike + " of " + apart + " pairs that are apart are ordered alike";
    }

    private static int order(Measured.Mean a, Measured.Mean b) {
        return a.low() > b.high() ? 1 : a.high() < b.low() ? -1 : 0;
    }

    private static void train(RunFolder run) {
        try (PreparedDataset data = PreparedDataset.open(run.read().dataset())) {
            ExperimentConfig config = run.read().config();
            SampleSet samples = SampleSet.build(data, config.protocol(), config.evaluationSeed());
            Files.createDirectories(run.path());
            new Trainer(run, samples, Disk.real(), Runnable::run, TrainingControl.none(), entry -> {}).train();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kendall's tau-b. */
    private static double tau(List<Found> pairs) {
        double agree = 0;
        double differentA = 0;
        double differentB = 0;
        for (int i = 0; i < pairs.size(); i++) {
            for (int j = 0; j < i; j++) {
                double a = Math.signum(
                        pairs.get(i).planted.mean() - pairs.get(j).planted.mean());
                double b =
                        Math.signum(pairs.get(i).own.mean() - pairs.get(j).own.mean());
                agree += a * b;
                differentA += a * a;
                differentB += b * b;
            }
        }
        return agree / Math.sqrt(differentA * differentB);
    }
}
