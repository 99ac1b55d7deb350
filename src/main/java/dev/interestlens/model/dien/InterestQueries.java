package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.MaskedSoftmax;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.Role;

/**
 * Further attentions over the extractor's states, each with a bilinear score of its own, beside the one that drives the second recurrent layer. The head
 * reads the behaviours as each of them weighs them. K of these attentions, n candidates, states of width H, items of width W, L positions.
 */
final class InterestQueries {
    static final String WEIGHT = "interest_queries.attention_W";

    private final Parameter bilinear;
    private final int count;
    private final int hidden;

    InterestQueries(Parameters parameters, int count, int hidden, int width) {
        this.count = count;
        this.hidden = hidden;
        bilinear = parameters.as(
                Role.SCORES,
                () -> parameters.dense(WEIGHT, Initializer.glorot(width, hidden), (long) count * hidden, width));
    }

    /** What the states are compared with: (n, W) -> (n, K·H). */
    NDArray ofCandidates(NDArray candidates) {
        return Ops.linear(candidates, bilinear.value(), null);
    }

    /**
     * The attentions.
     *
     * @param asked what {@link #ofCandidates} gave
     * @param states (n, L, H), or (L, H) of one history
     * @param mask (n, L), or (1, L)
     * @return (n, K, L)
     */
    NDArray weights(NDArray asked, NDArray states, NDArray mask) {
        NDArray each = Ops.view(asked, asked.getShape().get(0), count, hidden);
        int axes = states.getShape().dimension();
        NDArray scores = Ops.matmul(each, Ops.transpose(states, axes - 2L, axes - 1L));
        return MaskedSoftmax.apply(scores, Ops.unsqueeze(mask, 1));
    }

    /** The raw scores: what {@link #ofCandidates} gave for one candidate, states (N, H) -> (N, K). */
    NDArray scores(NDArray asked, NDArray states) {
        return Ops.matmul(states, Ops.transpose(Ops.view(asked, count, hidden), 0, 1));
    }

    /** The weighted sums side by side: weights (n, K, L), behaviours (n, L, W) or (L, W) of one history -> (n, K·W). */
    NDArray gathered(NDArray weights, NDArray behaviours) {
        NDArray sums = Ops.matmul(weights, behaviours); // (n, K, W)
        return Ops.view(sums, sums.getShape().get(0), count * sums.getShape().get(2));
    }
}
