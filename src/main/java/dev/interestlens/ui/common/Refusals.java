package dev.interestlens.ui.common;

import dev.interestlens.store.ProblemException;
import dev.interestlens.ui.control.ConfigForm;

/** What a configuration record refuses, in words beside the field it names. */
public final class Refusals {
    private final Messages messages;

    public Refusals(Messages messages) {
        this.messages = messages;
    }

    /** @throws RuntimeException the same, where it is no refusal of a value */
    public ConfigForm.Refusal of(RuntimeException thrown) {
        if (thrown instanceof ProblemException refused) {
            var values = refused.problem().values();
            String key = values.getOrDefault("key", "").replaceFirst("^data\\.protocol\\.", "");
            String field = values.getOrDefault("field", key);
            return new ConfigForm.Refusal(field, refused.problem().what(messages.locale()));
        }
        if (thrown instanceof IllegalArgumentException plain && plain.getMessage() != null) {
            String[] parts = plain.getMessage().split(" = ", 2);
            return new ConfigForm.Refusal(
                    parts[0].replaceFirst("^data\\.protocol\\.", ""),
                    messages.text("config.refused", parts[parts.length - 1]));
        }
        throw thrown;
    }
}
