package dev.interestlens.ui.explain;

import dev.interestlens.explain.words.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the filter field says: conditions such as {@code score>0.9 rank<=3 cat:phone n>20 user=42 like:17}, any other word for the user's key or the title,
 * {@code "two words"} as one, and {@code -} before what must not hold. {@code :} means the same as {@code =}. All must hold. What is not measured yet fulfils
 * no condition.
 */
final class PredictionFilter {
    private static final Pattern TOKEN = Pattern.compile("(-?)((?:[a-z]+[:=])?\"[^\"]*\"|\\S+)");
    private static final Pattern NUMBER = Pattern.compile("([a-z]+)(<=|>=|<|>|=|:)(-?[0-9]*\\.?[0-9]+)");
    private static final Pattern WORD = Pattern.compile("(cat|category|user|item|title)[:=]([^:=].*)");
    private static final Pattern MEANT = Pattern.compile("([a-z]+)[<>=:].*|.*(<=|>=|<|>).*");
    private static final Pattern LIKE = Pattern.compile("like[:=]([0-9]{1,9})");
    private static final int DECIMALS = 3;

    private final List<Token> tokens = new ArrayList<>();

    private record Token(boolean negated, String word) {
        Optional<NumberField> number() {
            Matcher number = NUMBER.matcher(word);
            return number.matches() ? NumberField.of(number.group(1)) : Optional.empty();
        }

        OptionalInt like() {
            Matcher like = LIKE.matcher(word);
            return like.matches() ? OptionalInt.of(Integer.parseInt(like.group(1))) : OptionalInt.empty();
        }

        boolean mistaken() {
            boolean known = word.startsWith("\"")
                    || number().isPresent()
                    || like().isPresent()
                    || WORD.matcher(word).matches();
            return !known && MEANT.matcher(word).matches();
        }
    }

    PredictionFilter(String text) {
        Matcher token = TOKEN.matcher(plain(text.toLowerCase(Locale.ROOT).strip()));
        while (token.find()) {
            tokens.add(new Token(!token.group(1).isEmpty(), token.group(2)));
        }
    }

    /** Signs as a Chinese keyboard types them mean the same. */
    private static String plain(String text) {
        return text.replace('：', ':')
                .replace('＝', '=')
                .replace('＞', '>')
                .replace('＜', '<')
                .replaceAll("[“”]", "\"");
    }

    /** Whether a condition asks for columns that are measured on demand. */
    boolean wantsMeasures() {
        return tokens.stream().flatMap(each -> each.number().stream()).anyMatch(NumberField::measured);
    }

    /** The row that others are to be like, if a condition asks for that. */
    OptionalInt like() {
        return tokens.stream()
                .map(Token::like)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    /** Words that look like conditions but are none: an unknown key, an operator or a number that is not understood. */
    List<String> mistakes() {
        return tokens.stream().filter(Token::mistaken).map(Token::word).toList();
    }

    /** Which rows pass. For one thread. */
    IntPredicate on(Predictions rows) {
        List<IntPredicate> all = new ArrayList<>();
        for (Token token : tokens) {
            IntPredicate condition = condition(token, rows);
            all.add(token.negated() ? condition.negate() : condition);
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

    private static IntPredicate condition(Token token, Predictions rows) {
        if (token.number().isPresent()) {
            return number(token, rows);
        }
        if (token.like().isPresent()) {
            Set<Integer> alike = rows.alike(token.like().getAsInt());
            return alike::contains;
        }
        Matcher part = WORD.matcher(token.word());
        if (part.matches()) {
            String wanted = part.group(2).replace("\"", "");
            return switch (part.group(1)) {
                case "user" -> row -> rows.user(row).equalsIgnoreCase(wanted);
                case "item", "title" -> title(wanted, rows);
                default -> {
                    Predicate<Text> holds = remembered(wanted);
                    yield row -> holds.test(rows.category(row));
                }
            };
        }
        String wanted = token.word().replace("\"", "");
        IntPredicate title = title(wanted, rows);
        return row -> rows.user(row).equalsIgnoreCase(wanted) || title.test(row);
    }

    private static IntPredicate title(String wanted, Predictions rows) {
        Predicate<Text> holds = remembered(wanted);
        return row -> holds.test(rows.title(row));
    }

    private static IntPredicate number(Token token, Predictions rows) {
        Matcher number = NUMBER.matcher(token.word());
        if (!number.matches()) {
            throw new IllegalArgumentException(token.word());
        }
        IntToDoubleFunction value = token.number().orElseThrow().of(rows);
        String digits = number.group(3);
        double limit = Double.parseDouble(digits);
        int decimals = digits.contains(".") ? digits.length() - digits.indexOf('.') - 1 : 0;
        double tolerance =
                Math.pow(10, -Math.max(DECIMALS, decimals)) / 2; // equal as far as a person reads and types it
        return switch (number.group(2)) {
            case "<" -> row -> value.applyAsDouble(row) < limit;
            case "<=" -> row -> value.applyAsDouble(row) <= limit;
            case ">" -> row -> value.applyAsDouble(row) > limit;
            case ">=" -> row -> value.applyAsDouble(row) >= limit;
            default -> row -> Math.abs(value.applyAsDouble(row) - limit) <= tolerance;
        };
    }

    /** Whether either language holds a word; the many rows of one item are looked at once. */
    private static Predicate<Text> remembered(String word) {
        Map<Text, Boolean> known = new HashMap<>();
        return text -> known.computeIfAbsent(
                text,
                each -> each.en().toLowerCase(Locale.ROOT).contains(word)
                        || each.zh().toLowerCase(Locale.ROOT).contains(word));
    }
}
