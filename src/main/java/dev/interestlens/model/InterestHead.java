package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.Role;
import dev.interestlens.nn.layer.Linear;
import dev.interestlens.nn.layer.Mlp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The MLP that turns interest, candidate and profile into a logit, optionally with the products of interest and candidate. Its first Linear can be
 * split among these inputs, so that each part is computed only once. n rows, I width of the interest, W of an item, P of the profile, F of the first
 * layer. Its input is [interest, candidate, interest∗candidate, ⟨interest, candidate⟩, profile], without the parts that it does not read.
 */
public final class InterestHead {
    private final Parameters parameters;
    private final Mlp mlp;
    private final Linear match;
    private final boolean products;
    private final int interest;
    private final int candidate;
    private final int profile;

    /**
     * @param name beginning of the names of its parameters
     * @param interest I, 0 where nothing of the history is read
     * @param candidate W, 0 where the candidate is not read beside the interest
     * @param profile P, 0 without user and context fields
     * @param match initializer of the projection of the interest to the width of an item
     */
    public InterestHead(
            Parameters parameters,
            String name,
            int interest,
            int candidate,
            int profile,
            HeadConfig config,
            double diceEpsilon,
            Initializer match) {
        this.parameters = parameters;
        this.interest = interest;
        this.candidate = candidate;
        this.profile = profile;
        products = config.multiplies() && interest > 0 && candidate > 0;
        this.match = products && interest != candidate
                ? parameters.as(
                        Role.HEAD, () -> new Linear(parameters, name + ".match", interest, candidate, true, match))
                : null;
        mlp = parameters.as(
                Role.HEAD,
                () -> new Mlp(
                        parameters,
                        name,
                        interest + candidate + (products ? candidate + 1 : 0) + profile,
                        config.layers(diceEpsilon),
                        Mlp.Numbering.WITH_DROPOUT));
    }

    /** Makes every logit z scale · z + shift, in dense weights. */
    public void calibrate(double scale, double shift) {
        Linear last = mlp.last();
        parameters.scale(last.weightParameter().name(), scale);
        parameters.scale(last.biasParameter().name(), scale);
        parameters.shift(last.biasParameter().name(), shift);
    }

    /** The logits of a batch: interest (B, I), or null where the head reads none -> (B). */
    public NDArray apply(Features features, NDArray interest, boolean training) {
        return apply(interest, features.candidate(), features.profile(), training);
    }

    /** interest (n, I), candidate (n, W), profile (n, P) -> (n); an input that the head does not read may be null. */
    public NDArray apply(NDArray interest, NDArray candidate, NDArray profile, boolean training) {
        List<NDArray> parts = new ArrayList<>();
        if (this.interest > 0) {
            parts.add(interest);
        }
        if (this.candidate > 0) {
            parts.add(candidate);
        }
        if (products) {
            NDArray product = Ops.mul(matched(interest), candidate); // (n, W)
            parts.add(product);
            parts.add(Ops.unsqueeze(Ops.sum(product, 1), 1)); // (n, 1)
        }
        if (this.profile > 0) {
            parts.add(profile);
        }
        return mlp.apply(Ops.concat(1, parts.toArray(new NDArray[0])), null, training);
    }

    /** The interest projected to the width of an item: (n, I) -> (n, W). */
    private NDArray matched(NDArray interests) {
        return match == null ? interests : match.apply(interests);
    }

    /** What depends on candidates only: (n, W) -> arrays of n rows. */
    public NDArray[] ofCandidates(NDArray candidates) {
        if (candidate == 0) {
            return new NDArray[0];
        }
        NDArray first = Ops.linear(candidates, weights(interest, candidate), null); // (n, F)
        return products ? new NDArray[] {first, candidates} : new NDArray[] {first};
    }

    /**
     * What all candidates of one history share.
     *
     * @param bias the first layer's, and what it makes of the profile: (F)
     * @param ofInterest its weights for the interest, (F, I), or null where none is read
     * @param ofProduct its weights for the products of interest and candidate and for their sum, (F, W), or null where they are not read
     */
    public record OfUser(NDArray bias, NDArray ofInterest, NDArray ofProduct) {}

    /** What all candidates of a history share. */
    public OfUser ofUser(Features single) {
        NDArray bias = mlp.entry().bias();
        int before = interest + candidate + (products ? candidate + 1 : 0);
        NDArray[] crossed = products ? Ops.split(weights(interest + candidate, candidate + 1), 1, candidate, 1) : null;
        return new OfUser(
                profile == 0 ? bias : Ops.view(Ops.linear(single.profile(), weights(before, profile), bias), -1),
                interest == 0 ? null : weights(0, interest),
                crossed == null ? null : Ops.add(crossed[0], crossed[1]));
    }

    /**
     * Logits of several interests of each candidate.
     *
     * @param interests (n, L, I), or (1, L, I) where all candidates have the same
     * @return (n·L)
     */
    public NDArray logitsOfMany(NDArray interests, NDArray[] items, int at, OfUser ofUser) {
        NDArray[] each = Arrays.stream(items).map(a -> Ops.unsqueeze(a, 1)).toArray(NDArray[]::new); // (n, 1, ·)
        NDArray sum = beforeEntry(interests, each, at, ofUser); // (n, L, F)
        return mlp.applyAfterEntry(Ops.view(sum, -1, sum.getShape().get(2)), null, false);
    }

    /**
     * Logits from the parts, dropout off.
     *
     * @param interests (n, I), or (1, I) where all candidates have the same, or null where none is read
     * @param items what {@link #ofCandidates} gave, from place {@code at} on
     * @param ofUser what {@link #ofUser} gave
     * @return (n)
     */
    public NDArray logits(NDArray interests, NDArray[] items, int at, OfUser ofUser) {
        return mlp.applyAfterEntry(beforeEntry(interests, items, at, ofUser), null, false);
    }

    private NDArray beforeEntry(NDArray interests, NDArray[] items, int at, OfUser ofUser) {
        NDArray sum = ofUser.bias();
        if (interest > 0) {
            sum = Ops.linear(interests, ofUser.ofInterest(), sum); // (n, F) or (1, F)
        }
        if (candidate > 0) {
            sum = Ops.add(items[at], sum);
        }
        if (products) {
            NDArray product = Ops.mul(items[at + 1], matched(interests)); // (n, W)
            sum = Ops.add(sum, Ops.linear(product, ofUser.ofProduct(), null));
        }
        return sum;
    }

    private NDArray weights(int from, int width) {
        return Ops.slice(mlp.entry().weight(), 1, from, (long) from + width); // (F, width)
    }
}
