package dev.interestlens.data.protocol;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.draw.Mix;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.protocol.draw.SharedKind;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Training rows in groups that stay together: a true item, then K others with the same history, drawn anew each epoch. A batch holds as many whole
 * groups as fit its size.
 */
final class TrainingGroups extends ShuffledBatches {
    private static final long SHUFFLE = 7;
    private static final long DRAW = 8;
    private static final long BESIDE = 9;
    private static final long HIDE = 10;

    private final NegativeDraws draws;
    private final int negatives;
    private final int[] positives;

    /**
     * @param rows approximate number in a batch
     * @param options whose number of shared items is that of each group
     */
    TrainingGroups(SampleSet samples, NegativeDraws draws, int rows, BatchOptions options, long seed) {
        super(samples, options, Math.max(1, rows / (1 + options.shared())), seed, SHUFFLE);
        negatives = options.shared();
        if (rows < 1 || negatives < 1) {
            throw new IllegalArgumentException(rows + " rows of groups with " + negatives + " negatives");
        }
        this.draws = draws;
        float[] labels = samples.labels(Part.TRAIN);
        positives = IntStream.range(0, labels.length)
                .filter(row -> labels[row] == 1)
                .toArray();
    }

    @Override
    public int samples() {
        return Math.multiplyExact(positives.length, 1 + negatives);
    }

    @Override
    int count() {
        return positives.length;
    }

    @Override
    boolean omitted(int of) {
        return samples.omits(positives[of]);
    }

    @Override
    RawBatch batch(int epoch, int index, int[] chosen) {
        BatchFill fill = samples.trainingFill(chosen.length * (1 + negatives));
        GroupDraws none = samples.draws(Part.TRAIN, seed, epoch);
        int[] drawn = new int[negatives];
        int[] rows = Arrays.stream(chosen).map(g -> positives[g]).toArray();
        for (int row : rows) {
            samples.put(fill, row, none);
            Sample sample = samples.sample(Part.TRAIN, row);
            long place = Mix.place(seed + DRAW, epoch, row);
            for (int k = 0; k < negatives; k++) {
                drawn[k] = draws.candidate(Mix.draw(place, k), kindOf(k), sample.user(), sample.position(), drawn, k);
                fill.again(drawn[k], 0);
            }
        }
        IntToLongFunction hiding = b -> Mix.place(seed + HIDE, epoch, rows[b / (1 + negatives)]);
        IntToLongFunction beside = b -> Mix.place(seed + BESIDE, epoch, rows[b / (1 + negatives)]);
        return fill.batch(
                draws.hidden(fill, options, hiding),
                draws.besideAll(fill, options, beside),
                options.auxiliaryNegatives());
    }

    private NegativeKind kindOf(int k) {
        boolean uniform =
                options.sharedKind() == SharedKind.UNIFORM || options.sharedKind() == SharedKind.MIXED && k % 2 == 0;
        return uniform ? NegativeKind.UNIFORM : NegativeKind.POPULARITY;
    }
}
