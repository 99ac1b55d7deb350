package dev.interestlens.model.config;

import dev.interestlens.nn.layer.Activation;
import dev.interestlens.nn.layer.ActivationUnit;
import dev.interestlens.nn.layer.Mlp;
import java.util.List;

/**
 * The small MLP that scores one behaviour against the candidate.
 *
 * @param inputs what it reads of both
 * @param hidden widths of the hidden layers
 * @param activation between the layers
 * @param dropout rate after each hidden layer
 */
public record UnitConfig(
        ActivationUnit.Inputs inputs, List<Integer> hidden, Activation.Kind activation, double dropout) {
    public UnitConfig {
        hidden = List.copyOf(hidden);
        ConfigCheck.widths("unit.hidden", hidden);
        ConfigCheck.rate("unit.dropout", dropout);
    }

    /** Width of its first layer. */
    public int width() {
        return hidden.isEmpty() ? 1 : hidden.get(0);
    }

    /** Its hidden layers. */
    public Mlp.Hidden layers(double diceEpsilon) {
        return new Mlp.Hidden(hidden, activation, false, dropout, diceEpsilon);
    }
}
