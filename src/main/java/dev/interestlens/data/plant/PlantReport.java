package dev.interestlens.data.plant;

import java.util.List;

/**
 * What was planted.
 *
 * @param law its name
 * @param users in whose histories causes and their effects were planted
 * @param events whose item was replaced
 * @param planted effects by part, where the last event of a user is for test and the one before for validation
 * @param decoys causes without their effect, and effects without their causes
 */
public record PlantReport(String law, int users, long events, List<Pair> pairs, Parts planted, int decoys) {
    public PlantReport {
        pairs = List.copyOf(pairs);
    }

    /** Keys of the items that must come before, in order, and of the one that then happens. */
    public record Pair(List<String> causes, String effect) {
        public Pair {
            causes = List.copyOf(causes);
        }
    }

    /** Numbers of planted effects. */
    public record Parts(int train, int valid, int test) {}
}
