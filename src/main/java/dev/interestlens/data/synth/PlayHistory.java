package dev.interestlens.data.synth;

import java.util.List;

/**
 * What a customer of a {@link PlayShop} bought and then chose, and why.
 *
 * @param user the key in the files
 * @param candidate what was chosen
 * @param behaviours oldest first
 * @param causes places of the planted causes; none where there is no law
 */
public record PlayHistory(String user, Name candidate, List<Name> behaviours, List<Integer> causes) {
    /** An item in both languages. */
    public record Name(String en, String zh) {}

    public PlayHistory {
        behaviours = List.copyOf(behaviours);
        causes = List.copyOf(causes);
    }
}
