package dev.interestlens.measurement.compare;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Repeats;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.protocol.probe.Baseline;
import dev.interestlens.data.protocol.probe.Baselines;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.FigureWords;
import dev.interestlens.measurement.latency.RequestTiming;
import dev.interestlens.measurement.quality.Evaluation;
import dev.interestlens.measurement.quality.RankingEvaluation;
import dev.interestlens.measurement.quality.TestRows;
import dev.interestlens.store.Handover;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.EngineInverse;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.Timing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rows on which runs are compared: the test part of the first of them, at most {@value #MAX} rows. Another run is scored on the very same rows
 * where its data and protocol are the same; its seed may differ, unless the split itself is drawn by it.
 */
public final class SharedRows implements AutoCloseable {
    public static final int MAX = 100_000;

    private static final int BATCH = 1024;
    private static final int TIMED_AT_ONCE = 10;

    private final TestRows rows;
    private final PreparedDataset data;
    private final SampleSet samples;
    private final float[] labels;
    private final int[] users;
    private final Baselines baselines;
    private final Map<Baseline, double[]> baselineScores = new LinkedHashMap<>();
    private int baselined;

    private SharedRows(TestRows rows, PreparedDataset data, SampleSet samples) {
        this.rows = rows;
        this.data = data;
        this.samples = samples;
        int[] all = samples.users(Part.TEST);
        int size = wholeUsers(all, MAX);
        this.users = Arrays.copyOf(all, size);
        this.labels = Arrays.copyOf(samples.labels(Part.TEST), size);
        this.baselines = new Baselines(samples, new EngineInverse());
        Baselines.of(samples).forEach(baseline -> baselineScores.put(baseline, new double[size]));
    }

    /** The number of first rows up to the maximum that end with a user; the maximum where one user has more. */
    static int wholeUsers(int[] users, int most) {
        if (users.length <= most) {
            return users.length;
        }
        int end = most;
        while (end > 0 && users[end - 1] == users[end]) {
            end--;
        }
        return end == 0 ? most : end;
    }

    /** Opens the rows of a run. */
    public static SharedRows of(RunFolder folder) {
        RunDescription description = folder.read();
        return of(folder, description.config().protocol().negatives().kind());
    }

    /** Opens the rows of a run with negatives of another kind. */
    public static SharedRows of(RunFolder folder, NegativeKind negatives) {
        RunDescription description = folder.read();
        TestRows rows = TestRows.of(description, negatives);
        PreparedDataset data = description.openDataset();
        return Handover.of(
                data::close, () -> new SharedRows(rows, data, SampleSet.build(data, rows.protocol(), rows.seed())));
    }

    /** Whether two runs can be compared row by row. */
    public static boolean fits(RunDescription first, RunDescription other) {
        return TestRows.of(first).fit(other);
    }

    /** Groups of runs that can be compared row by row, in the given order. */
    public static List<List<RunSummary>> groups(List<RunSummary> runs) {
        List<List<RunSummary>> groups = new ArrayList<>();
        for (RunSummary run : runs) {
            groups.stream()
                    .filter(group -> fits(group.get(0).description(), run.description()))
                    .findFirst()
                    .orElseGet(() -> {
                        groups.add(new ArrayList<>());
                        return groups.get(groups.size() - 1);
                    })
                    .add(run);
        }
        return groups;
    }

    public int size() {
        return labels.length;
    }

    /** Which rows they are. */
    public TestRows rows() {
        return rows;
    }

    /** The samples they are of. */
    public SampleSet samples() {
        return samples;
    }

    private List<Text> sampleNotes() {
        List<Text> notes = new ArrayList<>(FigureWords.notes(samples, Part.TEST));
        if (size() < samples.size(Part.TEST)) {
            notes.add(FigureWords.firstRows(size(), samples.size(Part.TEST)));
        }
        return notes;
    }

    /** A run's model for scoring the rows in chunks. One thread at a time. */
    public Scoring open(RunFolder folder) {
        return new Scoring(OpenRun.best(folder));
    }

    private int pieceEnd(int done, int count) {
        return Math.min(size(), done + count);
    }

    /** Scores some more rows by the baselines. */
    private void moreBaselines(int count) {
        int group = samples.group(Part.TEST);
        int to = pieceEnd(baselined, Math.max(1, count / group) * group);
        for (Map.Entry<Baseline, double[]> each : baselineScores.entrySet()) {
            double[] found = baselines.scores(each.getKey(), Part.TEST, baselined, to);
            System.arraycopy(found, 0, each.getValue(), baselined, found.length);
        }
        baselined = to;
    }

    /** Scores all rows with one run, one chunk in each call, and times it where that is asked for. */
    public final class Scoring implements AutoCloseable {
        private final OpenRun run;
        private final float[] logits = new float[size()];
        private final LatencyProbe latency = new LatencyProbe(this::nanos, this::batch, size(), BATCH);
        private int done;
        private boolean scoringTimed;
        private Optional<RequestTiming> requests; // null before the scoring is timed
        private final List<Text> notes = sampleNotes();
        private boolean timed;

        private Scoring(OpenRun run) {
            this.run = run;
        }

        private RawBatch batch(int[] some) {
            return samples.reading(run.model().choice().orElse(null)).batch(Part.TEST, some);
        }

        private double nanos(RawBatch batch) {
            long begin = System.nanoTime();
            run.model().logits(batch);
            return System.nanoTime() - begin;
        }

        /** Scores some more rows; false once the model and the baselines have scored all. */
        public boolean more(int count) {
            if (done < size()) {
                int[] some = IntStream.range(done, pieceEnd(done, count)).toArray();
                float[] found = run.model().logits(batch(some));
                System.arraycopy(found, 0, logits, done, found.length);
                done += found.length;
                return true;
            }
            if (baselined < size()) {
                moreBaselines(count);
                return true;
            }
            return false;
        }

        /** Times the model some more, then what is served of it; false once both are done. It takes a second or two, so only where times are shown. */
        public boolean time() {
            if (!scoringTimed) {
                scoringTimed = !latency.more(TIMED_AT_ONCE);
                return true;
            }
            if (requests == null) {
                requests = timing();
                return true;
            }
            timed = requests.isEmpty() || !requests.get().more();
            return !timed;
        }

        /** Ranks the whole catalogue for the users of the rows; the caller closes it before this. */
        public RankingEvaluation ranking() {
            return new RankingEvaluation(run.model(), samples, Part.TEST, 0, Repeats.AUTO);
        }

        /** Share of the rows that model and baselines have scored. */
        public double fraction() {
            return size() == 0 ? 1 : ((double) done + baselined) / (2.0 * size());
        }

        /** What there is to say about the rows, and why a time could not be taken. */
        public List<Text> notes() {
            return List.copyOf(notes);
        }

        /** All scores, and the times where they were taken; call it when all rows are scored. */
        public RunScores.Raw finish() {
            if (done < size() || baselined < size()) {
                throw new IllegalStateException(done + " of " + size() + " rows");
            }
            Map<String, double[]> named = new LinkedHashMap<>();
            baselineScores.forEach((baseline, scores) -> named.put(Evaluation.name(baseline), scores.clone()));
            return new RunScores.Raw(
                    run.folder(), rows, logits, labels.clone(), users.clone(), named, latency(), notes());
        }

        /** Empty where there is nothing to time; where it failed, the figures are still good and a note says why. */
        private Optional<RequestTiming> timing() {
            try {
                return RequestTiming.of(run);
            } catch (ProblemException e) {
                notes.add(new Text(e.problem().what(Locale.ENGLISH), e.problem().what(Locale.CHINESE)));
                return Optional.empty();
            }
        }

        /** How long it takes; NaN until all of {@link #time} is done. */
        public RunScores.Latency latency() {
            return timed
                    ? latency.result()
                            .served(requests.map(RequestTiming::result).orElseGet(Timing::of))
                    : new RunScores.Latency(Timing.of(), Timing.of(), Timing.of());
        }

        @Override
        public void close() {
            try (run) {
                if (requests != null) {
                    requests.ifPresent(RequestTiming::close);
                }
            }
        }
    }

    @Override
    public void close() {
        data.close();
    }
}
