package dev.interestlens.workspace.serving;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.source.Progress;
import dev.interestlens.export.serving.CachedUser;
import dev.interestlens.export.serving.ServingSession;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.StagedProgress;
import dev.interestlens.workspace.export.ModelExport;
import dev.interestlens.workspace.latency.Latency;
import dev.interestlens.workspace.latency.RankingRequest;
import dev.interestlens.workspace.latency.ServedUsers;
import dev.interestlens.workspace.latency.StageTimes;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * Serves users who arrive at random with the exported pair, in one process, on one core. Each request is computed, in its order, with a bounded cache
 * of users, and its CPU time is measured; from these times the waiting times at any load are simulated. Active users come more often.
 */
public final class LoadTest {
    private static final double[] LOADS = {0.1, 0.25, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1, 1.1};
    private static final int BEST = 10;

    /**
     * What is served.
     *
     * @param candidates of a request
     * @param requests that count, after a quarter as many to fill the cache
     * @param kept size of the cache in users; 0 for no cache
     * @param within milliseconds within which 99 of 100 requests are to be answered
     * @param numbers of the pair
     * @param perSecond loads; empty for shares of what saturates the core
     */
    public record Settings(
            int candidates,
            int requests,
            int kept,
            double within,
            long seed,
            ModelExport.Numbers numbers,
            List<Double> perSecond) {
        public Settings {
            perSecond = perSecond.stream().sorted().toList();
        }
    }

    /** Computes requests: the user first, then the candidates. */
    interface Server<K> {
        K user(int user);

        void candidates(int user, K kept);
    }

    /** CPU milliseconds of each request, and whether its user was cached. */
    record Served(double[] milliseconds, boolean[] hit) {
        double mean(boolean hits) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < hit.length; i++) {
                if (hit[i] == hits) {
                    sum += milliseconds[i];
                    count++;
                }
            }
            return sum / count;
        }

        double hits() {
            int count = 0;
            for (boolean each : hit) {
                count += each ? 1 : 0;
            }
            return (double) count / hit.length;
        }
    }

    private LoadTest() {}

    /** @throws dev.interestlens.store.ProblemException of kind CANCELLED where it was cancelled */
    public static LoadReport of(OpenRun run, Settings settings, Progress progress) {
        ServedUsers users = ServedUsers.of(run, Integer.MAX_VALUE, settings.seed());
        int history = settings.numbers().historyOf(run);
        int[] arriving = arriving(users, settings);
        StagedProgress steps = new StagedProgress(progress);
        steps.begin("load", 0, 1);
        try (ServedPair pair = ServedPair.of(run, settings.numbers().precision(), history, 1)) {
            Served served = served(
                    new Pair(pair.session(), users, settings.candidates(), history),
                    arriving,
                    settings,
                    Latency.cpu(1),
                    steps);
            return report(run, settings, history, users.count(), served);
        }
    }

    /** The users of all requests, beginning with those of the warm-up. */
    private static int[] arriving(ServedUsers users, Settings settings) {
        double[] upTo = new double[users.count()];
        double sum = 0;
        for (int u = 0; u < upTo.length; u++) {
            sum += users.behaviours(u);
            upTo[u] = sum;
        }
        SplittableRandom random = new SplittableRandom(settings.seed());
        int[] arriving = new int[settings.requests() + settings.requests() / 4];
        for (int i = 0; i < arriving.length; i++) {
            int place = Arrays.binarySearch(upTo, random.nextDouble() * sum);
            arriving[i] = Math.min(upTo.length - 1, place < 0 ? -place - 1 : place + 1);
        }
        return arriving;
    }

    static <K> Served served(
            Server<K> server, int[] arriving, Settings settings, LongSupplier cpu, StagedProgress steps) {
        int before = arriving.length - settings.requests();
        double[] milliseconds = new double[settings.requests()];
        boolean[] hit = new boolean[settings.requests()];
        Map<Integer, K> cache = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, K> eldest) {
                return size() > settings.kept();
            }
        };
        for (int i = 0; i < arriving.length; i++) {
            int user = arriving[i];
            long begin = cpu.getAsLong();
            K kept = cache.get(user);
            boolean known = kept != null;
            if (!known) {
                kept = server.user(user);
                cache.put(user, kept);
            }
            server.candidates(user, kept);
            long end = cpu.getAsLong();
            if (i >= before) {
                milliseconds[i - before] = (end - begin) / 1e6;
                hit[i - before] = known;
            }
            steps.within((double) i / arriving.length);
        }
        return new Served(milliseconds, hit);
    }

    static LoadReport report(OpenRun run, Settings settings, int history, int users, Served served) {
        Arrivals arrivals = new Arrivals(served.milliseconds(), settings.seed());
        double[] sorted = served.milliseconds().clone();
        Arrays.sort(sorted);
        double saturation = arrivals.saturation();
        List<Double> loads = settings.perSecond().isEmpty()
                ? Arrays.stream(LOADS).map(share -> share * saturation).boxed().toList()
                : settings.perSecond();
        List<LoadReport.Row> rows = new ArrayList<>();
        for (double perSecond : loads) {
            double expected = arrivals.expectedWait(perSecond);
            rows.add(new LoadReport.Row(
                    perSecond,
                    Math.min(1, perSecond / saturation),
                    arrivals.percentile(perSecond, 0.5),
                    arrivals.percentile(perSecond, 0.99),
                    arrivals.meanWait(perSecond),
                    Double.isInfinite(expected) ? null : expected));
        }
        return new LoadReport(
                new LoadReport.Served(
                        run.description().name(),
                        run.description().config().model().id(),
                        settings.numbers().precision().word(),
                        history),
                new LoadReport.Traffic(settings.candidates(), users, settings.kept(), settings.requests()),
                new LoadReport.Times(
                        served.hits(),
                        1000 / saturation,
                        StageTimes.part(sorted, 0.99),
                        served.mean(true),
                        served.mean(false)),
                new LoadReport.Capacity(saturation, settings.within(), arrivals.within(settings.within())),
                rows,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** The exported pair. */
    private record Pair(ServingSession session, ServedUsers users, int count, int history)
            implements Server<CachedUser> {
        private RawBatch single(int user) {
            return users.user(user).mostRecent(history);
        }

        @Override
        public CachedUser user(int user) {
            return session.user(single(user));
        }

        @Override
        public void candidates(int user, CachedUser kept) {
            RankingRequest.best(session.logits(kept, single(user), users.candidates(count)), BEST);
        }
    }
}
