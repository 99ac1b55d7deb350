package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Linear;
import dev.interestlens.nn.Mlp;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * The MLP that turns interest, candidate and profile into a logit, also with its first Linear split among the three: each part is then computed once
 * for whatever it belongs to. n rows, I width of the interest, W of an item, P of the profile, F of the first layer.
 */
public final class InterestHead {
    private final Mlp mlp;
    private final int interest;
    private final int candidate;
    private final int profile;

    /**
     * @param name beginning of the names of its parameters
     * @param interest I, 0 where nothing of the history is read
     * @param candidate W, 0 where the candidate is not read beside the interest
     * @param profile P, 0 without user and context fields
     */
    public InterestHead(
            Parameters parameters,
            String name,
            int interest,
            int candidate,
            int profile,
            HeadConfig config,
            double diceEpsilon) {
        this.interest = interest;
        this.candidate = candidate;
        this.profile = profile;
        mlp = new Mlp(
                parameters,
                name,
                interest + candidate + profile,
                config.hidden(),
                config.activation(),
                config.batchNorm(),
                config.dropout(),
                diceEpsilon);
    }

    /** The logits of a batch: interest (B, I), or null where the head reads none -> (B). */
    public NDArray apply(Features features, NDArray interest, boolean training) {
        return apply(interest, features.candidate(), features.profile(), training);
    }

    /** interest (n, I), candidate (n, W), profile (n, P) -> (n); what the head does not read may be null. */
    public NDArray apply(NDArray interest, NDArray candidate, NDArray profile, boolean training) {
        List<NDArray> parts = new ArrayList<>();
        if (this.interest > 0) {
            parts.add(interest);
        }
        if (this.candidate > 0) {
            parts.add(candidate);
        }
        if (this.profile > 0) {
            parts.add(profile);
        }
        return mlp.apply(Ops.concat(1, parts.toArray(new NDArray[0])), null, training);
    }

    /** The same for many interests of one sample: interest (n, I), and one row of all else. */
    public NDArray ofOneSample(NDArray interest, Features single) {
        long n = interest.getShape().get(0);
        return apply(interest, repeated(single.candidate(), n), repeated(single.profile(), n), false);
    }

    private static NDArray repeated(NDArray row, long times) {
        return row == null ? null : row.broadcast(times, row.getShape().get(1));
    }

    /** The part of the first Linear that belongs to candidates: (n, W) -> (n, F), or null where they are not read. */
    public NDArray ofCandidates(NDArray candidates) {
        return candidate == 0 ? null : Ops.linear(candidates, weights(interest, candidate), null);
    }

    /** The part of the first Linear that belongs to the user, with its bias: (1, F) or (F). */
    public NDArray ofUser(Features single) {
        Linear entry = mlp.entry();
        return profile == 0
                ? entry.bias()
                : Ops.linear(single.profile(), weights(interest + candidate, profile), entry.bias());
    }

    /** The part of the first Linear that belongs to interests: (n, I) -> (n, F). */
    public NDArray ofInterests(NDArray interests) {
        return Ops.linear(interests, weights(0, interest), null);
    }

    /** Logits from the sum of the parts, dropout off: (n, F) -> (n). */
    public NDArray afterFirst(NDArray sum) {
        return mlp.applyAfterEntry(sum, null, false);
    }

    private NDArray weights(int from, int width) {
        return Ops.slice(mlp.entry().weight(), 1, from, (long) from + width); // (F, width)
    }
}
