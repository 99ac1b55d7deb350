package dev.interestlens.question;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.store.Problem;
import java.util.List;

/**
 * A setting of an experiment that a person may change.
 *
 * @param name as {@code --set} takes it
 * @param values allowed values
 * @param usual the default
 */
public record Control(String name, List<String> values, String usual) {
    private static final TextBundle WORDS = new TextBundle(Control.class);

    public Control {
        values = List.copyOf(values);
        if (!values.contains(usual)) {
            throw new IllegalArgumentException(usual + " is none of " + values);
        }
    }

    /** Its name for people. */
    public Text title() {
        return WORDS.of("control." + name);
    }

    /** A value for people. */
    public Text words(String value) {
        return WORDS.orElse("control." + name + "." + value, value);
    }

    /** @throws dev.interestlens.store.ProblemException of kind USAGE where the value is not allowed */
    void require(String value) {
        if (!values.contains(value)) {
            throw Problem.usage(Control.class, "noValue")
                    .with("name", name)
                    .with("values", String.join(", ", values))
                    .ofValue(value);
        }
    }
}
