package dev.interestlens.train;

import dev.interestlens.data.RawBatch;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.model.NeighbourTerm;
import dev.interestlens.train.run.JournalEntry;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

/**
 * How much of what followed what a trained model adds to its logit. The loss asks for little of the term: among a few sampled items the rest of the
 * model does without it. So weights are tried by NDCG@10 on the validation part: nothing of the term, the term alone, and between them twice and half as
 * much as often as that may help, then by golden section about the best. Of those within one per cent of the best the nearest to the weight that training
 * found is taken. So the sum is on the validation part never clearly behind what it contains.
 */
final class NeighbourChoice {
    /** A weight beside which the rest of the logit only orders what the table cannot tell apart. */
    static final double ALONE = 1000;

    /** Doublings of the weight that training found. */
    private static final int FROM = -2;

    private static final int TO = 9;

    /** Steps of the golden section, which end within a twelfth of the weight. */
    private static final int STEPS = 5;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double NEARLY = 0.99;

    private final double learnt;
    private final UnaryOperator<double[]> measured;
    private final Map<Double, Double> tried = new TreeMap<>();

    /**
     * @param learnt the weight that training found, above 0
     * @param measured NDCG@10 with each of some weights
     */
    NeighbourChoice(double learnt, UnaryOperator<double[]> measured) {
        this.learnt = learnt;
        this.measured = measured;
    }

    /** Chooses for a model, and adds the choice to the ranks of users of the validation part. */
    static JournalEntry.Weighed choose(NeighbourTerm term, RivalRanks ranks, int epoch, long step) {
        float learnt = term.weight();
        NeighbourChoice choice = new NeighbourChoice(
                learnt, weights -> ranks.ndcg(weights.length, sample -> added(term, sample, weights)).stream()
                        .mapToDouble(each -> FullRanking.mean(each).orNaN())
                        .toArray());
        double chosen = choice.weight();
        ranks.add(sample -> added(term, sample, chosen));
        return new JournalEntry.Weighed(
                epoch,
                step,
                learnt,
                chosen,
                finite(choice.tried.get((double) learnt)),
                finite(choice.tried.get(chosen)),
                null,
                null,
                chosen == ALONE ? true : null);
    }

    /** What other weights add to the logits of a model. */
    private static RivalRanks.Added added(NeighbourTerm term, RawBatch sample, double... weights) {
        double[] sums = term.sums(sample, null);
        float learnt = term.weight();
        return (attempt, item) -> (weights[attempt] - learnt) * sums[item];
    }

    /** The chosen weight. */
    double weight() {
        double[] doubled = DoubleStream.iterate(Math.scalb(learnt, FROM), weight -> 2 * weight)
                .limit(TO - FROM + 1)
                .filter(weight -> weight < ALONE / 2)
                .toArray();
        attempt(0, ALONE);
        attempt(doubled);
        section(Arrays.stream(doubled)
                .boxed()
                .max(Comparator.comparing(tried::get))
                .orElseThrow());
        double enough = NEARLY * tried.values().stream().max(Double::compare).orElseThrow();
        return tried.keySet().stream()
                .filter(weight -> tried.get(weight) >= enough)
                .min(Comparator.comparingDouble(weight -> Math.abs(Math.log(weight / learnt))))
                .orElse(learnt); // no user could be ranked
    }

    private void attempt(double... weights) {
        double[] found = measured.apply(weights);
        for (int i = 0; i < weights.length; i++) {
            tried.put(weights[i], found[i]);
        }
    }

    /** Between half and twice a weight, by its logarithm. */
    private void section(double about) {
        double low = -1;
        double high = 1;
        for (int step = 0; step < STEPS; step++) {
            double left = about * Math.pow(2, high - GOLDEN * (high - low));
            double right = about * Math.pow(2, low + GOLDEN * (high - low));
            attempt(left, right);
            if (tried.get(left) >= tried.get(right)) {
                high -= (1 - GOLDEN) * (high - low);
            } else {
                low += (1 - GOLDEN) * (high - low);
            }
        }
    }

    private static Double finite(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
