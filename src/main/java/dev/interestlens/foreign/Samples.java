package dev.interestlens.foreign;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Rows for examining a model: a positive and a negative with the same history, evenly from a part. Numberings are tried on rows of training, of which
 * there are enough to separate neighbours; everything else on rows of validation.
 *
 * @param given whether a person gave the mapping
 */
record Samples(SampleSet samples, boolean given) {
    private static final int NEED = 3;
    private static final long SEED = 11;

    PreparedDataset data() {
        return samples.data();
    }

    /** Rows with histories in full length. */
    List<Row> rows(int count) {
        return rows(count, Integer.MAX_VALUE);
    }

    /** Rows whose histories are only the newest behaviours. */
    List<Row> rows(int count, int newest) {
        List<Row> rows = new ArrayList<>();
        int[] from = spread(Part.VALID, count * NEED);
        RawBatch batch = samples.batch(Part.VALID, from).mostRecent(newest);
        List<Row> all = Row.of(batch);
        for (Row row : all) {
            if (row.length() >= Math.min(2, newest) && rows.size() < count) {
                rows.add(row);
            }
        }
        for (int i = 0; rows.size() < count && !all.isEmpty(); i++) {
            rows.add(rows.isEmpty() ? all.get(i % all.size()) : rows.get(i % rows.size()));
        }
        return rows;
    }

    /** Rows of training with both labels, evenly selected, in random order, in which pairs stay together. */
    Labelled labelled(int count) {
        int[] rows = shuffled(spread(Part.TRAIN, count), samples.group(Part.TRAIN) < 2 ? 1 : 2);
        float[] labels = new float[rows.length];
        int[] users = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Sample sample = samples.sample(Part.TRAIN, rows[i]);
            labels[i] = sample.label();
            users[i] = sample.user();
        }
        return new Labelled(this, rows, labels, users);
    }

    private static int[] shuffled(int[] rows, int together) {
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, rows.length / together).boxed().toList());
        Collections.shuffle(order, new Random(SEED));
        return order.stream()
                .flatMapToInt(at -> Arrays.stream(rows, at * together, (at + 1) * together))
                .toArray();
    }

    /** Rows with labels. */
    record Labelled(Samples of, int[] numbers, float[] labels, int[] users) {
        int size() {
            return numbers.length;
        }

        /** Some of them, in this order. */
        List<Row> rows(int from, int to) {
            return Row.of(of.samples.batch(Part.TRAIN, Arrays.copyOfRange(numbers, from, to)));
        }
    }

    /** Row numbers: a positive of each of some groups, each with one negative. */
    private int[] spread(Part part, int count) {
        int group = Math.max(1, samples.group(part));
        int size = samples.size(part);
        if (group < 2) {
            int step = Math.max(1, size / Math.max(1, count));
            return IntStream.range(0, size)
                    .filter(row -> row % step == 0)
                    .limit(count)
                    .toArray();
        }
        int groups = size / group;
        int wanted = Math.max(1, Math.min(groups, count / 2));
        return IntStream.range(0, wanted)
                .map(i -> (int) ((long) i * groups / wanted) * group)
                .flatMap(first -> IntStream.of(first, first + 1))
                .toArray();
    }

    private static final int APART = 5;

    /** The same candidates with histories of other rows. */
    List<Row> otherHistories(List<Row> rows) {
        return withOthers(rows, (one, other) -> other.before(one));
    }

    /** The same histories with candidates of other rows. */
    List<Row> otherCandidates(List<Row> rows) {
        return withOthers(rows, RawBatch::before);
    }

    private List<Row> withOthers(List<Row> rows, BinaryOperator<RawBatch> joined) {
        List<Row> changed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            RawBatch other = single(rows.get((i + APART) % rows.size()));
            changed.add(new Row(joined.apply(single(rows.get(i)), other), 0, null));
        }
        return changed;
    }

    /**
     * The same rows with only some of their behaviours.
     *
     * @param chosen which of them, in their new order
     */
    List<Row> reordered(List<Row> rows, Function<Row, List<Integer>> chosen) {
        List<Row> changed = new ArrayList<>();
        for (Row row : rows) {
            List<Integer> order = chosen.apply(row);
            int[] items = order.stream().mapToInt(row::item).toArray();
            long[] gaps = order.stream()
                    .mapToLong(j -> row.raw().gaps[row.raw().offsets[row.sample()] + j])
                    .toArray();
            RawBatch made = samples.custom(items, gaps, Math.max(0, row.user()), new int[] {row.candidate()});
            changed.add(new Row(made.withDays(single(row).days), 0, null));
        }
        return changed;
    }

    /** The same rows without any history. */
    List<Row> empty(List<Row> rows) {
        return rows.stream()
                .map(row -> new Row(single(row).mostRecent(0), 0, null))
                .toList();
    }

    private static RawBatch single(Row row) {
        return row.raw().samples(new int[] {row.sample()});
    }
}
