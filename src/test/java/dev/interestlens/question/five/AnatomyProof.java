package dev.interestlens.question.five;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.synth.ShopGenerator;
import dev.interestlens.data.synth.ShopHistory;
import dev.interestlens.data.synth.ShopKind;
import dev.interestlens.data.synth.ShopSettings;
import dev.interestlens.data.synth.ShopTruth;
import dev.interestlens.explain.anatomy.Anatomy;
import dev.interestlens.explain.anatomy.CoalitionScores;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.model.Intervention;
import dev.interestlens.model.Removal;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.Trace;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.question.Lab;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.score.HistoryLengths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Shares of a trained model beside those of the exact probability of generated shops, over seeds, as CSV on standard output: {@code AnatomyProof FAMILY
 * USERS MEASURED SEEDS KIND…}, with {@code law} for the probability alone. It takes minutes and is no test.
 */
public final class AnatomyProof {
    private AnatomyProof() {}

    public static void main(String... args) throws Exception {
        System.out.println("kind,seed,part,law,share,low,high,law_auc,auc");
        for (int k = 4; k < args.length; k++) {
            ShopKind kind = ShopKind.valueOf(args[k].toUpperCase(Locale.ROOT));
            for (int seed = 1; seed <= Integer.parseInt(args[3]); seed++) {
                Path folder = Files.createTempDirectory(Path.of("/tmp"), "proof");
                prove(args[0], Integer.parseInt(args[1]), Integer.parseInt(args[2]), seed, kind, folder);
            }
        }
    }

    private static void prove(String family, int users, int measured, int seed, ShopKind kind, Path folder) {
        Lab lab = new Lab(folder, Runnable::run, Progress.none());
        ShopSettings settings = ShopSettings.of(kind, users, seed);
        Path log = lab.log("shop", new ShopGenerator(settings).generate());
        Path data = lab.prepare("shop", log, Progress.none());
        if (family.equals("law")) {
            law(settings, data, measured, seed);
            return;
        }
        RunFolder run = lab.train(
                "run", data, FamilyTraining.ofShops(128).recipe(family).withSeed(seed), Progress.none());
        try (OpenRun open = OpenRun.best(run);
                LawScorer law = new LawScorer(
                        new ShopTruth(settings), open.data(), open.model().input())) {
            Anatomy.Figure model = figure(open.model(), open.samples(), measured);
            Anatomy.Figure truth = figure(law, open.samples(), measured);
            for (Anatomy.Share share : model.shares()) {
                Optional<Anatomy.Share> known = truth.shares().stream()
                        .filter(each -> each.part() == share.part())
                        .findFirst();
                System.out.printf(
                        Locale.ROOT,
                        "%s,%d,%s,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f%n",
                        kind.id(),
                        seed,
                        share.part().id(),
                        known.map(Anatomy.Share::share).orElse(Double.NaN),
                        share.share(),
                        share.low(),
                        share.high(),
                        truth.value(),
                        model.value());
            }
        }
    }

    /** The exact probability alone. */
    private static void law(ShopSettings settings, Path dataset, int measured, int seed) {
        ExperimentConfig config = ExperimentConfig.preset("din", Preset.QUICK);
        try (PreparedDataset data = PreparedDataset.open(dataset);
                LawScorer law = new LawScorer(new ShopTruth(settings), data, new ModelInput(data.schema(), 50))) {
            SampleSet samples = SampleSet.build(data, config.protocol(), seed);
            Anatomy.Figure truth = figure(law, samples, measured);
            truth.shares()
                    .forEach(share -> System.out.printf(
                            Locale.ROOT,
                            "%s,%d,%s,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f%n",
                            settings.kind().id(),
                            seed,
                            share.part().id(),
                            share.share(),
                            share.share(),
                            share.low(),
                            share.high(),
                            truth.value(),
                            truth.value()));
        }
    }

    private static Anatomy.Figure figure(Scorer scorer, SampleSet samples, int users) {
        int[] rows = HistoryLengths.rowsOfSomeUsers(samples.users(Part.TEST), users);
        CoalitionScores scores = CoalitionScores.of(scorer, samples, Part.TEST, rows, 43, share -> {});
        return Anatomy.of(scores, new double[rows.length], users, List.of(RankMetric.AUC))
                .metrics()
                .get(0);
    }

    /** The exact probability of the candidate; behaviours with the candidate itself are left out, since the shop never repeats an item. */
    private record LawScorer(ShopTruth truth, PreparedDataset data, ModelInput input) implements Scorer {
        @Override
        public float[] logits(RawBatch batch) {
            float[] logits = new float[batch.size()];
            for (int b = 0; b < logits.length; b++) {
                int candidate = number(batch.origin.candidates()[b]);
                ShopHistory history = new ShopHistory(truth.world());
                for (int at = batch.offsets[b]; at < batch.offsets[b + 1]; at++) {
                    int item = number(batch.origin.history()[at]);
                    if (item != candidate) {
                        history.add(item, -batch.gaps[at]);
                    }
                }
                double p = history.size() == 0 ? 1e-9 : truth.next(history)[candidate];
                logits[b] = (float) Math.log(Math.max(p * history.unseen(), 1e-9));
            }
            return logits;
        }

        private int number(int item) {
            return Integer.parseInt(data.itemKey(item).substring(1));
        }

        @Override
        public boolean weighs() {
            return false;
        }

        @Override
        public long parameterCount() {
            return 0;
        }

        @Override
        public List<Trace> traces(RawBatch batch) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Removal removal(RawBatch single) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float intervened(RawBatch single, Intervention intervention) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
