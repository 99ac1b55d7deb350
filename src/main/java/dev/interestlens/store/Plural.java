package dev.interestlens.store;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that depend on a number: {@code {count:row|rows}} stands for the first where the value of {@code count} is one, else for the second. */
public final class Plural {
    private static final Pattern FORM = Pattern.compile("\\{(\\w+):([^|}]*)\\|([^}]*)}");

    private Plural() {}

    /**
     * The text with its words chosen; all else is as it was.
     *
     * @param values the value of a name as text; null where there is none
     */
    public static String fill(String text, UnaryOperator<String> values) {
        return FORM.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "1".equals(values.apply(found.group(1))) ? found.group(2) : found.group(3)));
    }

    /** The same where the names are the places of the values, from 0. */
    public static String fill(String text, Object... values) {
        return fill(text, name -> {
            int at = Integer.parseInt(name);
            return at < values.length ? String.valueOf(values[at]) : null;
        });
    }
}
