package dev.interestlens.train;

import dev.interestlens.data.protocol.BatchSource;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.config.RegularisationConfig;
import dev.interestlens.model.config.RegularisationConfig.Regularisation;
import dev.interestlens.nn.penalty.L2Rows;
import dev.interestlens.nn.penalty.MiniBatchAware;
import dev.interestlens.nn.penalty.RowPenalty;
import java.util.stream.IntStream;

/** The configured regularisation for the training loop; the adaptive norm is part of the model's own loss. */
record RegularisationRule(RegularisationConfig config) {
    /** λ of the penalty on dense parameters, or 0. */
    double l2() {
        return config.kind() == Regularisation.L2 ? config.strength() : 0;
    }

    /** The penalty on touched rows; where it needs counts, the training samples of the first epoch are read once. */
    RowPenalty penalty(CtrModel model, BatchSource source) {
        if (config.kind() != Regularisation.MINI_BATCH_AWARE) {
            return config.kind() == Regularisation.L2 ? new L2Rows(config.strength()) : RowPenalty.NONE;
        }
        var batches = IntStream.range(0, source.batches()).mapToObj(i -> source.batch(0, i));
        var counts = model.embeddings().counts(batches::iterator, config.count());
        return new MiniBatchAware(config.strength(), MiniBatchAware.Term.PAPER, counts);
    }
}
