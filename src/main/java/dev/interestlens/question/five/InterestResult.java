package dev.interestlens.question.five;

import dev.interestlens.explain.words.Text;
import java.util.List;

/**
 * The value of several attentions.
 *
 * @param log kind of the log
 * @param heads how many attentions were compared with one
 * @param ceiling the best possible AUC of a model that knows the time of the candidate, mean over seeds
 * @param one AUC with one attention, one a seed
 * @param several AUC with several, the same seeds
 * @param cosine mean cosine of any two of them, one a seed
 * @param rank their mean effective rank, one a seed
 * @param sample one prediction with its lanes; null where there is none
 */
record InterestResult(
        String log,
        int heads,
        double ceiling,
        double[] one,
        double[] several,
        double[] cosine,
        double[] rank,
        Sample sample) {
    /**
     * One prediction.
     *
     * @param candidate item that is scored
     * @param history titles, oldest first
     * @param heads the weights of each attention
     * @param lanes the lane of each behaviour, −1 for none
     * @param groups effects of removing whole lanes
     */
    record Sample(Text candidate, List<Text> history, List<double[]> heads, int[] lanes, List<Joint> groups) {
        Sample {
            history = List.copyOf(history);
            heads = List.copyOf(heads);
            groups = List.copyOf(groups);
        }
    }

    /**
     * A lane that was removed as a whole.
     *
     * @param effect fall of the logit
     * @param singles sum of the falls when its behaviours are removed one by one
     * @param low of removals of as many behaviours at random, the second smallest of twenty
     * @param high the second largest
     */
    record Joint(Text name, int size, double effect, double singles, double low, double high) {}
}
