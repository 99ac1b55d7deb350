package dev.interestlens.ui.model;

import dev.interestlens.ui.common.Messages;
import java.util.List;

/**
 * Words of the window that are put together from others.
 *
 * @param key of the words
 * @param values of their placeholders: phrases, or signs that are the same in every language
 */
record Phrase(String key, List<Object> values) {
    Phrase {
        values = List.copyOf(values);
    }

    static Phrase of(String key, Object... values) {
        return new Phrase(key, List.of(values));
    }

    String in(Messages messages) {
        return messages.text(
                key,
                values.stream()
                        .map(value -> value instanceof Phrase phrase ? phrase.in(messages) : value)
                        .toArray());
    }
}
