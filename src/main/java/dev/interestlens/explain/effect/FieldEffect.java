package dev.interestlens.explain.effect;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import java.util.Map;
import java.util.Objects;

/**
 * What a field beside the history does to a score: z(x) less the mean of z over the values that the field has in the training data, all else as it is.
 *
 * @param side whose field it is
 * @param name of the field in the data set
 * @param value its value here
 * @param effect in logits
 * @param standardError of the effect where the mean is over drawn values; 0 where it is over all of them
 * @param everywhere of a candidate's field but its id, what it does before other people, on average; NaN for the others
 * @param unknown z(x) less z with the field unknown: a second reading; NaN for numbers
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
     * As how much of a reason it counts. A reason is one for this candidate: its own id is none, and another field of it is one with no more than what it does
     * before other people, too. Beyond that it matches this person or moment, and the reason is what it matches. Negative infinity for no reason.
     */
    public double reason() {
        if (identity) {
            return Double.NEGATIVE_INFINITY;
        }
        return side == Side.CANDIDATE ? Math.min(effect, everywhere) : effect;
    }

    /** Whether the mean is over every value that the training data have. */
    public boolean exact() {
        return standardError == 0;
    }
}
