package dev.interestlens.explain.effect;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import java.util.Map;
import java.util.Objects;

/**
 * The effect of a field beside the history: z(x) minus the mean of z over the values of the field in the training data, everything else unchanged.
 *
 * @param side whose field it is
 * @param name of the field in the data set
 * @param value its value here
 * @param effect in logits
 * @param standardError of the effect where the mean is over a sample of values; 0 where it is over all of them
 * @param everywhere for a candidate's field other than its id, the mean effect for other people; NaN for other fields
 * @param unknown z(x) minus z with the field unknown, as an alternative; NaN for numbers
 * @param values how many values the mean is over
 * @param identity whether it is the candidate's own id
 */
public record FieldEffect(
        Side side,
        String name,
        Text value,
        double effect,
        double standardError,
        double everywhere,
        double unknown,
        int values,
        boolean identity) {
    /** Whose field. */
    public enum Side {
        USER,
        CONTEXT,
        CANDIDATE
    }

    public FieldEffect {
        Objects.requireNonNull(side);
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }

    /** The field with its value here: {@code user age = 25}. */
    public Text text() {
        return Wording.of("field." + Wording.key(side), Map.of("name", Text.same(name), "value", value));
    }

    /**
     * Its strength as a reason for this candidate. The candidate's id is not a reason; another field of it counts with at most its effect for other
     * people. Any further effect is a match with this person or moment, whose own field is the reason. Negative infinity where it is not a reason.
     */
    public double reason() {
        if (identity) {
            return Double.NEGATIVE_INFINITY;
        }
        return side == Side.CANDIDATE ? Math.min(effect, everywhere) : effect;
    }

    /** Whether the mean is over all values of the training data. */
    public boolean exact() {
        return standardError == 0;
    }
}
