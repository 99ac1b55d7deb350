package dev.interestlens.data.protocol;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.draw.Mix;
import dev.interestlens.data.protocol.draw.Permutation;
import dev.interestlens.store.ArrayFill;
import java.util.Arrays;

/**
 * Training events as sequences: those of each user are cut from the end into windows of the history's length; the event behind a window is its
 * candidate. Every position of a window predicts the next event, so that all positions train in one pass.
 */
final class TrainingSequences implements BatchSource {
    private static final long SHUFFLE = 5;
    private static final long HIDE = 6;

    private final SampleSet samples;
    private final PreparedDataset data;
    private final int batchSize;
    private final long seed;
    private final BatchOptions options;
    private final SharedDraws shared;
    private final int[] users;
    private final int[] starts;
    private final int[] ends;

    TrainingSequences(SampleSet samples, int batchSize, int most, long seed, BatchOptions options) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize " + batchSize);
        }
        this.samples = samples;
        this.data = samples.data();
        this.batchSize = batchSize;
        this.seed = seed;
        this.options = options;
        shared = new SharedDraws(samples, options, seed);
        int length = samples.config().history().maxLength();
        int count = 0;
        int[] user = new int[16];
        int[] start = new int[16];
        int[] end = new int[16];
        for (int u = 0; u < data.users(); u++) {
            int seen = samples.seenEvents(u);
            int first = most > 0 ? Math.max(0, seen - most - 1) : 0;
            for (int to = seen; to > first; to -= length) {
                if (count == user.length) {
                    user = Arrays.copyOf(user, 2 * count);
                    start = Arrays.copyOf(start, 2 * count);
                    end = Arrays.copyOf(end, 2 * count);
                }
                user[count] = u;
                start[count] = Math.max(first, to - length - 1);
                end[count++] = to;
            }
        }
        users = Arrays.copyOf(user, count);
        starts = Arrays.copyOf(start, count);
        ends = Arrays.copyOf(end, count);
    }

    @Override
    public int batches() {
        return (int) ((samples() + (long) batchSize - 1) / batchSize);
    }

    @Override
    public int samples() {
        return users.length;
    }

    @Override
    public RawBatch batch(int epoch, int index) {
        int from = Math.multiplyExact(index, batchSize);
        int size = Math.min(batchSize, samples() - from);
        if (index < 0 || size <= 0) {
            throw new IndexOutOfBoundsException("batch " + index + " of " + batches());
        }
        Permutation order = new Permutation(samples(), Mix.place(seed, epoch, -SHUFFLE));
        BatchFill fill = samples.fill(size);
        for (int b = 0; b < size; b++) {
            int row = order.at(from + b);
            long first = data.firstEvent(users[row]);
            long last = first + ends[row] - 1;
            fill.add(users[row], first + starts[row], last, last, data.eventItem(last), data.eventTime(last), 1);
        }
        int[] items = new int[fill.length()];
        long[] gaps = new long[items.length];
        fill.histories(items, gaps);
        boolean[] hidden = hidden(items.length, Mix.place(seed + HIDE, epoch, index));
        return fill.batch(items, gaps, hidden, null, 0).withShared(shared.of(epoch, index));
    }

    private boolean[] hidden(int length, long place) {
        if (options.behaviourDropout() == 0) {
            return null;
        }
        return ArrayFill.flags(length, n -> Mix.unit(Mix.draw(place, n)) < options.behaviourDropout());
    }
}
