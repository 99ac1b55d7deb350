package dev.interestlens.question.five;

import dev.interestlens.explain.words.Text;
import java.util.List;
import java.util.Map;

/**
 * What attention, and measured Effects, tell of predictions.
 *
 * @param model which one was asked
 * @param predictions chosen items that were explained
 * @param agree share whose most looked-at behaviour is the one that raises the score most
 * @param chance the same of a behaviour that is drawn
 * @param against share whose most looked-at behaviour lowers the score
 * @param sentences how often each kind of sentence was said
 * @param because how many of them may say "because"
 * @param planted what is known of the causes; null where nothing is
 * @param typical a prediction in which both agree; null where there is none
 * @param misleading one in which attention points elsewhere; null where there is none
 */
record ToldResult(
        String model,
        int predictions,
        Share agree,
        double chance,
        Share against,
        Map<String, Integer> sentences,
        int because,
        Planted planted,
        Case typical,
        Case misleading) {
    /** A share of predictions with 95 % of where it may lie, users drawn again. */
    record Share(double mean, double low, double high) {}

    /**
     * How often what a way of explaining names first is a planted cause.
     *
     * @param more how much more often the measured one is
     */
    record Planted(int predictions, Share look, Share effect, Share more) {}

    /**
     * One prediction.
     *
     * @param empty the score without any history
     * @param sentence what may be said of it
     * @param history oldest first
     * @param even the weight if all got the same; NaN where weights are no shares
     */
    record Case(
            Text candidate, String user, double score, double empty, Text sentence, List<Step> history, double even) {
        Case {
            history = List.copyOf(history);
        }

        /** The behaviour that the model looked at most. */
        Step looked() {
            return history.stream()
                    .max((a, b) -> Double.compare(Math.abs(a.look()), Math.abs(b.look())))
                    .orElseThrow();
        }

        /** The behaviour that raises the score most. */
        Step strongest() {
            return history.stream()
                    .max((a, b) -> Double.compare(a.effect(), b.effect()))
                    .orElseThrow();
        }
    }

    /**
     * One behaviour.
     *
     * @param effect what removing it takes from the logit
     * @param points the same of the score
     * @param caused whether it is known to have caused the choice
     */
    record Step(Text title, Text category, Text time, double look, double effect, double points, boolean caused) {}

    ToldResult {
        sentences = Map.copyOf(sentences);
    }
}
