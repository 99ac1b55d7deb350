package dev.interestlens.data.protocol;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.draw.Mix;
import dev.interestlens.store.ArrayFill;
import java.util.Arrays;

/**
 * Training events as sequences: those of each user are cut from the end into windows of the history's length; the event behind a window is its
 * candidate. Every position of a window predicts the next event, so that all positions train in one pass.
 */
final class TrainingSequences extends ShuffledBatches {
    private static final long SHUFFLE = 5;
    private static final long HIDE = 6;

    private final PreparedDataset data;
    private final SharedDraws shared;
    private final int[] users;
    private final int[] starts;
    private final int[] ends;

    TrainingSequences(SampleSet samples, int batchSize, int most, long seed, BatchOptions options) {
        super(samples, options, batchSize, seed, SHUFFLE);
        data = samples.data();
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
    public int samples() {
        return users.length;
    }

    @Override
    int count() {
        return samples();
    }

    @Override
    RawBatch batch(int epoch, int index, int[] rows) {
        BatchFill fill = samples.fill(rows.length);
        for (int row : rows) {
            long first = data.firstEvent(users[row]);
            long last = first + ends[row] - 1;
            fill.add(users[row], first + starts[row], last, last, data.eventItem(last), data.eventTime(last), 1);
        }
        boolean[] hidden = hidden(fill.length(), Mix.place(seed + HIDE, epoch, index));
        return fill.batch(hidden, null, 0).withShared(shared.of(epoch, index));
    }

    private boolean[] hidden(int length, long place) {
        if (options.behaviourDropout() == 0) {
            return null;
        }
        return ArrayFill.flags(length, n -> Mix.unit(Mix.draw(place, n)) < options.behaviourDropout());
    }
}
