package dev.interestlens.question.five;

import dev.interestlens.question.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How families are trained for an experiment.
 *
 * @param shared settings of all
 * @param own settings of some families, by name
 */
record FamilyTraining(List<String> shared, Map<String, List<String>> own) {
    FamilyTraining {
        shared = List.copyOf(shared);
        own = Map.copyOf(own);
    }

    /**
     * On shops of some hundred to some thousand users, in seconds to half a minute a run. Learning rates and epochs were chosen by validation AUC on
     * the log {@code order} with 800 and 2,000 users, with seeds that are not used in the experiment, among two to six settings for each family;
     * those of DIEN are between the best two. At the rate of DIN, BST stays below mean pooling.
     */
    static FamilyTraining ofShops(int batchSize) {
        return new FamilyTraining(
                List.of(
                        "training.objective=bce",
                        "training.itemEmbeddingsFrom=",
                        "training.averaged=0",
                        "training.batchSize=" + batchSize,
                        "training.schedule=constant",
                        "training.metric=auc",
                        "training.threads=1",
                        "model.embeddingSize=8",
                        "data.protocol.history.maxLength=20",
                        "model.head.products=match"),
                Map.of(
                        "pool", pace("0.01", 6),
                        "din", pace("0.01", 6),
                        "dien", pace("0.005", 8),
                        "bst", pace("0.002", 12)));
    }

    private static List<String> pace(String rate, int epochs) {
        return List.of("training.learningRate=" + rate, "training.epochs=" + epochs);
    }

    Recipe recipe(String family) {
        List<String> all = new ArrayList<>(shared);
        all.addAll(own.getOrDefault(family, List.of()));
        return new Recipe(family, all);
    }
}
