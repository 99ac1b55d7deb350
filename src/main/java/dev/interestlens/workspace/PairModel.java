package dev.interestlens.workspace;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.SampleSet;

/** A model with the data it was trained on, whatever computes it. Closing frees it. */
public interface PairModel extends AutoCloseable {
    PreparedDataset data();

    SampleSet samples();

    /** The same, of whose histories batches hold what the model reads alone. */
    SampleSet readSamples();

    /** One score a row. */
    double[] scores(RawBatch batch);

    /** Says which weights, and what computes with them: where it is the same, so are the scores. */
    String identity();

    @Override
    void close();
}
