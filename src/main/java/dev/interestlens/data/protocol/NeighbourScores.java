package dev.interestlens.data.protocol;

import dev.interestlens.data.PreparedDataset;

/** What a scorer gives to the rows of a data set; it reads the same history as a model. */
public final class NeighbourScores {
    private final SampleSet samples;
    private final PreparedDataset data;
    private final Neighbours scorer;

    public NeighbourScores(SampleSet samples, Neighbours scorer) {
        this.samples = samples;
        this.scorer = scorer;
        data = samples.data();
    }

    /** The score of every item of a catalogue. */
    public float[] of(Catalogue catalogue, Catalogue.Query query) {
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
        double sum = 0;
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
