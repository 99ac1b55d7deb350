package dev.interestlens.explain.anatomy;

import dev.interestlens.model.Scorer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * The scores of rows for every set of parts that become their own in one of the {@link PartOrders}, all other parts being another row's.
 *
 * @param parts that the model reads
 * @param unread parts of the candidate that the data have and the model does not read
 * @param candidates rows of a request, a true item among them; 1 where rows stand alone
 * @param logits by set of parts, for each draw a score a row
 * @param without for order and times of the history, the scores where this alone is not the row's own
 */
public record CoalitionScores(
        List<InputPart> parts,
        List<InputPart> unread,
        float[] labels,
        int[] users,
        int candidates,
        Map<Set<InputPart>, float[][]> logits,
        Map<InputPart, float[][]> without) {
    /** Draws of foreign parts, over which metrics are averaged. */
    public static final int DRAWS = 3;

    /** Scores; {@code scored} is called with the share that is done, and an exception of it ends the work. */
    public static CoalitionScores of(Scorer model, MeasuredRows rows, long seed, DoubleConsumer scored) {
        return new CoalitionScoring(model, rows, seed).run(scored);
    }
}
