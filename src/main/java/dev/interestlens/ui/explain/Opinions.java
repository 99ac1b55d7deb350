package dev.interestlens.ui.explain;

import dev.interestlens.explain.IntegratedGradients;
import dev.interestlens.explain.RankEffect;
import dev.interestlens.explain.ShopOpinion;
import dev.interestlens.explain.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What else can be said about the behaviours of one prediction.
 *
 * @param of the prediction
 * @param truth what the law that made the data says, where there is one
 * @param negatives a positive in training, under which the truth's score stands beside the model's
 * @param causes titles of what is known to have caused the choice, the trigger first; empty where nothing is known
 * @param firstOrder the guess of every Effect by one backward pass; empty where the model has no gradients
 * @param gradients integrated gradients, likewise
 * @param rank of the candidate with and without each behaviour
 */
record Opinions(
        Explained of,
        Optional<ShopOpinion.Result> truth,
        double negatives,
        List<Text> causes,
        Optional<double[]> firstOrder,
        Optional<IntegratedGradients.Result> gradients,
        Optional<RankEffect.Result> rank) {
    Opinions {
        Objects.requireNonNull(of);
        causes = List.copyOf(causes);
    }
}
