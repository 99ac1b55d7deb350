package dev.interestlens.workspace.score;

import dev.interestlens.data.HistoryChoice;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.synth.FarTargets;
import dev.interestlens.explain.anatomy.MeasuredRows;
import dev.interestlens.figure.data.LengthsData;
import dev.interestlens.metric.Auc;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.ScoredSamples;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.store.EnumNames;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.StagedProgress;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Metrics and CPU time of a model for histories of several lengths, read in several ways. The model is not trained again, so that the results include
 * the effect of a way of reading that differs from training.
 *
 * @param part in lower case
 * @param rows number of scored rows
 * @param ofRows rows of the part
 * @param candidates rows of a list, a true item among them; 1 where rows stand alone
 */
public record HistoryLengths(
        String part, int rows, int ofRows, int candidates, List<Row> lengths, List<Distance> distances) {
    private static final int POSITIONS = 200_000;
    private static final int MAX_ROWS = 256;

    /**
     * One way of reading at one length.
     *
     * @param length the newest behaviours that could be read
     * @param read behaviours that were read of a history, on average
     * @param auc NaN where it is not defined, like the others
     * @param cpuMillis of a row, from the data set to the score
     */
    public record Row(
            String reading, int length, double read, double auc, double gauc, double ndcg10, double cpuMillis) {}

    /**
     * The rows whose cause is about so far back.
     *
     * @param found share of those rows with a cause in the history of which a cause was read; NaN without such rows
     */
    public record Distance(String reading, int distance, int rows, double auc, double found) {}

    /**
     * The last line of a child process.
     *
     * @param event {@code done}
     */
    public record Done(String event, HistoryLengths report) {}

    public HistoryLengths {
        lengths = List.copyOf(lengths);
        distances = List.copyOf(distances);
    }

    /** What is measured, on about so many rows: all rows of a systematic sample of users, since lists are kept whole. */
    public record Settings(Part part, int rows, List<Integer> lengths, List<ReadingConfig> readings) {}

    /**
     * Measures.
     *
     * @param targets known causes, by which rows of the greatest length are grouped
     */
    public static HistoryLengths of(OpenRun run, Settings settings, Optional<FarTargets> targets, Progress progress) {
        SampleSet samples = run.samples();
        int[] rows = rowsOfUsers(samples.users(settings.part()), settings.rows());
        List<Row> found = new ArrayList<>();
        List<Distance> distances = new ArrayList<>();
        int longest =
                settings.lengths().stream().mapToInt(length -> length).max().orElse(1);
        int done = 0;
        StagedProgress stages = new StagedProgress(progress);
        for (ReadingConfig reading : settings.readings()) {
            for (int length : settings.lengths()) {
                double steps = settings.readings().size() * settings.lengths().size();
                stages.begin("lengths", done / steps, (done + 1) / steps);
                done++;
                Optional<HistoryChoice> choice = run.model().choice(reading, length);
                if (choice.isEmpty()) {
                    continue;
                }
                SampleSet read = samples.reading(choice.get());
                if (found.isEmpty()) {
                    new Scoring(run, read, settings.part(), rows, length); // warm-up
                }
                Scoring scoring = new Scoring(run, read, settings.part(), rows, length);
                found.add(scoring.row(reading));
                if (length == longest && targets.isPresent()) {
                    distances.addAll(scoring.distances(reading, targets.get()));
                }
            }
        }
        return new HistoryLengths(
                EnumNames.lower(settings.part()),
                rows.length,
                samples.size(settings.part()),
                samples.group(settings.part()),
                found,
                distances);
    }

    /** About so many rows, all rows of a systematic sample of users: single rows would lose the negatives of a true item. */
    static int[] rowsOfUsers(int[] users, int most) {
        long share = IntStream.of(users).distinct().count() * Math.min(users.length, most);
        return MeasuredRows.ofSomeUsers(users, users.length == 0 ? 0 : (int) Math.max(1, share / users.length));
    }

    /** The same as the data of a picture. */
    public LengthsData data() {
        List<Integer> kept =
                lengths.stream().map(Row::length).distinct().sorted().toList();
        List<LengthsData.Line> lines = lengths.stream()
                .map(Row::reading)
                .distinct()
                .map(reading -> new LengthsData.Line(
                        LengthsData.reading(reading),
                        values(reading, kept, Row::auc),
                        values(reading, kept, Row::ndcg10),
                        values(reading, kept, Row::cpuMillis)))
                .toList();
        return new LengthsData(kept, lines);
    }

    private double[] values(String reading, List<Integer> kept, ToDoubleFunction<Row> of) {
        return kept.stream()
                .mapToDouble(length -> lengths.stream()
                        .filter(row -> row.reading().equals(reading) && row.length() == length)
                        .mapToDouble(of)
                        .findFirst()
                        .orElse(Double.NaN))
                .toArray();
    }

    /** The rows scored in one way of reading. */
    private static final class Scoring {
        private final OpenRun run;
        private final SampleSet samples;
        private final Part part;
        private final int[] rows;
        private final int length;
        private final float[] logits;
        private final float[] labels;
        private final int[] users;
        private final List<int[]> read = new ArrayList<>();
        private double cpu;

        Scoring(OpenRun run, SampleSet samples, Part part, int[] rows, int length) {
            this.run = run;
            this.samples = samples;
            this.part = part;
            this.rows = rows;
            this.length = length;
            logits = new float[rows.length];
            labels = new float[rows.length];
            users = new int[rows.length];
            int size = Math.max(1, Math.min(MAX_ROWS, POSITIONS / Math.max(1, length)));
            for (int from = 0; from < rows.length; from += size) {
                score(from, Math.min(rows.length, from + size));
            }
        }

        private void score(int from, int to) {
            int[] some = Arrays.copyOfRange(rows, from, to);
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            RawBatch batch = samples.batch(part, some);
            float[] found = run.model().logits(batch);
            cpu += (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
            System.arraycopy(found, 0, logits, from, found.length);
            for (int b = 0; b < some.length; b++) {
                Sample sample = samples.sample(part, some[b]);
                labels[from + b] = sample.label();
                users[from + b] = sample.user();
                int of = batch.places.of()[b];
                read.add(Arrays.stream(batch.places.after(), batch.offsets[b], batch.offsets[b + 1])
                        .map(after -> of - 1 - after)
                        .toArray());
            }
        }

        Row row(ReadingConfig reading) {
            Map<String, Double> figures = RankMetric.figures(ScoredSamples.of(logits, labels, users));
            return new Row(
                    reading.id(),
                    length,
                    read.stream().mapToInt(steps -> steps.length).average().orElse(0),
                    figures.get(RankMetric.AUC.id()),
                    figures.get(RankMetric.GAUC.id()),
                    figures.get(RankMetric.NDCG10.id()),
                    cpu / Math.max(1, rows.length));
        }

        List<Distance> distances(ReadingConfig reading, FarTargets targets) {
            Map<Integer, List<Integer>> groups = new TreeMap<>();
            FarTargets.Target[] known = new FarTargets.Target[rows.length];
            for (int i = 0; i < rows.length; i++) {
                Sample sample = samples.sample(part, rows[i]);
                known[i] = targets.of(
                        run.data().userKey(sample.user()), run.data().itemKey(sample.candidate()), sample.time());
                if (known[i] != null) {
                    groups.computeIfAbsent(known[i].distance(), d -> new ArrayList<>())
                            .add(i);
                }
            }
            List<Distance> distances = new ArrayList<>();
            groups.forEach((distance, some) -> distances.add(distance(reading, distance, some, known)));
            return distances;
        }

        private Distance distance(ReadingConfig reading, int distance, List<Integer> some, FarTargets.Target[] known) {
            double[] scores = new double[some.size()];
            float[] truth = new float[scores.length];
            int caused = 0;
            int hit = 0;
            for (int i = 0; i < scores.length; i++) {
                int row = some.get(i);
                scores[i] = logits[row];
                truth[i] = labels[row];
                if (known[row].caused()) {
                    caused++;
                    hit += reads(row, known[row].planted()) ? 1 : 0;
                }
            }
            double found = caused == 0 ? Double.NaN : (double) hit / caused;
            return new Distance(
                    reading.id(), distance, scores.length, Auc.of(scores, truth).orNaN(), found);
        }

        private boolean reads(int row, int[] planted) {
            Sample sample = samples.sample(part, rows[row]);
            long first = samples.firstHistoryEvent(sample) - samples.data().firstEvent(sample.user());
            return Arrays.stream(planted)
                    .anyMatch(position -> Arrays.binarySearch(read.get(row), (int) (position - first)) >= 0);
        }
    }
}
