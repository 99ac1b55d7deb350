package dev.interestlens.data.protocol;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.draw.Mix;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.protocol.draw.Permutation;
import dev.interestlens.data.protocol.draw.SharedKind;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Training rows in groups that stay together: a true item, then K others with the same history, drawn anew each epoch. A batch holds as many whole
 * groups as fit its size.
 */
final class TrainingGroups implements BatchSource {
    private static final long SHUFFLE = 7;
    private static final long DRAW = 8;
    private static final long BESIDE = 9;
    private static final long HIDE = 10;

    private final SampleSet samples;
    private final NegativeDraws draws;
    private final int groups;
    private final int negatives;
    private final BatchOptions options;
    private final long seed;
    private final int[] positives;

    /**
     * @param rows approximate number in a batch
     * @param options whose number of shared items is that of each group
     */
    TrainingGroups(SampleSet samples, NegativeDraws draws, int rows, BatchOptions options, long seed) {
        negatives = options.shared();
        if (rows < 1 || negatives < 1) {
            throw new IllegalArgumentException(rows + " rows of groups with " + negatives + " negatives");
        }
        this.samples = samples;
        this.draws = draws;
        this.options = options;
        this.seed = seed;
        groups = Math.max(1, rows / (1 + negatives));
        float[] labels = samples.labels(Part.TRAIN);
        positives = IntStream.range(0, labels.length)
                .filter(row -> labels[row] == 1)
                .toArray();
    }

    @Override
    public int batches() {
        return (positives.length + groups - 1) / groups;
    }

    @Override
    public int samples() {
        return Math.multiplyExact(positives.length, 1 + negatives);
    }

    @Override
    public RawBatch batch(int epoch, int index) {
        int from = Math.multiplyExact(index, groups);
        int size = Math.min(groups, positives.length - from);
        if (index < 0 || size <= 0) {
            throw new IndexOutOfBoundsException("batch " + index + " of " + batches());
        }
        Permutation order = new Permutation(positives.length, Mix.place(seed, epoch, -SHUFFLE));
        BatchFill fill = samples.fill(size * (1 + negatives));
        GroupDraws none = samples.draws(Part.TRAIN, seed, epoch);
        int[] drawn = new int[negatives];
        int[] rows = new int[size];
        for (int g = 0; g < size; g++) {
            int row = positives[order.at(from + g)];
            rows[g] = row;
            samples.put(fill, row, none);
            Sample sample = samples.sample(Part.TRAIN, row);
            long place = Mix.place(seed + DRAW, epoch, row);
            for (int k = 0; k < negatives; k++) {
                drawn[k] = draws.candidate(Mix.draw(place, k), kindOf(k), sample.user(), sample.position(), drawn, k);
                fill.again(drawn[k], 0);
            }
        }
        int[] items = new int[fill.length()];
        long[] gaps = new long[items.length];
        fill.histories(items, gaps);
        IntToLongFunction hiding = b -> Mix.place(seed + HIDE, epoch, rows[b / (1 + negatives)]);
        IntToLongFunction beside = b -> Mix.place(seed + BESIDE, epoch, rows[b / (1 + negatives)]);
        return fill.batch(
                items,
                gaps,
                draws.hidden(fill, options, hiding),
                draws.besideAll(fill, items, options, beside),
                options.auxiliaryNegatives());
    }

    private NegativeKind kindOf(int k) {
        boolean uniform =
                options.sharedKind() == SharedKind.UNIFORM || options.sharedKind() == SharedKind.MIXED && k % 2 == 0;
        return uniform ? NegativeKind.UNIFORM : NegativeKind.POPULARITY;
    }
}
