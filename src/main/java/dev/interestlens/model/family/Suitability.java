package dev.interestlens.model.family;

import java.util.Map;

/**
 * Which data a family suits.
 *
 * @param rank of two families with equal votes the one of lower rank is advised, which is the simpler one
 * @param votes how strongly each finding favours the family
 */
public record Suitability(int rank, Map<DataFinding, Integer> votes) {
    public Suitability {
        votes = Map.copyOf(votes);
    }

    /** How strongly a finding favours the family; 0 where it does not. */
    public int votes(DataFinding finding) {
        return votes.getOrDefault(finding, 0);
    }
}
