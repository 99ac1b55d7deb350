package dev.interestlens.question.five;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.synth.LogKind;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.Group;
import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.fidelity.HeadDiversity;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.words.Text;
import dev.interestlens.measurement.quality.RunExplainer;
import dev.interestlens.question.Control;
import dev.interestlens.question.Experiment;
import dev.interestlens.question.Lab;
import dev.interestlens.question.Recipe;
import dev.interestlens.question.Settings;
import dev.interestlens.store.EnumNames;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** One attention compared with several, for candidates that need two interests at once and others, and whether the attentions differ. */
record SeveralInterests(Sizes<SeveralInterests.Size> sizes) implements Experiment<InterestResult> {
    private static final Control LOG = new Control("interestsLog", List.of("pair", "mixed"), "pair");
    private static final int HEADS = 4;

    /** Behaviours of a pair log before its two candidates. */
    private static final int BEHAVIOURS = 40;

    private static final int SPREAD_ROWS = 200;
    private static final int TRIED = 60;

    /** The choice depends on categories only, and one behaviour may decide: positions are not read, and no behaviour is dropped. */
    private static final List<String> PAIRS = List.of(
            "model.embeddingSize=2",
            "model.fieldEmbeddingSize=16",
            "model.unit.hidden=64",
            "model.position=none",
            "model.embeddingDropout=0",
            "model.head.dropout=0",
            "data.protocol.split=logged",
            "data.protocol.history.minimum=" + BEHAVIOURS);

    /**
     * The size of the experiment.
     *
     * @param users of the pair log; each brings two rows
     * @param customers of a shop; each brings two dozen positions
     */
    record Size(int users, int customers, int seeds, List<String> training) {
        Size {
            training = List.copyOf(training);
        }
    }

    SeveralInterests() {
        this(new Sizes<>(new Size(1000, 125, 3, training(8, 32)), new Size(12_000, 800, 3, training(16, 128))));
    }

    private static List<String> training(int epochs, int batch) {
        return List.of(
                "training.objective=bce",
                "training.itemEmbeddingsFrom=",
                "training.averaged=0",
                "training.batchSize=" + batch,
                "training.learningRate=0.01",
                "training.schedule=constant",
                "training.epochs=" + epochs,
                "training.metric=auc",
                "training.threads=1");
    }

    @Override
    public Facts<InterestResult> facts() {
        return new Facts<>(
                4,
                Measured.WORDS,
                List.of(LOG, Sizes.CONTROL),
                InterestResult.class,
                false,
                InterestFigures::panels,
                InterestFigures::conclusion);
    }

    private static LogKind kind(Settings settings) {
        return LogKind.valueOf(settings.get(LOG.name()).toUpperCase(Locale.ROOT));
    }

    private int users(Settings settings) {
        Size size = sizes.of(settings);
        return kind(settings) == LogKind.PAIR ? size.users() : size.customers();
    }

    private Recipe recipe(Settings settings, int interests, long seed) {
        Recipe recipe =
                new Recipe("din", sizes.of(settings).training()).withSeed(seed).with("model.interests=" + interests);
        return kind(settings) == LogKind.PAIR
                ? recipe.with(PAIRS.toArray(String[]::new))
                : recipe.with("model.embeddingSize=8");
    }

    @Override
    public InterestResult run(Settings settings, Lab lab) {
        int seeds = sizes.of(settings).seeds();
        double[] one = new double[seeds];
        double[] several = new double[seeds];
        double[] cosine = new double[seeds];
        double[] rank = new double[seeds];
        double ceiling = 0;
        InterestResult.Sample sample = null;
        for (int s = 0; s < seeds; s++) {
            long seed = settings.seed() + s;
            double from = (double) s / seeds;
            double unit = 1.0 / seeds;
            Path source = lab.place("log-" + seed + "-log");
            ceiling += kind(settings).log(users(settings), seed).write(source).ceilingWithTime() / seeds;
            Path data = lab.prepare("log-" + seed, source, lab.part("prepare", from, from + .05 * unit));
            one[s] = Measured.auc(lab.train(
                    "one-" + seed,
                    data,
                    recipe(settings, 1, seed),
                    lab.part("train", from + .05 * unit, from + .5 * unit)));
            RunFolder folder = lab.train(
                    "several-" + seed,
                    data,
                    recipe(settings, HEADS, seed),
                    lab.part("train", from + .5 * unit, from + .97 * unit));
            several[s] = Measured.auc(folder);
            try (OpenRun run = OpenRun.best(folder)) {
                HeadDiversity spread = spread(run);
                cosine[s] = spread == null ? Double.NaN : spread.cosine();
                rank[s] = spread == null ? Double.NaN : spread.rank();
                if (s == 0) {
                    sample = sample(run, lab).orElse(null);
                }
            }
        }
        return new InterestResult(settings.get(LOG.name()), HEADS, ceiling, one, several, cosine, rank, sample);
    }

    private static HeadDiversity spread(OpenRun run) {
        int rows = Math.min(SPREAD_ROWS, run.samples().size(Part.TEST));
        return HeadDiversity.of(
                run.model(),
                HeadDiversity.pieces(IntStream.range(0, rows).toArray()).stream()
                        .map(piece -> run.samples().batch(Part.TEST, piece))
                        .toList());
    }

    /** The chosen item whose second strongest lane has the largest effect. */
    private static Optional<InterestResult.Sample> sample(OpenRun run, Lab lab) {
        float[] labels = run.samples().labels(Part.TEST);
        InterestResult.Sample best = null;
        double most = Double.NEGATIVE_INFINITY;
        try (RunExplainer explainers = new RunExplainer(run)) {
            int tried = 0;
            for (int row = 0; row < labels.length && tried < TRIED; row++) {
                if (labels[row] == 1) {
                    tried++;
                    lab.requireWanted();
                    Impression impression = explainers.impressions().alone(Part.TEST, row);
                    LookResult looked = explainers.explainer().look(impression);
                    Effects effects = explainers
                            .explainer()
                            .grouped(impression, looked, explainers.explainer().effects(impression));
                    List<GroupEffect> lanes = effects.groups().stream()
                            .filter(group -> group.group().kind() == Group.Kind.LANE)
                            .toList();
                    double second = lanes.stream()
                            .map(GroupEffect::effect)
                            .sorted((a, b) -> Double.compare(b, a))
                            .skip(1)
                            .findFirst()
                            .orElse(Double.NEGATIVE_INFINITY);
                    if (best == null || second > most) {
                        most = second;
                        best = sample(impression, looked, lanes);
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static InterestResult.Sample sample(Impression impression, LookResult looked, List<GroupEffect> lanes) {
        int[] lane = new int[impression.behaviours()];
        Arrays.fill(lane, -1);
        List<InterestResult.Joint> joints = new ArrayList<>();
        for (GroupEffect group : lanes) {
            group.group().positions().forEach(position -> lane[position] = joints.size());
            joints.add(new InterestResult.Joint(
                    group.group().name(),
                    group.group().size(),
                    group.effect(),
                    group.singles(),
                    group.random().low(),
                    group.random().high()));
        }
        List<Text> titles = impression.titles();
        return new InterestResult.Sample(impression.candidate().title(), titles, looked.heads(), lane, joints);
    }

    @Override
    public List<String> commands(Settings settings) {
        List<String> lines = new ArrayList<>();
        for (int s = 0; s < sizes.of(settings).seeds(); s++) {
            long seed = settings.seed() + s;
            String data = "log-" + seed + "-data";
            lines.add(Measured.PROGRAM + "generate --kind " + EnumNames.lower(kind(settings)) + " --users "
                    + users(settings) + " --seed " + seed + " --out log-" + seed + "-log");
            lines.add(Measured.PROGRAM + "prepare log-" + seed + "-log --out " + data);
            lines.add(Measured.PROGRAM + recipe(settings, 1, seed).command(data, "one-" + seed));
            lines.add(Measured.PROGRAM + recipe(settings, HEADS, seed).command(data, "several-" + seed));
            lines.add(Measured.PROGRAM + "compare --run one-" + seed + " --run several-" + seed);
        }
        return lines;
    }
}
