package dev.interestlens.model.config;

import dev.interestlens.store.Problem;
import java.util.List;

/** Refuses a configuration value, naming its field, so that a form can show the message beside it. */
public final class ConfigCheck {
    private static final int MAX_LAYERS = 8;

    private ConfigCheck() {}

    /** Throws where the value is out of range. */
    public static void range(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw Problem.usage(ConfigCheck.class, "range")
                    .with("field", field)
                    .with("least", number(least))
                    .with("most", number(most))
                    .ofValue(number(value));
        }
    }

    /** A share in [0, 1). */
    public static void rate(String field, double value) {
        if (!(value >= 0 && value < 1)) {
            throw Problem.usage(ConfigCheck.class, "rate").with("field", field).ofValue(number(value));
        }
    }

    /** Layer widths between 1 and 8192, at most 8 layers. */
    public static void widths(String field, List<Integer> widths) {
        that(
                widths.size() <= MAX_LAYERS,
                ConfigCheck.class,
                "layers",
                field,
                "value",
                widths.size(),
                "most",
                MAX_LAYERS);
        widths.forEach(width -> range(field, width, 1, 8192));
    }

    /** Heads must divide the width of the layers. */
    public static void heads(String field, int heads, int width) {
        that(
                width % heads == 0,
                ConfigCheck.class,
                "headsDivide",
                field,
                "heads",
                heads,
                "width",
                width,
                "upper",
                width - width % heads + heads);
    }

    /** Throws with a text of the caller's package where a condition does not hold. */
    public static void that(boolean holds, Class<?> owner, String key, String field, Object... nameValues) {
        if (!holds) {
            Problem.Builder problem = Problem.usage(owner, key).with("field", field);
            for (int i = 0; i < nameValues.length; i += 2) {
                problem.with((String) nameValues[i], nameValues[i + 1]);
            }
            throw problem.exception();
        }
    }

    /** A number as messages write it: 5, 0.25, 1e-9. */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value).replace(".0E", "E").replace('E', 'e');
    }
}
