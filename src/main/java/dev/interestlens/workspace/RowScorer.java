package dev.interestlens.workspace;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.SampleSet;

/** A model with the data it was trained on, whatever computes it. Closing frees it. */
public interface RowScorer extends AutoCloseable {
    PreparedDataset data();

    SampleSet samples();

    /** One score a row. */
    double[] scores(RawBatch batch);

    /** Says which weights, and what computes with them: where it is the same, so are the scores. */
    String identity();

    @Override
    void close();
}
