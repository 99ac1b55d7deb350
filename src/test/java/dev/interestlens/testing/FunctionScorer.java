package dev.interestlens.testing;

import dev.interestlens.data.RawBatch;
import dev.interestlens.model.Intervention;
import dev.interestlens.model.Removal;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.Trace;
import dev.interestlens.model.config.ModelInput;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A model that is a known function of what it reads.
 *
 * @param own a logit a sample
 * @param evened the same with even weights; empty where it has no attention
 */
public record FunctionScorer(
        ModelInput input, Function<RawBatch, float[]> own, Optional<Function<RawBatch, float[]>> evened)
        implements Scorer {
    /** One without attention. */
    public static FunctionScorer of(ModelInput input, Function<RawBatch, float[]> own) {
        return new FunctionScorer(input, own, Optional.empty());
    }

    @Override
    public float[] logits(RawBatch batch) {
        return own.apply(batch);
    }

    @Override
    public boolean weighs() {
        return evened.isPresent();
    }

    @Override
    public float[] even(RawBatch batch) {
        return evened.orElseThrow().apply(batch);
    }

    @Override
    public long parameterCount() {
        return 0;
    }

    @Override
    public List<Trace> traces(RawBatch batch) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Removal removal(RawBatch single) {
        throw new UnsupportedOperationException();
    }

    @Override
    public float intervened(RawBatch single, Intervention intervention) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
