package dev.interestlens.model;

import dev.interestlens.nn.Activation;
import java.util.List;

/**
 * The MLP that turns interest, candidate and profile into a logit.
 *
 * @param hidden widths of the hidden layers
 * @param activation between the layers
 * @param batchNorm whether hidden layers are normalised before the activation
 * @param dropout rate after each hidden layer
 */
public record HeadConfig(List<Integer> hidden, Activation.Kind activation, boolean batchNorm, double dropout) {
    public HeadConfig {
        hidden = List.copyOf(hidden);
        Check.widths("head.hidden", hidden);
        Check.rate("head.dropout", dropout);
    }
}
