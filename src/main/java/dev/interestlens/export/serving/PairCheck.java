package dev.interestlens.export.serving;

import dev.interestlens.data.RawBatch;
import dev.interestlens.export.RoundTrip;
import dev.interestlens.model.TrainedModel;
import java.util.stream.IntStream;

/** Compares the pair on real rows with its model and with itself. */
final class PairCheck {
    /** Candidates of a user that are scored together and one by one. */
    private static final int MATES = 64;

    private PairCheck() {}

    /** Rows with a history, each user computed without the newest behaviour, which is then appended; none where that is refused. */
    static RoundTrip appended(TrainedModel model, ServingSession session, RawBatch rows) {
        int most = model.input().historyLength();
        int[] some = session.form().cache().append().exact()
                ? IntStream.range(0, rows.size())
                        .filter(row -> rows.length(row) > 0)
                        .toArray()
                : new int[0];
        float[] pair = new float[some.length];
        for (int i = 0; i < some.length; i++) {
            RawBatch single = rows.samples(new int[] {some[i]}).mostRecent(most);
            CachedUser before = session.user(single.oldest(single.length() - 1));
            pair[i] = session.logits(session.append(before, single.mostRecent(1)), single, single)[0];
        }
        return RoundTrip.of(some.length == 0 ? pair : model.logits(rows.samples(some)), pair);
    }

    /** The candidates of the first rows for the user of each row: all at once, and one by one. */
    static RoundTrip alone(ServingSession session, RawBatch rows) {
        int count = Math.min(MATES, rows.size());
        RawBatch candidates = rows.samples(IntStream.range(0, count).toArray());
        float[] together = new float[count];
        float[] alone = new float[count];
        for (int row = 0; row < count; row++) {
            RawBatch single = rows.samples(new int[] {row});
            CachedUser kept = session.user(single);
            together[row] = session.logits(kept, single, candidates)[row];
            alone[row] = session.logits(kept, single, single)[0];
        }
        return RoundTrip.of(together, alone);
    }
}
