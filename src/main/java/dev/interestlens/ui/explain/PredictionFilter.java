package dev.interestlens.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the filter field says: conditions such as {@code err>0.4 cat:phone n>20 p<0.1 label=1 user:42}, and any other word for the title. All must
 * hold.
 */
final class PredictionFilter {
    private static final Pattern NUMBER = Pattern.compile("(p|err|n|label)(<=|>=|<|>|=)(-?[0-9.]+)");
    private static final Pattern WORD = Pattern.compile("(cat|user):(.+)");

    private final String text;

    PredictionFilter(String text) {
        this.text = text.toLowerCase(Locale.ROOT).strip();
    }

    /** Which rows pass. */
    IntPredicate on(Predictions rows) {
        List<IntPredicate> all = new ArrayList<>();
        for (String word : text.isEmpty() ? new String[0] : text.split("\\s+")) {
            all.add(condition(word, rows));
        }
        return row -> {
            for (IntPredicate each : all) {
                if (!each.test(row)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static IntPredicate condition(String word, Predictions rows) {
        Matcher number = NUMBER.matcher(word);
        if (number.matches()) {
            double limit = Double.parseDouble(number.group(3));
            String operator = number.group(2);
            return switch (number.group(1)) {
                case "p" -> row -> holds(rows.score(row), operator, limit);
                case "err" -> row -> holds(rows.error(row), operator, limit);
                case "n" -> row -> holds(rows.length(row), operator, limit);
                default -> row -> holds(rows.label(row), operator, limit);
            };
        }
        Matcher part = WORD.matcher(word);
        if (part.matches()) {
            String wanted = part.group(2);
            return part.group(1).equals("cat")
                    ? row -> rows.category(row).toLowerCase(Locale.ROOT).contains(wanted)
                    : row -> rows.user(row).toLowerCase(Locale.ROOT).equals(wanted);
        }
        return row -> rows.title(row, Locale.ENGLISH).toLowerCase(Locale.ROOT).contains(word)
                || rows.title(row, Locale.CHINESE).contains(word);
    }

    private static boolean holds(double value, String operator, double limit) {
        return switch (operator) {
            case "<" -> value < limit;
            case "<=" -> value <= limit;
            case ">" -> value > limit;
            case ">=" -> value >= limit;
            default -> value == limit;
        };
    }
}
