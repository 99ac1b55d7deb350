package dev.interestlens.question.five;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.synth.FarCause;
import dev.interestlens.data.synth.FarSettings;
import dev.interestlens.data.synth.FarShop;
import dev.interestlens.data.synth.FarTargets;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.model.config.ReadingConfig.Kind;
import dev.interestlens.question.Control;
import dev.interestlens.question.Experiment;
import dev.interestlens.question.Lab;
import dev.interestlens.question.Recipe;
import dev.interestlens.question.Settings;
import dev.interestlens.store.EnumNames;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.score.HistoryLengths;
import dev.interestlens.workspace.score.HistoryLengths.Distance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Histories beyond 500 behaviours: how full attention, the newest behaviours alone and each search handle a cause far back, and what they cost. */
record LongHistories(Sizes<LongHistories.Size> sizes) implements Experiment<LengthResult> {
    static final List<Kind> KINDS = List.of(Kind.ALL, Kind.RECENT, Kind.CATEGORY, Kind.DOT);
    static final String FULL_BLOCKS = "blocks";
    static final String DIN = "din";

    private static final Control CAUSE = new Control("cause", List.of("same", "crowded", "complement"), "same");
    private static final List<Integer> NEAR = List.of(8, 10, 12);
    private static final int ROOM = 16;
    private static final int ROWS = 2000;

    /**
     * The size of the experiment.
     *
     * @param few users of the small log on which encoders are timed
     * @param timed rows that are timed
     */
    record Size(
            int users,
            int few,
            int length,
            int far,
            int seeds,
            int epochs,
            int batch,
            int timed,
            List<Integer> lengths) {}

    private static final List<Integer> LENGTHS = List.of(50, 100, 200, 400, 600);

    LongHistories() {
        this(new Sizes<>(
                new Size(250, 6, 600, 500, 3, 5, 64, 25, LENGTHS),
                new Size(3000, 12, 600, 500, 3, 5, 256, 200, LENGTHS)));
    }

    @Override
    public Facts<LengthResult> facts() {
        return new Facts<>(
                2,
                Measured.WORDS,
                List.of(CAUSE, Sizes.CONTROL),
                LengthResult.class,
                true,
                LengthFigures::panels,
                LengthFigures::conclusion);
    }

    private Recipe recipe(Settings settings) {
        Size size = sizes.of(settings);
        return new Recipe(
                DIN,
                List.of(
                        "training.objective=bce",
                        "training.itemEmbeddingsFrom=",
                        "training.averaged=0",
                        "training.schedule=constant",
                        "training.learningRate=0.005",
                        "training.batchSize=" + size.batch(),
                        "training.epochs=" + size.epochs(),
                        "training.metric=auc",
                        "training.threads=1",
                        "model.head.products=match",
                        "data.protocol.split=logged",
                        "data.protocol.history.minimum=" + size.length(),
                        "data.protocol.history.maxLength=" + (size.length() + ROOM),
                        "model.reading.kind=dot"));
    }

    /** An encoder of two blocks of full self-attention, trained briefly: the cost of a row does not depend on what was learnt. */
    private static Recipe encoder(Size size) {
        return new Recipe(
                "bst",
                List.of(
                        "training.objective=bce",
                        "training.itemEmbeddingsFrom=",
                        "training.averaged=0",
                        "training.epochs=1",
                        "training.batchSize=8",
                        "training.metric=auc",
                        "training.threads=1",
                        "model.encoder.blocks=2",
                        "model.position.rows=" + (size.length() + ROOM + 1),
                        "data.protocol.split=logged",
                        "data.protocol.history.minimum=" + size.length(),
                        "data.protocol.history.maxLength=" + (size.length() + ROOM),
                        "model.reading.kind=all"));
    }

    private FarShop shop(Settings settings, int users, long seed) {
        Size size = sizes.of(settings);
        List<Integer> distances = new ArrayList<>(NEAR);
        distances.add(size.far());
        FarCause cause = FarCause.valueOf(settings.get(CAUSE.name()).toUpperCase(Locale.ROOT));
        return new FarShop(FarSettings.of(cause, users, size.length(), distances, seed));
    }

    @Override
    public LengthResult run(Settings settings, Lab lab) {
        Size size = sizes.of(settings);
        double[][][] found = new double[KINDS.size()][3][size.seeds()];
        List<LengthResult.Cost> costs = new ArrayList<>();
        LengthResult.Dilution dilution = null;
        double unit = 0.85 / size.seeds();
        for (int s = 0; s < size.seeds(); s++) {
            long seed = settings.seed() + s;
            double from = s * unit;
            Path source = lab.log("far-" + seed, shop(settings, size.users(), seed));
            Path data = lab.prepare("far-" + seed, source, lab.part("prepare", from, from + .1 * unit));
            RunFolder folder = lab.train(
                    "far-" + seed + "-run",
                    data,
                    recipe(settings).withSeed(seed),
                    lab.part("train", from + .1 * unit, from + .8 * unit));
            Progress measuring = lab.part("measure", from + .8 * unit, from + unit);
            FarTargets targets = FarTargets.read(source.resolve("targets.csv"));
            try (OpenRun run = OpenRun.best(folder)) {
                quality(run, size, targets, measuring, found, s);
                if (s == 0) {
                    dilution = Dilutions.of(run, targets, size.far()).orElse(null);
                    KINDS.forEach(kind -> costs.add(cost(run, kind, EnumNames.lower(kind), lab, size)));
                }
            }
        }
        blocks(settings, lab, costs);
        List<LengthResult.Reading> readings = new ArrayList<>();
        for (int k = 0; k < KINDS.size(); k++) {
            String kind = EnumNames.lower(KINDS.get(k));
            readings.add(new LengthResult.Reading(kind, found[k][0], found[k][1], found[k][2]));
        }
        return new LengthResult(DIN, size.length(), size.far(), readings, costs, dilution);
    }

    private static void quality(
            OpenRun run, Size size, FarTargets targets, Progress progress, double[][][] found, int seed) {
        ReadingConfig own = run.model().reading();
        HistoryLengths measured = HistoryLengths.of(
                run,
                new HistoryLengths.Settings(
                        Part.TEST,
                        ROWS,
                        List.of(size.length() + ROOM),
                        KINDS.stream().map(own::with).toList()),
                Optional.of(targets),
                progress);
        for (int k = 0; k < KINDS.size(); k++) {
            String kind = own.with(KINDS.get(k)).id();
            List<Distance> all = measured.distances().stream()
                    .filter(each -> each.reading().equals(kind))
                    .toList();
            found[k][0][seed] = all.stream()
                    .filter(each -> each.distance() != size.far())
                    .mapToDouble(Distance::auc)
                    .average()
                    .orElse(Double.NaN);
            Distance far = all.stream()
                    .filter(each -> each.distance() == size.far())
                    .findFirst()
                    .orElseThrow();
            found[k][1][seed] = far.auc();
            found[k][2][seed] = far.found();
        }
    }

    private static LengthResult.Cost cost(OpenRun run, Kind kind, String what, Lab lab, Size size) {
        lab.requireWanted();
        HistoryLengths measured = HistoryLengths.of(
                run,
                new HistoryLengths.Settings(
                        Part.TEST,
                        size.timed(),
                        size.lengths(),
                        List.of(run.model().reading().with(kind))),
                Optional.empty(),
                Progress.none());
        return new LengthResult.Cost(
                what,
                measured.lengths().stream().mapToInt(HistoryLengths.Row::length).toArray(),
                measured.lengths().stream()
                        .mapToDouble(HistoryLengths.Row::cpuMillis)
                        .toArray());
    }

    private void blocks(Settings settings, Lab lab, List<LengthResult.Cost> costs) {
        Size size = sizes.of(settings);
        Path source = lab.log("few", shop(settings, size.few(), settings.seed()));
        Path data = lab.prepare("few", source, lab.part("prepare", .86, .86));
        RunFolder folder = lab.train("few-run", data, encoder(size), lab.part("train", .86, 1));
        try (OpenRun run = OpenRun.best(folder)) {
            costs.add(cost(run, Kind.ALL, FULL_BLOCKS, lab, size));
        }
    }

    @Override
    public List<String> commands(Settings settings) {
        Size size = sizes.of(settings);
        List<String> lines = new ArrayList<>();
        String distances = String.join(
                ",",
                IntStream.concat(NEAR.stream().mapToInt(near -> near), IntStream.of(size.far()))
                        .mapToObj(Integer::toString)
                        .toList());
        String lengths =
                String.join(",", size.lengths().stream().map(String::valueOf).toList());
        for (int s = 0; s < size.seeds(); s++) {
            long seed = settings.seed() + s;
            String name = "far-" + seed;
            lines.add(Measured.PROGRAM + "generate --kind far --cause " + settings.get(CAUSE.name()) + " --length "
                    + size.length() + " --distance " + distances + " --users " + size.users() + " --seed " + seed
                    + " --out " + name + "-log");
            lines.add(Measured.PROGRAM + "prepare " + name + "-log --out " + name + "-data");
            lines.add(Measured.PROGRAM + recipe(settings).withSeed(seed).command(name + "-data", name + "-run"));
            lines.add(Measured.PROGRAM + "lengths --run " + name + "-run --rows " + ROWS + " --length "
                    + (size.length() + ROOM) + " --targets " + name + "-log/targets.csv");
        }
        lines.add(Measured.PROGRAM + "lengths --run far-" + settings.seed() + "-run --rows " + size.timed()
                + " --length " + lengths);
        return lines;
    }

    /** Numbers of read behaviours for which the weight of a recent cause is measured. */
    static int[] read(int length) {
        return Arrays.stream(new int[] {20, 50, 100, 200, 300, 400, 600, 1000, 2000})
                .filter(each -> each <= length)
                .toArray();
    }
}
