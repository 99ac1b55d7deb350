package dev.interestlens.workspace.serving;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.source.Progress;
import dev.interestlens.export.serving.StagedServing;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Tensor;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.StagedProgress;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Times how long a run's model takes to rank candidates for one user, as in serving: fetching rows, looking up embeddings, computing the user,
 * scoring the candidates and finding the best ten. Users and items are real; a history that is too short is repeated. In ONNX Runtime, in this
 * process.
 */
public final class Latency {
    private static final int WARM_UPS = 50;
    private static final int RUNS = 200;
    private static final int BEST = 10;
    private static final int MAX_USERS = 64;
    private static final int SEED = 5;

    /**
     * What is measured.
     *
     * @param candidates numbers of candidates
     * @param lengths of histories
     * @param threads of the runtime; CPU time is then that of the whole process
     */
    public record Settings(List<Integer> candidates, List<Integer> lengths, int threads) {
        public Settings {
            candidates = candidates.stream().distinct().sorted().toList();
            lengths = lengths.stream().distinct().sorted().toList();
        }
    }

    private final OpenRun run;
    private final ServedUsers users;

    private Latency(OpenRun run) {
        this.run = run;
        users = ServedUsers.of(run, MAX_USERS, SEED);
    }

    /**
     * Measures every number of candidates with every length.
     *
     * @throws dev.interestlens.store.ProblemException of kind USAGE where the model reads no history of such a length, of kind CANCELLED where it was
     *     cancelled
     */
    public static LatencyReport of(OpenRun run, Settings settings, Progress progress) {
        run.trained(); // throws the reason where there is nothing to serve
        int longest = run.model().input().historyLength();
        for (int length : settings.lengths()) {
            if (length > longest) {
                throw Problem.usage(Latency.class, "tooLong")
                        .value(String.valueOf(length))
                        .with("longest", longest)
                        .exception();
            }
        }
        Latency latency = new Latency(run);
        try (Scratch scratch = new Scratch();
                StagedServing serving = StagedServing.of(run.trained(), scratch.folder(), settings.threads())) {
            return latency.measure(serving, settings, progress);
        }
    }

    private LatencyReport measure(StagedServing serving, Settings settings, Progress progress) {
        StageTimes times = new StageTimes(cpu(settings.threads()), System::nanoTime, WARM_UPS, RUNS);
        List<LatencyReport.Row> rows = new ArrayList<>();
        int all = settings.candidates().size() * settings.lengths().size();
        int done = 0;
        StagedProgress steps = new StagedProgress(progress);
        for (int candidates : settings.candidates()) {
            for (int length : settings.lengths()) {
                steps.begin("latency", done / (double) all, (done + 1) / (double) all);
                rows.addAll(times.measure(candidates, length, new Request(serving, candidates, length).stages()));
                done++;
            }
        }
        return new LatencyReport(
                run.description().name(),
                run.description().config().model().id(),
                settings.threads(),
                WARM_UPS,
                RUNS,
                rows,
                times.wallOverCpu(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** CPU nanoseconds of this thread, or of the whole process where there are several threads. */
    static LongSupplier cpu(int threads) {
        if (threads > 1
                && ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean process) {
            return process::getProcessCpuTime;
        }
        return ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
    }

    /** A request in stages that pass on their results. */
    private final class Request {
        private final StagedServing serving;
        private final int count;
        private final int length;
        private int next;
        private RawBatch single;
        private RawBatch candidates;
        private Map<String, Tensor> looked;
        private Map<String, Tensor> ofUser;
        private float[] logits;
        private int[] best;

        Request(StagedServing serving, int count, int length) {
            this.serving = serving;
            this.count = count;
            this.length = length;
        }

        Map<String, Runnable> stages() {
            Map<String, Runnable> stages = new LinkedHashMap<>();
            stages.put("fetch", this::fetch);
            stages.put("embed", () -> looked = serving.lookup(single, candidates));
            stages.put("user", () -> ofUser = serving.user(single, looked));
            stages.put("candidate", () -> logits = serving.candidates(single, candidates, looked, ofUser));
            stages.put("rank", () -> best = best(logits, BEST));
            return stages;
        }

        private void fetch() {
            single = users.user(next++).withLengths(new int[] {length});
            candidates = users.candidates(count);
        }
    }

    /** The places of the highest logits, the highest first. */
    static int[] best(float[] logits, int most) {
        int[] best = new int[Math.min(most, logits.length)];
        int found = 0;
        for (int i = 0; i < logits.length; i++) {
            if (found == best.length && (found == 0 || logits[i] <= logits[best[found - 1]])) {
                continue;
            }
            int at = found < best.length ? found++ : found - 1;
            for (; at > 0 && logits[best[at - 1]] < logits[i]; at--) {
                best[at] = best[at - 1];
            }
            best[at] = i;
        }
        return Arrays.copyOf(best, found);
    }
}
