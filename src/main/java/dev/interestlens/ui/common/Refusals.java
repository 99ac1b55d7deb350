package dev.interestlens.ui.common;

import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.ui.control.form.ConfigForm;
import java.util.HashMap;
import java.util.Map;

/** The text, beside a field, of an exception by which a configuration record refuses its value; the text names the field by its label. */
public record Refusals(Messages messages) {
    private static final String PROTOCOL = "^data\\.protocol\\.";

    /** @throws RuntimeException the given one, where it is not a refused value */
    public ConfigForm.Refusal of(RuntimeException thrown) {
        if (thrown instanceof ProblemException refused) {
            Problem problem = refused.problem();
            String key = problem.values().getOrDefault("key", "").replaceFirst(PROTOCOL, "");
            String field = problem.values().getOrDefault("field", key);
            return new ConfigForm.Refusal(field, label -> named(problem, label).what(messages.locale()));
        }
        if (thrown instanceof IllegalArgumentException plain && plain.getMessage() != null) {
            String[] parts = plain.getMessage().split(" = ", 2);
            return new ConfigForm.Refusal(
                    parts[0].replaceFirst(PROTOCOL, ""),
                    label -> messages.text("config.refused", label, parts[parts.length - 1]));
        }
        throw thrown;
    }

    private static Problem named(Problem problem, String label) {
        Map<String, String> values = new HashMap<>(problem.values());
        if (!label.isEmpty()) {
            values.replace("field", label);
            values.replace("key", label);
        }
        return new Problem(problem.owner(), problem.kind(), problem.key(), values);
    }
}
