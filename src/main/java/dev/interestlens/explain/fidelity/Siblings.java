package dev.interestlens.explain.fidelity;

import dev.interestlens.explain.fidelity.FidelityReport.NoControl;
import dev.interestlens.model.Scorer;
import java.util.List;
import java.util.Optional;

/**
 * Models that were trained beside one, for its controls. They stay the caller's.
 *
 * @param uniform the same with every behaviour weighed alike while the rest learnt
 * @param noUniform why there is none; heeded where there is none
 * @param seeds the same from other seeds
 */
public record Siblings(Optional<Scorer> uniform, NoControl noUniform, List<Scorer> seeds) {
    public Siblings {
        seeds = List.copyOf(seeds);
    }

    /** Nothing was trained beside it. */
    public static Siblings none() {
        return new Siblings(Optional.empty(), NoControl.NOT_TRAINED, List.of());
    }
}
