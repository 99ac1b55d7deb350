package dev.interestlens.question.five;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interestlens.explain.words.Text;
import java.util.List;
import java.util.Map;

/**
 * Explanations by attention and by measured Effects, compared over predictions.
 *
 * @param model that was explained
 * @param predictions chosen items that were explained
 * @param agree share in which the behaviour with the largest attention raises the score most
 * @param chance the same for a random behaviour
 * @param against share in which the behaviour with the largest attention lowers the score
 * @param sentences how often each kind of sentence was said
 * @param because how many of them may say "because"
 * @param planted results for known causes; null where none is known
 * @param cases predictions to look at; flattened in JSON
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
        @JsonUnwrapped Cases cases) {
    /** A share of predictions with its 95 % bootstrap interval over users. */
    record Share(double mean, double low, double high) {}

    /**
     * How often the first behaviour of an explanation is a planted cause.
     *
     * @param more how much more often the measured one is
     */
    record Planted(int predictions, Share look, Share effect, Share more) {}

    /**
     * Two predictions, each null where there is none.
     *
     * @param typical in which both agree
     * @param misleading in which attention points elsewhere
     */
    record Cases(Case typical, Case misleading) {}

    /**
     * One prediction.
     *
     * @param empty the score without any history
     * @param sentence its sentence
     * @param history oldest first
     * @param even the weight if all were equal; NaN where weights are not shares
     */
    record Case(
            Text candidate, String user, double score, double empty, Text sentence, List<Step> history, double even) {
        Case {
            history = List.copyOf(history);
        }

        /** The behaviour with the largest attention. */
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
     * @param effect fall of the logit without it
     * @param points fall of the score
     * @param caused whether it is a known cause of the choice
     */
    record Step(Text title, Text category, Text time, double look, double effect, double points, boolean caused) {}

    ToldResult {
        sentences = Map.copyOf(sentences);
    }
}
