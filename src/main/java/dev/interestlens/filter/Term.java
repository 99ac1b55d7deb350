package dev.interestlens.filter;

import java.util.List;

/**
 * One condition of a filter, or one word.
 *
 * @param from where it begins in what was typed
 * @param to behind its end
 * @param negated whether it must not hold
 * @param field as it was typed; empty for a word
 * @param operator null for a word
 * @param values any of which may fit
 */
public record Term(int from, int to, boolean negated, String field, Operator operator, List<String> values) {
    public Term {
        values = List.copyOf(values);
    }

    public boolean isWord() {
        return operator == null;
    }

    /** Its only value, or the first. */
    public String value() {
        return values.get(0);
    }
}
