package dev.interestlens.model.family;

import java.util.Map;

/**
 * Which data a family suits.
 *
 * @param rank where as much speaks for two families, the one of lower rank is advised: the simpler one
 * @param votes how strongly each finding speaks for the family
 */
public record Suitability(int rank, Map<DataFinding, Integer> votes) {
    public Suitability {
        votes = Map.copyOf(votes);
    }

    /** How strongly a finding speaks for the family; 0 where it does not. */
    public int votes(DataFinding finding) {
        return votes.getOrDefault(finding, 0);
    }
}
