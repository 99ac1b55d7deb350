package dev.interestlens.ui.explain;

import dev.interestlens.explain.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the filter field says: conditions such as {@code err>0.4 cat:phone n>20 user:42 like:17}, any other word for the title, {@code "two words"} as one, and
 * {@code -} before what must not hold. All must hold. What is not measured yet fulfils no condition.
 */
final class PredictionFilter {
    private static final Pattern TOKEN = Pattern.compile("(-?)((?:cat:|user:)?\"[^\"]*\"|\\S+)");
    private static final Pattern NUMBER =
            Pattern.compile("(p|err|n|label|hist|ent|agree|against)(<=|>=|<|>|=)(-?[0-9]*\\.?[0-9]+)");
    private static final Pattern WORD = Pattern.compile("(cat|user):(.+)");
    private static final Pattern MEANT = Pattern.compile("([a-z]+)[<>=:].*|.*(<=|>=|<|>).*");
    private static final Pattern LIKE = Pattern.compile("like:([0-9]{1,9})");

    private final String text;

    PredictionFilter(String text) {
        this.text = text.toLowerCase(Locale.ROOT).strip();
    }

    /** Whether a condition asks for columns that are measured on demand. */
    boolean wantsMeasures() {
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            Matcher number = NUMBER.matcher(token.group(2));
            if (number.matches() && List.of("hist", "ent", "agree", "against").contains(number.group(1))) {
                return true;
            }
        }
        return false;
    }

    /** The row that others are to be like, if a condition asks for that. */
    OptionalInt like() {
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            Matcher like = LIKE.matcher(token.group(2));
            if (like.matches()) {
                return OptionalInt.of(Integer.parseInt(like.group(1)));
            }
        }
        return OptionalInt.empty();
    }

    /** Words that look like conditions but are none: an unknown key, an operator or a number that is not understood. */
    List<String> mistakes() {
        List<String> mistaken = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String word = token.group(2);
            boolean known = word.startsWith("\"")
                    || NUMBER.matcher(word).matches()
                    || LIKE.matcher(word).matches()
                    || WORD.matcher(word).matches();
            if (!known && MEANT.matcher(word).matches()) {
                mistaken.add(word);
            }
        }
        return mistaken;
    }

    /** Which rows pass. For one thread. */
    IntPredicate on(Predictions rows) {
        List<IntPredicate> all = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            IntPredicate condition = condition(token.group(2), rows);
            all.add(token.group(1).isEmpty() ? condition : condition.negate());
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
                case "label" -> row -> holds(rows.label(row), operator, limit);
                case "hist" -> row -> holds(rows.measures().historyEffect(row), operator, limit);
                case "ent" -> row -> holds(rows.measures().entropy(row), operator, limit);
                case "agree" -> row -> holds(rows.measures().agreement(row), operator, limit);
                default -> row -> holds(rows.measures().against(row), operator, limit);
            };
        }
        Matcher like = LIKE.matcher(word);
        if (like.matches()) {
            Set<Integer> alike = rows.alike(Integer.parseInt(like.group(1)));
            return alike::contains;
        }
        Matcher part = WORD.matcher(word);
        if (part.matches()) {
            String wanted = part.group(2).replace("\"", "");
            if (part.group(1).equals("user")) {
                return row -> rows.user(row).equalsIgnoreCase(wanted);
            }
            Predicate<Text> holds = remembered(wanted);
            return row -> holds.test(rows.category(row));
        }
        Predicate<Text> holds = remembered(word.replace("\"", ""));
        return row -> holds.test(rows.title(row));
    }

    /** Whether either language holds a word; the many rows of one item are looked at once. */
    private static Predicate<Text> remembered(String word) {
        Map<Text, Boolean> known = new HashMap<>();
        return text -> known.computeIfAbsent(
                text,
                each -> each.en().toLowerCase(Locale.ROOT).contains(word)
                        || each.zh().toLowerCase(Locale.ROOT).contains(word));
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
