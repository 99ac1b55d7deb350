package dev.interestlens.model;

import dev.interestlens.data.RawBatch;
import java.util.Arrays;
import java.util.List;

/** Raw scores of a model's attentions when parts of a behaviour are its own and the others those of drawn behaviours. Valid until the model changes. */
public interface PartScorer {
    /**
     * The scores of one attention.
     *
     * @param layer from 0
     * @param head from 0
     * @param parts P, what it reads
     * @param values for each behaviour 2^P numbers: where bit p of the place is set, part p is its own; else it is a drawn behaviour's, on average over
     *     those
     */
    record Scores(int layer, int head, List<ScorePart> parts, double[][] values) {
        public Scores {
            parts = List.copyOf(parts);
            values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
        }
    }

    /**
     * Scores of some behaviours of one sample.
     *
     * @param behaviours positions in what is read of the history
     * @return one for every attention
     */
    List<Scores> of(RawBatch single, int[] behaviours);

    /** How many behaviours it does at once. */
    int most();
}
