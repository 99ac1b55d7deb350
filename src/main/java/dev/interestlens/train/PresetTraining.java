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
        return switch (preset) {
            case QUICK -> family.equals("sasrec") ? sequences(10) : candidates(family, 2300);
            case BALANCED ->
                family.equals("sasrec") ? sequences(12) : candidates(family, family.equals("dien") ? 3400 : 6000);
            case PAPER, REFERENCE -> List.of();
        };
    }

    /** Every position of a sequence beside items that its batch shares. */
    private static List<String> sequences(int epochs) {
        return List.of(
                "training.schedule=warmupCosine",
                "training.epochs=" + epochs,
                "training.metric=ndcg10",
                "training.patience=0");
    }

    /** A true item beside others (fewer in DIEN, whose second layer runs once for each), from the item embeddings of a small sequence model; about so many steps. */
    private static List<String> candidates(String family, int steps) {
        return List.of(
                "training.objective=softmax",
                "training.negativesShared=" + (family.equals("dien") ? 4 : 8),
                "training.negativesKind=mixed",
                "training.itemEmbeddingsFrom=sasrec",
                "training.schedule=warmupCosine",
                "training.learningRate=" + (family.equals("dien") ? "0.003" : "0.002"),
                "training.epochs=0",
                "training.steps=" + steps,
                "training.metric=ndcg10",
                "training.patience=0");
    }
}
