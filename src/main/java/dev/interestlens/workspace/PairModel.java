package dev.interestlens.workspace;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.SampleSet;

/** A model with the data it was trained on, for any engine. Closing frees it. */
public interface PairModel extends AutoCloseable {
    PreparedDataset data();

    SampleSet samples();

    /** The same, whose batches hold only what the model reads. */
    SampleSet readSamples();

    /** One score a row. */
    double[] scores(RawBatch batch);

    /** Identifies the weights and the engine: equal identities give equal scores. */
    String identity();

    @Override
    void close();
}
