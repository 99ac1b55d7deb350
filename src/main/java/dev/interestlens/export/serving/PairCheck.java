package dev.interestlens.export.serving;

import dev.interestlens.data.RawBatch;
import dev.interestlens.export.RoundTrip;
import dev.interestlens.model.TrainedModel;
import java.util.stream.IntStream;

/** The pair beside the model it was written from, on real rows. */
final class PairCheck {
    private PairCheck() {}

    /** Each row by itself: its user computed, then its candidate. */
    static RoundTrip whole(TrainedModel model, ServingSession session, RawBatch rows) {
        float[] pair = new float[rows.size()];
        for (int row = 0; row < pair.length; row++) {
            RawBatch single = rows.samples(new int[] {row});
            pair[row] = session.logits(session.user(single), single, single)[0];
        }
        return RoundTrip.of(model.logits(rows), pair);
    }

    /** Each row with a history, its user computed without the newest behaviour, which is then added; none where that is refused. */
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
            Kept before = session.user(single.oldest(single.length() - 1));
            pair[i] = session.logits(session.append(before, single.mostRecent(1)), single, single)[0];
        }
        return RoundTrip.of(some.length == 0 ? pair : model.logits(rows.samples(some)), pair);
    }
}
