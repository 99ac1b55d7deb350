package dev.interestlens.model.config;

import dev.interestlens.nn.layer.Activation;
import dev.interestlens.nn.layer.Mlp;
import java.util.List;

/**
 * The MLP that turns interest, candidate and profile into a logit.
 *
 * @param hidden widths of the hidden layers
 * @param activation between the layers
 * @param batchNorm whether hidden layers are normalised before the activation
 * @param dropout rate after each hidden layer
 * @param products what it reads of interest and candidate together; configurations of older versions have none
 */
public record HeadConfig(
        List<Integer> hidden, Activation.Kind activation, boolean batchNorm, double dropout, Products products) {
    /** What the head reads of interest and candidate together. */
    public enum Products {
        /** Nothing: only interest and candidate themselves (as published). */
        NONE,
        /** Their element-wise product, and its sum. */
        MATCH
    }

    public HeadConfig {
        products = products == null ? Products.NONE : products;
        hidden = List.copyOf(hidden);
        ConfigCheck.widths("head.hidden", hidden);
        ConfigCheck.rate("head.dropout", dropout);
    }

    /** Its hidden layers. */
    public Mlp.Hidden layers(double diceEpsilon) {
        return new Mlp.Hidden(hidden, activation, batchNorm, dropout, diceEpsilon);
    }

    /** Whether it reads products. */
    public boolean multiplies() {
        return products == Products.MATCH;
    }
}
