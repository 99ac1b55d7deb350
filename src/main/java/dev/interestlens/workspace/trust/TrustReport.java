package dev.interestlens.workspace.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What finds planted causes in a log, by law.
 *
 * @param model family that was trained
 * @param preset of it
 * @param seeds plantings, each with a training of its own
 */
public record TrustReport(String model, String preset, int seeds, List<Law> laws) {
    public TrustReport {
        laws = List.copyOf(laws);
    }

    /**
     * One law.
     *
     * @param planted effects that were explained
     * @param explainers by recall, the best first; none where the law was not learnt
     */
    public record Law(
            String law,
            int planted,
            Learnt learnt,
            List<Explained> explainers,
            Untouched untouched,
            Detectable detectable) {
        public Law {
            explainers = List.copyOf(explainers);
        }

        static Law of(String law, List<Measured> plantings) {
            Measured.Mean learnt = Measured.Values.mean(plantings.stream().map(Measured::learnt));
            boolean said = learnt.low() != null && learnt.low() > 0.5;
            List<Explained> explainers = new ArrayList<>();
            if (said) {
                for (Ordering ordering : Ordering.values()) {
                    if (plantings.stream().allMatch(each -> each.first().containsKey(ordering.id()))) {
                        explainers.add(explained(ordering.id(), plantings));
                    }
                }
                explainers.sort(Comparator.comparingDouble(each -> -each.recall1()));
            }
            Measured.Mean ndcg = Measured.Values.mean(plantings.stream().map(Measured::ndcg));
            Measured.Mean auc = Measured.Values.mean(plantings.stream().map(Measured::catalogue));
            Measured.Mean told = Measured.Values.mean(plantings.stream().map(Measured::told));
            return new Law(
                    law,
                    plantings.stream()
                            .mapToInt(each -> each.learnt().users().length)
                            .sum(),
                    new Learnt(learnt.mean(), learnt.low(), learnt.high(), said),
                    explainers,
                    new Untouched(ndcg.mean(), ndcg.low(), ndcg.high(), auc.mean(), auc.low(), auc.high()),
                    new Detectable(told.mean(), told.low(), told.high()));
        }

        private static Explained explained(String name, List<Measured> plantings) {
            Measured.Mean first = Measured.Values.mean(
                    plantings.stream().map(each -> each.first().get(name)));
            Measured.Mean three = Measured.Values.mean(
                    plantings.stream().map(each -> each.three().get(name)));
            return new Explained(name, first.mean(), first.low(), first.high(), three.mean());
        }
    }

    /**
     * Whether the model learnt it.
     *
     * @param auc how often the effect is further ahead of other candidates after its causes than in other histories; .5 is chance
     * @param said whether the interval lies above chance, so that something can be said about explanations
     */
    public record Learnt(Double auc, Double low, Double high, boolean said) {}

    /**
     * How well an ordering finds the causes.
     *
     * @param recall1 how often the first behaviour is a cause
     * @param recall3 share of the causes among the first three
     */
    public record Explained(String name, Double recall1, Double low, Double high, Double recall3) {}

    /** Whether planting changed the rest: users without planted effects, planted training less original, paired. */
    public record Untouched(
            Double ndcg10Difference, Double low, Double high, Double aucDifference, Double aucLow, Double aucHigh) {}

    /** Whether planted users can be told from others without naming items: .5 is chance. */
    public record Detectable(Double auc, Double low, Double high) {}
}
