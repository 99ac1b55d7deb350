package dev.interestlens.measurement.serving;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.export.ModelInputTensor;
import dev.interestlens.export.onnx.OnnxExport;
import dev.interestlens.export.onnx.OnnxSession;
import dev.interestlens.export.onnx.Precision;
import dev.interestlens.export.serving.ServingSession;
import dev.interestlens.measurement.latency.Latency;
import dev.interestlens.measurement.latency.RankingRequest;
import dev.interestlens.measurement.latency.ServedUsers;
import dev.interestlens.measurement.latency.StageTimes;
import dev.interestlens.measurement.quality.RealRows;
import dev.interestlens.measurement.serving.FrontReport.Cpu;
import dev.interestlens.measurement.serving.FrontReport.Form;
import dev.interestlens.measurement.serving.FrontReport.Front;
import dev.interestlens.measurement.serving.FrontReport.Point;
import dev.interestlens.measurement.serving.FrontReport.Served;
import dev.interestlens.metric.Auc;
import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.PerUser;
import dev.interestlens.metric.ScoredSamples;
import dev.interestlens.model.graph.GraphInput;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Scratch;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.Opened;
import dev.interestlens.workspace.StagedProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Measures quality and time of ways to serve runs of the same data: history length, precision, and one graph or two. Quality is that of the exported
 * pair: the true item's NDCG@10 among all items, and AUC. In 32-bit floats the single graph has the same scores as the pair, which its export checks.
 */
public final class ServingFront {
    /** The default history lengths. */
    public static final List<Integer> HISTORIES = List.of(10, 20, 50, 100, 200);

    /** The default number of users whose catalogue is ranked. */
    public static final int USERS = 200;

    private static final int ROUNDS = 20;
    private static final int WARM_UPS = 2;
    private static final int RUNS = 20;
    private static final int TOP = 10;
    private static final int MAX_USERS = 64;
    private static final int SEED = 5;

    /**
     * What is measured.
     *
     * @param histories history lengths; the longest that a run reads is measured too, and longer ones are not
     * @param precisions of the pair; 32-bit floats are always measured
     * @param candidates of a timed request
     * @param users the most users whose catalogue is ranked
     */
    public record Settings(List<Integer> histories, List<Precision> precisions, int candidates, int users) {
        public Settings {
            histories = List.copyOf(histories);
            TreeSet<Precision> all = new TreeSet<>(precisions);
            all.add(Precision.FLOAT);
            precisions = List.copyOf(all);
        }

        private List<Integer> histories(int longest) {
            TreeSet<Integer> kept = new TreeSet<>(histories);
            kept.removeIf(each -> each > longest);
            if (kept.size() < histories.size() || kept.isEmpty()) {
                kept.add(longest);
            }
            return List.copyOf(kept);
        }
    }

    private record Quality(double auc, PerUser ndcg) {}

    private final Settings settings;
    private final StagedProgress steps;
    private final List<Point> points = new ArrayList<>();
    private final List<FrontReport.Unchanged> unchanged = new ArrayList<>();
    private int rankedUsers;
    private int rows;
    private double cpuSum;
    private double wallSum;

    private ServingFront(Settings settings, Progress progress) {
        this.settings = settings;
        steps = new StagedProgress(progress);
    }

    /**
     * Measures every point of a run.
     *
     * @throws dev.interestlens.store.ProblemException of kind CANCELLED where it was cancelled
     */
    public static FrontReport of(OpenRun run, Settings settings, Progress progress) {
        ServingFront front = new ServingFront(settings, progress);
        front.measure(run);
        return new FrontReport(
                settings.candidates(),
                front.rankedUsers,
                front.rows,
                ROUNDS * RUNS,
                FrontReport.marked(front.points),
                front.unchanged,
                front.cpuSum > 0 ? front.wallSum / front.cpuSum : Double.NaN,
                front.cpuSum / 1e6);
    }

    private void measure(OpenRun run) {
        int longest = run.model().input().historyLength();
        List<Integer> histories = settings.histories(longest);
        int all = histories.size() * settings.precisions().size();
        int done = 0;
        try (Opened opened = new Opened()) {
            List<Way> ways = new ArrayList<>();
            for (Precision precision : settings.precisions()) {
                ServedPair pair = opened.keep(ServedPair.of(run, precision, longest, 1));
                if (precision != Precision.FLOAT && pair.changed() == 0) {
                    unchanged.add(new FrontReport.Unchanged(run.description().name(), precision.word()));
                    continue;
                }
                for (int history : histories) {
                    steps.begin("front", (double) done / all, (double) ++done / all);
                    Quality quality = quality(run, pair.session(), history);
                    ways.add(new Way(
                            history, precision, Form.SPLIT, quality, split(run, pair.session(), history), times()));
                    if (precision == Precision.FLOAT) {
                        ways.add(
                                new Way(history, precision, Form.PLAIN, quality, plain(run, history, opened), times()));
                    }
                }
            }
            time(ways);
            ways.forEach(way -> points.add(point(run, way)));
        }
    }

    /** A way to serve a run, and the CPU milliseconds of its requests. */
    private record Way(
            int history, Precision precision, Form form, Quality quality, Runnable request, double[] times) {}

    private static double[] times() {
        return new double[ROUNDS * RUNS];
    }

    /** Times a few requests of each in turn, so that all have the same conditions; the first of each turn are warm-up. */
    private void time(List<Way> ways) {
        LongSupplier cpu = Latency.cpu(1);
        for (int round = 0; round < ROUNDS; round++) {
            for (Way way : ways) {
                for (int run = -WARM_UPS; run < RUNS; run++) {
                    long wallBegin = System.nanoTime();
                    long begin = cpu.getAsLong();
                    way.request().run();
                    long end = cpu.getAsLong();
                    if (run >= 0) {
                        way.times()[round * RUNS + run] = (end - begin) / 1e6;
                        cpuSum += end - begin;
                        wallSum += System.nanoTime() - wallBegin;
                    }
                }
                steps.within(1);
            }
        }
    }

    private Runnable plain(OpenRun run, int history, Opened opened) {
        Path file = opened.keep(Scratch.create()).folder().resolve("model.onnx");
        List<GraphInput> inputs = new OnnxExport(Disk.real()).writeUnchecked(run.trained(), file);
        OnnxSession session = opened.keep(OnnxSession.open(file));
        ServedUsers users = ServedUsers.of(run, MAX_USERS, SEED);
        int[] next = {0};
        return () -> {
            RawBatch rows = users.user(next[0]++)
                    .withLengths(new int[] {history})
                    .before(users.candidates(settings.candidates()));
            RankingRequest.best(
                    session.run(ModelInputTensor.of(inputs, run.model().input(), rows), GraphModel.LOGIT)
                            .values(),
                    TOP);
        };
    }

    private Runnable split(OpenRun run, ServingSession session, int history) {
        ServedUsers users = ServedUsers.of(run, MAX_USERS, SEED);
        int[] next = {0};
        return () -> {
            RawBatch single = users.user(next[0]++).withLengths(new int[] {history});
            RankingRequest.best(
                    session.logits(session.user(single), single, users.candidates(settings.candidates())), TOP);
        };
    }

    private static Point point(OpenRun run, Way way) {
        Arrays.sort(way.times());
        String path = run.folder().path().toString();
        double ndcg = FullRanking.mean(way.quality().ndcg()).orNaN();
        Interval interval = Bootstrap.of(1).mean(way.quality().ndcg()).orElse(new Interval(ndcg, ndcg, 0.95));
        return new Point(
                new Served(
                        run.description().name(),
                        path,
                        run.description().config().model().id(),
                        way.history(),
                        way.precision().word(),
                        way.form()),
                new FrontReport.Quality(way.quality().auc(), ndcg, interval.low(), interval.high()),
                new Cpu(StageTimes.part(way.times(), 0.5), StageTimes.part(way.times(), 0.99)),
                Front.UNKNOWN,
                arguments(path, way.history(), way.precision(), way.form()));
    }

    private static List<String> arguments(String path, int history, Precision precision, Form form) {
        List<String> arguments = new ArrayList<>(List.of("export", "--run", path, "--format", "onnx"));
        if (form == Form.SPLIT) {
            arguments.add("--serving");
        }
        arguments.addAll(List.of("--precision", precision.word(), "--history", String.valueOf(history)));
        return arguments;
    }

    private Quality quality(OpenRun run, ServingSession session, int history) {
        SampleSet samples = run.samples();
        Part part = samples.size(Part.TEST) > 0 ? Part.TEST : Part.TRAIN;
        RawBatch test = RealRows.of(run).mostRecent(history).test();
        rows = test.size();
        double[] scores = new double[test.size()];
        float[] logits = session.logits(test);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = logits[i];
        }
        Catalogue catalogue = new Catalogue(samples);
        Catalogue.Queries queries = catalogue.queries(part, settings.users());
        RawBatch items = catalogue.batch();
        List<FullRanking.Rank> ranks = new ArrayList<>();
        int[] users = new int[queries.all().size()];
        for (int i = 0; i < users.length; i++) {
            Catalogue.Query query = queries.all().get(i);
            users[i] = query.user();
            RawBatch single = catalogue.sample(query).mostRecent(history);
            float[] all = session.logits(session.user(single), single, items);
            ranks.add(FullRanking.rank(all, query.truth(), catalogue.open(query)));
            steps.within((double) i / users.length);
        }
        rankedUsers = queries.users();
        return new Quality(
                Auc.of(ScoredSamples.of(scores, test.labels)).orNaN(), new FullRanking(users, ranks).ndcg(TOP));
    }
}
