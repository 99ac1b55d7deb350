package dev.interestlens.measurement.latency;

import dev.interestlens.data.source.Progress;
import dev.interestlens.export.serving.StagedServing;
import dev.interestlens.store.Scratch;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.StagedProgress;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Times how long a run's model takes to rank candidates for one user, as in serving: fetching rows, looking up embeddings, computing the user,
 * scoring the candidates and finding the best ten. Users and items are real; a history that is too short is repeated. In ONNX Runtime, in this
 * process.
 */
public final class Latency {
    private static final int WARM_UPS = 50;
    private static final int RUNS = 200;
    static final int MAX_USERS = 64;
    static final int SEED = 5;

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
        settings.lengths().forEach(run::requireReads);
        Latency latency = new Latency(run);
        try (Scratch scratch = Scratch.create();
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
                rows.addAll(times.measure(
                        candidates, length, new RankingRequest(users, serving, candidates, length).stages()));
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
    public static LongSupplier cpu(int threads) {
        if (threads > 1
                && ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean process) {
            return process::getProcessCpuTime;
        }
        return ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
    }
}
