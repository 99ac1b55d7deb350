package dev.interestlens.data.protocol;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.store.ArrayFill;
import java.util.stream.IntStream;

/** What a scorer gives to the rows of a data set; it reads the same history as a model. Items that it cannot tell apart are ordered by popularity. */
public final class NeighbourScores {
    /** What the most popular item is ahead of one that nobody chose, as a share of what a table gives: less than what it tells apart. */
    private static final double TIED = 1e-3;

    private final SampleSet samples;
    private final PreparedDataset data;
    private final Neighbours scorer;
    private final float[] popular;

    public NeighbourScores(SampleSet samples, Neighbours scorer) {
        this.samples = samples;
        this.scorer = scorer;
        data = samples.data();
        popular = popular(samples, scorer);
    }

    /** What the popularity of each item adds to the sums of a scorer's table, by its id. */
    public static float[] popular(SampleSet samples, Neighbours scorer) {
        int[] events = IntStream.range(0, samples.data().items() + Field.FIRST)
                .map(item -> item < Field.FIRST ? 0 : samples.trainingEvents(item))
                .toArray();
        double most = Math.max(1, IntStream.of(events).max().orElse(1));
        double tied = TIED * scorer.rows().rootMeanSquare() / most;
        return ArrayFill.floats(events.length, item -> tied * events[item]);
    }

    /** The score of every item of a catalogue. */
    public float[] of(Catalogue catalogue, Catalogue.Query query) {
        float[] scores = sums(catalogue, query);
        for (int place = 0; place < scores.length; place++) {
            scores[place] += popular[catalogue.item(place)];
        }
        return scores;
    }

    /** The same of the table alone. */
    float[] sums(Catalogue catalogue, Catalogue.Query query) {
        float[] scores = new float[catalogue.size()];
        long end = samples.endHistoryEvent(query.user(), query.position());
        long from = samples.firstHistoryEvent(query.user(), query.position());
        for (long event = end - 1; event >= from && weight(event, end) > 0; event--) {
            scorer.rows().addTo(scores, data.eventItem(event), weight(event, end), catalogue::place);
        }
        return scores;
    }

    /** Scores of the rows {@code from … to − 1} of a part. */
    public double[] of(Part part, int from, int to) {
        double[] scores = new double[to - from];
        for (int row = from; row < to; row++) {
            scores[row - from] = of(samples.sample(part, row));
        }
        return scores;
    }

    private double of(Sample sample) {
        double sum = popular[sample.candidate()];
        long end = samples.endHistoryEvent(sample);
        for (long event = end - 1; event >= samples.firstHistoryEvent(sample) && weight(event, end) > 0; event--) {
            sum += weight(event, end) * scorer.rows().value(data.eventItem(event), sample.candidate());
        }
        return sum;
    }

    private float weight(long event, long end) {
        return scorer.weight((int) (end - 1 - event));
    }
}
