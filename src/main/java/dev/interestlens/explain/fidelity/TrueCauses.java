package dev.interestlens.explain.fidelity;

import dev.interestlens.data.synth.ShopTruth;
import dev.interestlens.data.synth.cause.Cause;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of why a log's events happened.
 *
 * @param byUser the causes of each user's events, by position in the user's sequence
 * @param law the log's exact distribution, where it is known
 */
public record TrueCauses(Map<String, List<Cause>> byUser, Optional<ShopTruth> law) {
    public TrueCauses {
        byUser = Map.copyOf(byUser);
    }
}
