package dev.interestlens.train;

import dev.interestlens.model.Preset;
import java.util.List;

/**
 * How the presets of each family train, where that is not the default, as {@code --set} takes it. Chosen on validation data alone: the tables in {@code
 * src/test/resources/dev/interestlens/tuning} hold what was tried. Paper and Reference train as published.
 */
final class PresetTraining {
    private PresetTraining() {}

    static List<String> settings(String family, Preset preset) {
        boolean evolves = family.equals("dien"); // whose second layer runs once for each candidate
        return switch (preset) {
            case QUICK ->
                family.equals("sasrec") ? sequences(10, 512, 0.003) : candidates(evolves, evolves ? 1150 : 2300);
            case BALANCED ->
                family.equals("sasrec") ? sequences(16, 2048, 0.002) : candidates(evolves, evolves ? 3400 : 6000);
            case PAPER, REFERENCE -> List.of();
        };
    }

    /** Every position of a sequence beside items that its batch shares. */
    private static List<String> sequences(int epochs, int negatives, double rate) {
        return List.of(
                "training.schedule=warmupCosine",
                "training.epochs=" + epochs,
                "training.negativesShared=" + negatives,
                "training.learningRate=" + rate,
                "training.metric=ndcg10",
                "training.patience=0");
    }

    /** A true item beside others, from the item embeddings of a small sequence model; about so many steps. */
    private static List<String> candidates(boolean few, int steps) {
        return List.of(
                "training.objective=softmax",
                "training.negativesShared=" + (few ? 4 : 8),
                "training.negativesKind=mixed",
                "training.itemEmbeddingsFrom=sasrec",
                "training.schedule=warmupCosine",
                "training.learningRate=" + (few ? 0.003 : 0.002),
                "training.epochs=0",
                "training.steps=" + steps,
                "training.metric=ndcg10",
                "training.patience=0");
    }
}
