package dev.interestlens.measurement.trust;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What finds planted causes in a log, by law.
 *
 * @param model family that was trained
 * @param preset of it
 * @param seeds plantings, each with a training of its own
 * @param outside files with explanations of other programs, which stand among the explainers of each law
 */
public record TrustReport(
        String model,
        String preset,
        int seeds,
        List<Law> laws,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Outside> outside) {
    public TrustReport {
        laws = List.copyOf(laws);
        outside = outside == null ? List.of() : List.copyOf(outside); // reports of before have none
    }

    /**
     * How a file with explanations of another program fits the planted rows.
     *
     * @param rows planted rows of all laws
     * @param missing rows without a value of each behaviour, which count as not found
     * @param values lines of the file
     * @param leftOut values that are not finite, or given again for the same behaviour
     * @param unknown values that belong to none of the rows
     * @param firstUnknown sample and behaviour of the first of them, or null
     */
    public record Outside(
            String name, int rows, int missing, long values, long leftOut, int unknown, String firstUnknown) {}

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

        /** @param own what explanations of other programs found in the same plantings */
        static Law of(String law, List<Measured> plantings, List<Stand.Own> own) {
            Measured.Mean learnt = Measured.Values.mean(plantings.stream().map(Measured::learnt));
            boolean said = learnt.low() != null && learnt.low() > 0.5;
            List<Explained> explainers = new ArrayList<>();
            if (said) {
                for (Ordering ordering : Ordering.values()) {
                    if (plantings.stream().allMatch(each -> each.first().containsKey(ordering.id()))) {
                        String name = ordering.id();
                        explainers.add(explained(
                                name,
                                plantings.stream().map(each -> each.first().get(name)),
                                plantings.stream().map(each -> each.three().get(name))));
                    }
                }
                own.forEach(each -> explainers.add(explained(each.name(), each.first().stream(), each.three().stream())
                        .ofOthers(each.missing())));
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

        private static Explained explained(
                String name, Stream<Measured.Values> firsts, Stream<Measured.Values> threes) {
            Measured.Mean first = Measured.Values.mean(firsts);
            return new Explained(
                    name,
                    null,
                    first.mean(),
                    first.low(),
                    first.high(),
                    Measured.Values.mean(threes).mean(),
                    null);
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
     * @param own true where it is of another program, else null
     * @param recall1 how often the first behaviour is a cause
     * @param recall3 share of the causes among the first three
     * @param missing rows that it does not explain, which count as not found; null where it is one of ours
     */
    public record Explained(
            String name,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean own,
            Double recall1,
            Double low,
            Double high,
            Double recall3,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer missing) {
        private Explained ofOthers(int missing) {
            return new Explained(name, true, recall1, low, high, recall3, missing);
        }

        /** Whether it is of another program. */
        @JsonIgnore
        public boolean isOwn() {
            return own != null && own;
        }
    }

    /** Whether planting changed the rest: users without planted effects, planted training less original, paired. */
    public record Untouched(
            Double ndcg10Difference, Double low, Double high, Double aucDifference, Double aucLow, Double aucHigh) {}

    /** Whether planted users can be told from others without naming items: .5 is chance. */
    public record Detectable(Double auc, Double low, Double high) {}
}
