package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import dev.interestlens.data.RawBatch;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.TraceName;
import dev.interestlens.nn.TraceNames;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gradients of a model's logits by what it read, as plain arrays. Valid as long as the model is open, on its thread. What followed what is looked up by
 * ids, so that no gradient tells of it: {@link #ofTables} is its part, exactly.
 */
public record ModelGradients(CtrModel model, Tensors tensors) {
    /**
     * The gradient of each sample's logit by the embedding of each of its behaviours, and the embeddings themselves.
     *
     * @return positions padded to the longest history, (B, L, W)
     */
    public HistoryGradient byHistory(RawBatch batch) {
        BatchPlan plan = model.plainPlan(batch);
        return model.parameters().recorded(() -> {
            Features features = model.features(plan, false);
            NDArray leaf = features.trackHistory();
            backward(model.forward(features, ForwardContext.EVALUATE).logits());
            NDArray gradient = Ops.gradient(leaf);
            float[] values = leaf.toFloatArray();
            return new HistoryGradient(
                    plan.layout().groupLength(0),
                    (int) leaf.getShape().get(1),
                    values,
                    gradient == null ? new float[values.length] : gradient.toFloatArray());
        });
    }

    /**
     * The same with each sample's behaviours at a point between a baseline, which is the embedding of padding, and their embeddings.
     *
     * @param batch samples with histories of equal length, at least one behaviour each
     * @param shares of the way, one for each sample
     */
    public PathGradient alongPath(RawBatch batch, double[] shares) {
        BatchPlan plan = model.plainPlan(batch);
        return model.parameters().recorded(() -> {
            float[] baseline = model.features(model.plainPlan(batch.mostRecent(0)), false)
                    .history()
                    .toFloatArray();
            Features features = model.features(plan, false);
            float[] values = features.history().toFloatArray();
            int width = (int) features.history().getShape().get(1);
            int length = plan.layout().groupLength(0);
            float[] moved = new float[values.length];
            for (int i = 0; i < moved.length; i++) {
                float from = baseline.length == 0 ? 0 : baseline[i % width];
                moved[i] = (float) (from + shares[i / (length * width)] * (values[i] - from));
            }
            NDArray leaf = tensors.floats(moved, moved.length / width, width);
            leaf.setRequiresGradient(true);
            features.history(leaf);
            NDArray logits = model.forward(features, ForwardContext.EVALUATE).logits();
            backward(logits);
            NDArray gradient = Ops.gradient(leaf);
            return new PathGradient(
                    length,
                    width,
                    values,
                    Arrays.copyOf(baseline, width),
                    gradient == null ? new float[values.length] : gradient.toFloatArray(),
                    logits.toFloatArray());
        });
    }

    private void backward(NDArray logits) {
        if (model.learnsBeside()) { // else nothing that is read of a history is an embedding
            Ops.backward(Ops.sumAll(logits));
        }
    }

    /** What each behaviour of each sample adds to the logit by what followed what: (B, L), positions padded to the longest history. */
    public double[] ofTables(RawBatch batch) {
        BatchPlan plan = model.plainPlan(batch);
        return model.neighbours()
                .map(term -> Arrays.stream(term.terms(plan, false))
                        .map(each -> term.weight() * each)
                        .toArray())
                .orElseGet(() -> new double[batch.size() * plan.layout().groupLength(0)]);
    }

    /**
     * Gradients along the way from a baseline.
     *
     * @param length L, positions a sample
     * @param width W
     * @param values embeddings, (B, L, W)
     * @param baseline (W)
     * @param gradient of each sample's logit by what it read, (B, L, W)
     * @param logits (B)
     */
    public record PathGradient(
            int length, int width, float[] values, float[] baseline, float[] gradient, float[] logits) {}

    /**
     * Embeddings of behaviours beside the gradient of the logit by them.
     *
     * @param length L, positions a sample
     * @param width W
     * @param values (B, L, W), row-major
     * @param gradient (B, L, W), row-major
     */
    public record HistoryGradient(int length, int width, float[] values, float[] gradient) {}

    /**
     * The gradient of each sample's logit by its interest vector, with the inputs of that vector: one backward pass through the head only. Empty
     * where the model has no interest vector, or no weights of behaviours.
     *
     * @return positions padded to the longest history, (B, L, W)
     */
    public Optional<InterestGradient> byInterest(RawBatch batch) {
        BatchPlan plan = model.plainPlan(batch);
        return model.parameters().recorded(() -> {
            Features features = model.features(plan, false);
            Map<TraceName, NDArray> seen = new HashMap<>();
            CtrOutput output = model.forward(features, ForwardContext.traced((name, value, axes) -> {
                if (name.equals(TraceNames.INTEREST)) {
                    value.setRequiresGradient(true); // nothing before it is tracked, so it is a leaf
                }
                seen.put(name, value);
            }));
            NDArray interest = seen.get(TraceNames.INTEREST);
            NDArray attention = seen.getOrDefault(TraceNames.ATTENTION_HEADS, seen.get(TraceNames.ATTENTION));
            if (interest == null || attention == null) {
                return Optional.empty();
            }
            Ops.backward(Ops.sumAll(output.logits()));
            return Optional.of(new InterestGradient(
                    plan.layout().groupLength(0),
                    (int) features.history().getShape().get(1),
                    attention.toFloatArray(),
                    features.history().toFloatArray(),
                    interest.toFloatArray(),
                    Ops.gradient(interest).toFloatArray()));
        });
    }

    /**
     * The inputs of an interest vector and the gradient of the logit by it.
     *
     * @param length L, positions a sample
     * @param width W of a behaviour's embedding
     * @param attention weights, (B, L), or (B, H, L) of several attentions side by side
     * @param behaviours embeddings, (B, L, W)
     * @param interest (B, I); of a weighted sum of behaviours I is W, of several side by side H·W
     * @param gradient of the logit by the interest, (B, I)
     */
    public record InterestGradient(
            int length, int width, float[] attention, float[] behaviours, float[] interest, float[] gradient) {}
}
