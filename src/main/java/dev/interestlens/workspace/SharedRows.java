package dev.interestlens.workspace;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.train.RunDescription;
import dev.interestlens.train.RunFolder;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows on which runs are compared: the test part of the first of them, at most {@value #MOST} rows. Another run is scored on the very same rows
 * where its data and protocol are the same; its seed may differ, unless the split itself is drawn by it.
 */
public final class SharedRows implements AutoCloseable {
    public static final int MOST = 100_000;

    private static final int WARM = 5;
    private static final int TIMED = 25;

    private final RunDescription first;
    private final PreparedDataset data;
    private final SampleSet samples;

    private SharedRows(RunDescription first, PreparedDataset data, SampleSet samples) {
        this.first = first;
        this.data = data;
        this.samples = samples;
    }

    /** Opens the rows of a run. */
    public static SharedRows of(RunFolder folder) {
        RunDescription description = folder.read();
        PreparedDataset data = PreparedDataset.open(description.dataset());
        try {
            return new SharedRows(
                    description,
                    data,
                    SampleSet.build(
                            data,
                            description.config().protocol(),
                            description.config().evaluationSeed()));
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /** Whether a run may be scored on these rows: none of them was trained on, and all can be read. */
    public boolean fits(RunDescription run) {
        return fits(first, run);
    }

    /** Whether two runs can be compared row by row. */
    public static boolean fits(RunDescription first, RunDescription other) {
        Split split = first.config().protocol().split();
        boolean drawn = split == Split.DIN || split == Split.DIEN;
        return first.fingerprint().equals(other.fingerprint())
                && first.config()
                        .protocol()
                        .evaluation()
                        .equals(other.config().protocol().evaluation())
                && (!drawn || first.config().evaluationSeed() == other.config().evaluationSeed());
    }

    public int size() {
        return Math.min(MOST, samples.size(Part.TEST));
    }

    /** A run's model, ready to score the rows piece by piece. One thread at a time. */
    public Scoring open(RunFolder folder) {
        return new Scoring(OpenRun.best(folder));
    }

    /** Scores rows of one run from the first to the last, a piece a call. */
    public final class Scoring implements AutoCloseable {
        private final OpenRun run;
        private final float[] logits = new float[size()];
        private int done;
        private long nanos;

        private Scoring(OpenRun run) {
            this.run = run;
        }

        /** Scores some more rows; false once all are scored. */
        public boolean more(int rows) {
            int[] some = IntStream.range(done, Math.min(size(), done + rows)).toArray();
            RawBatch batch = samples.batch(Part.TEST, some);
            long begin = System.nanoTime();
            float[] found = run.model().logits(batch);
            nanos += System.nanoTime() - begin;
            System.arraycopy(found, 0, logits, done, found.length);
            done += found.length;
            return done < size();
        }

        /** Share of the rows that are scored. */
        public double fraction() {
            return size() == 0 ? 1 : done / (double) size();
        }

        /** All scores, with how long they took; call it when all rows are scored. */
        public RunScores.Raw finish() {
            if (done < size()) {
                throw new IllegalStateException(done + " of " + size() + " rows");
            }
            return new RunScores.Raw(
                    run.folder(),
                    logits,
                    Arrays.copyOf(samples.labels(Part.TEST), size()),
                    Arrays.copyOf(samples.users(Part.TEST), size()),
                    new RunScores.Latency(oneMillis(), nanos == 0 ? Double.NaN : done * 1e9 / nanos));
        }

        private double oneMillis() {
            double[] times = new double[Math.min(TIMED, size())];
            for (int i = -WARM; i < times.length; i++) {
                RawBatch one = samples.batch(Part.TEST, new int[] {Math.floorMod(i * 131, Math.max(1, size()))});
                long begin = System.nanoTime();
                run.model().logits(one);
                if (i >= 0) {
                    times[i] = (System.nanoTime() - begin) / 1e6;
                }
            }
            Arrays.sort(times);
            return times.length == 0 ? Double.NaN : times[times.length / 2];
        }

        @Override
        public void close() {
            run.close();
        }
    }

    @Override
    public void close() {
        data.close();
    }
}
