package dev.interestlens.explain.fidelity;

import dev.interestlens.explain.fidelity.FidelityReport.NoControl;
import dev.interestlens.model.Scorer;
import java.util.List;
import java.util.Optional;

/**
 * Control models of a model. The caller closes them.
 *
 * @param uniform the same model trained with uniform weights
 * @param noUniform the reason where there is none
 * @param seeds the same from other seeds
 */
public record Siblings(Optional<Scorer> uniform, NoControl noUniform, List<Scorer> seeds) {
    public Siblings {
        seeds = List.copyOf(seeds);
    }

    /** Without control models. */
    public static Siblings none() {
        return new Siblings(Optional.empty(), NoControl.NOT_TRAINED, List.of());
    }
}
