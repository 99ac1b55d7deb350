package dev.interestlens.model.family;

import java.util.List;
import java.util.stream.Stream;

/**
 * How presets train, where that is not the default, as {@code --set} takes it. Chosen on validation data only: the tables in {@code
 * src/test/resources/dev/interestlens/tuning} hold what was tried.
 */
public final class TrainingPresets {
    private TrainingPresets() {}

    /** Every position of a sequence, with negatives shared by the batch. */
    public static List<String> sequences(int negatives, String learningRate, int epochs) {
        return List.of(
                "training.negativesShared=" + negatives,
                "training.learningRate=" + learningRate,
                "training.schedule=warmupCosine",
                "training.epochs=" + epochs,
                "training.metric=ndcg10",
                "training.patience=0");
    }

    /** The same on histories of at most so many behaviours. */
    public static List<String> longer(int most, List<String> settings) {
        return Stream.concat(Stream.of("data.protocol.history.maxLength=" + most), settings.stream())
                .toList();
    }

    /** Of a model that is made before its first step: a few steps fit the scale of its logits. */
    public static List<String> scale(int steps) {
        return List.of(
                "training.learningRate=0.002",
                "training.schedule=warmupCosine",
                "training.epochs=0",
                "training.steps=" + steps,
                "training.metric=ndcg10",
                "training.patience=0");
    }

    /**
     * A true item and sampled negatives, starting from the item embeddings of a small sequence model. The mean of the weights has a better
     * AUC and coverage than the last ones, at nearly the same NDCG. The epoch is chosen by AUC first: NDCG of a few hundred users varies more by chance
     * than between epochs; where AUC hardly differs, the one that ranks better has the better coverage, too.
     *
     * @param slower how many times slower these embeddings move: the faster, the better NDCG and the worse the AUC
     * @param steps approximate number
     */
    public static List<String> candidates(int negatives, String learningRate, int slower, int steps) {
        return List.of(
                "training.objective=softmax",
                "training.negativesShared=" + negatives,
                "training.negativesKind=mixed",
                "training.itemEmbeddingsFrom=sasrec",
                "training.itemEmbeddingsSlower=" + slower,
                "training.averaged=0.9",
                "training.schedule=warmupCosine",
                "training.learningRate=" + learningRate,
                "training.epochs=0",
                "training.steps=" + steps,
                "training.metric=aucThenNdcg10",
                "training.patience=0");
    }
}
