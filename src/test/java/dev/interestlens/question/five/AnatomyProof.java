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
import dev.interestlens.explain.anatomy.InputPart;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.model.Intervention;
import dev.interestlens.model.Removal;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.Trace;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.question.Lab;
import dev.interestlens.question.Recipe;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.score.HistoryLengths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Shares of a trained model beside those of the exact probability of generated shops, over seeds, as CSV on standard output: {@code AnatomyProof FAMILY
 * USERS MEASURED SEEDS KIND…}, with {@code law} for the probability alone. Every case is told three times: each part for itself; item and fields as one
 * part, and the history with its attention; and the history with its order and times, too. It takes minutes and is no test.
 */
public final class AnatomyProof {
    /** Few, so that a small net learns them from some hundred users. */
    private static final int ITEMS = 240;

    /** The probability knows an item's fields by its id, and has no attention. */
    private static final Set<InputPart> TOLD = EnumSet.of(InputPart.ITEM_FIELDS, InputPart.ATTENTION);

    private static final Set<InputPart> WHOLE =
            EnumSet.of(InputPart.ITEM_FIELDS, InputPart.ATTENTION, InputPart.ORDER, InputPart.TIMES);

    private AnatomyProof() {}

    public static void main(String... args) throws IOException {
        System.out.println("kind,seed,as,part,law,share,low,high,law_auc,auc");
        for (int k = 4; k < args.length; k++) {
            ShopKind kind = ShopKind.valueOf(args[k].toUpperCase(Locale.ROOT));
            for (int seed = 1; seed <= Integer.parseInt(args[3]); seed++) {
                Path folder = Files.createTempDirectory("proof");
                prove(args[0], Integer.parseInt(args[1]), Integer.parseInt(args[2]), seed, kind, folder);
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            }
        }
    }

    private static void prove(String family, int users, int measured, int seed, ShopKind kind, Path folder) {
        Lab lab = new Lab(folder, Runnable::run, Progress.none());
        ShopSettings settings = new ShopSettings(kind, kind.behaviour(), users, ITEMS, seed);
        Path log = lab.log("shop", new ShopGenerator(settings).generate());
        Path dataset = lab.prepare("shop", log, Progress.none());
        ShopTruth truth = new ShopTruth(settings);
        if (family.equals("law")) {
            try (PreparedDataset data = PreparedDataset.open(dataset);
                    LawScorer law = new LawScorer(truth, data, new ModelInput(data.schema(), 50))) {
                ExperimentConfig config = ExperimentConfig.preset("din", Preset.QUICK);
                CoalitionScores scores = scores(law, SampleSet.build(data, config.protocol(), seed), measured);
                print(kind, seed, scores, scores);
            }
            return;
        }
        RunFolder run = lab.train("run", dataset, recipe(family, seed), Progress.none());
        try (OpenRun open = OpenRun.best(run);
                LawScorer law = new LawScorer(truth, open.data(), open.model().input())) {
            print(kind, seed, scores(open.model(), open.samples(), measured), scores(law, open.samples(), measured));
        }
    }

    private static void print(ShopKind kind, int seed, CoalitionScores model, CoalitionScores law) {
        print(kind.id() + "," + seed + ",split", figure(model), figure(law));
        print(kind.id() + "," + seed + ",together", figure(together(model, TOLD)), figure(together(law, TOLD)));
        print(kind.id() + "," + seed + ",whole", figure(together(model, WHOLE)), figure(together(law, WHOLE)));
    }

    private static void print(String name, Anatomy.Figure model, Anatomy.Figure truth) {
        for (Anatomy.Share share : model.shares()) {
            double known = truth.shares().stream()
                    .filter(each -> each.part() == share.part())
                    .findFirst()
                    .map(Anatomy.Share::share)
                    .orElse(Double.NaN);
            System.out.printf(
                    Locale.ROOT,
                    "%s,%s,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f%n",
                    name,
                    share.part().id(),
                    known,
                    share.share(),
                    share.low(),
                    share.high(),
                    truth.value(),
                    model.value());
        }
    }

    /** The quick preset of a family with settings: {@code FAMILY,SETTING,…}. */
    private static Recipe recipe(String family, long seed) {
        String[] named = family.split(",");
        return new Recipe(named[0], List.of(named).subList(1, named.length))
                .with("training.threads=1")
                .withSeed(seed);
    }

    private static CoalitionScores scores(Scorer scorer, SampleSet samples, int users) {
        int[] rows = HistoryLengths.rowsOfSomeUsers(samples.users(Part.TEST), users);
        return CoalitionScores.of(scorer, samples, Part.TEST, rows, 43, share -> {});
    }

    private static Anatomy.Figure figure(CoalitionScores scores) {
        return Anatomy.of(scores, new double[scores.labels().length], 0, List.of(RankMetric.AUC))
                .metrics()
                .get(0);
    }

    /** With each of these parts as a piece of the item or of the history, whichever it belongs to. */
    private static CoalitionScores together(CoalitionScores scores, Set<InputPart> pieces) {
        Map<Set<InputPart>, float[][]> logits = new LinkedHashMap<>();
        scores.logits().forEach((set, each) -> {
            boolean whole = scores.parts().stream()
                    .filter(pieces::contains)
                    .allMatch(piece -> set.contains(piece)
                            == set.contains(piece == InputPart.ITEM_FIELDS ? InputPart.ITEM : InputPart.HISTORY));
            if (whole) {
                Set<InputPart> own = EnumSet.copyOf(set);
                own.removeAll(pieces);
                logits.put(own, each);
            }
        });
        List<InputPart> parts =
                scores.parts().stream().filter(part -> !pieces.contains(part)).toList();
        return new CoalitionScores(parts, scores.labels(), scores.users(), scores.candidates(), logits);
    }

    /** The exact probability of the candidate; behaviours with the candidate itself are left out, since the shop never repeats an item. */
    private record LawScorer(ShopTruth truth, PreparedDataset data, ModelInput input) implements Scorer {
        @Override
        public float[] logits(RawBatch batch) {
            float[] logits = new float[batch.size()];
            for (int from = 0; from < logits.length; ) {
                int to = from + 1;
                while (to < logits.length && alike(batch, from, to)) {
                    to++;
                }
                score(batch, from, to, logits);
                from = to;
            }
            return logits;
        }

        /** Whether two rows have one history, as the candidates of a request do. */
        private static boolean alike(RawBatch batch, int a, int b) {
            int from = batch.offsets[a];
            int to = batch.offsets[a + 1];
            int other = batch.offsets[b];
            int end = batch.offsets[b + 1];
            return Arrays.equals(batch.origin.history(), from, to, batch.origin.history(), other, end)
                    && Arrays.equals(batch.gaps, from, to, batch.gaps, other, end);
        }

        private void score(RawBatch batch, int from, int to, float[] logits) {
            ShopHistory whole = history(batch, from, -1);
            double[] next = whole.size() == 0 ? new double[truth.world().items()] : truth.next(whole);
            for (int b = from; b < to; b++) {
                int candidate = number(batch.origin.candidates()[b]);
                ShopHistory history = whole.seen(candidate) ? history(batch, b, candidate) : whole;
                double p = history.size() == 0 ? 1e-9 : (history == whole ? next : truth.next(history))[candidate];
                logits[b] = (float) Math.log(Math.max(p * history.unseen(), 1e-9));
            }
        }

        private ShopHistory history(RawBatch batch, int row, int without) {
            ShopHistory history = new ShopHistory(truth.world());
            for (int at = batch.offsets[row]; at < batch.offsets[row + 1]; at++) {
                int item = number(batch.origin.history()[at]);
                if (item != without) {
                    history.add(item, -batch.gaps[at]);
                }
            }
            return history;
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
