package dev.interestlens.data.protocol;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.draw.Mix;
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

    /** The last event of a window that is not left out; before its first one where there is none. */
    private long last(int row) {
        long first = data.firstEvent(users[row]);
        long last = first + ends[row] - 1;
        while (last >= first + starts[row] && samples.omission().event(last)) {
            last--;
        }
        return last;
    }

    @Override
    boolean omitted(int row) {
        return last(row) < data.firstEvent(users[row]) + starts[row];
    }

    @Override
    RawBatch batch(int epoch, int index, int[] rows) {
        BatchFill fill = samples.trainingFill(rows.length);
        for (int row : rows) {
            long first = data.firstEvent(users[row]);
            long last = last(row);
            fill.add(users[row], first + starts[row], last, last, data.eventItem(last), data.eventTime(last), 1);
        }
        return fill.batch(hidden(fill, epoch, index), null, 0).withShared(shared.of(epoch, index));
    }

    /** A draw for each behaviour of the batch, in their order; those of what is left out are passed over. */
    private boolean[] hidden(BatchFill fill, int epoch, int index) {
        if (options.behaviourDropout() == 0) {
            return null;
        }
        long place = Mix.place(seed + HIDE, epoch, index);
        boolean[] hidden = new boolean[fill.length()];
        int before = 0;
        int b = 0;
        for (int row : drawn(epoch, index)) {
            boolean read = b < fill.size() && !(samples.omission().any() && omitted(row));
            for (int n = fill.offset(b); read && n < fill.offset(b + 1); n++) {
                hidden[n] = Mix.unit(Mix.draw(place, before + fill.draw(b, n))) < options.behaviourDropout();
            }
            b += read ? 1 : 0;
            before += ends[row] - 1 - starts[row];
        }
        return hidden;
    }
}
