package dev.interestlens.data.source.file;

import dev.interestlens.data.source.Dialect;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.RoleGuess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Guesses separator (delimiter), quote and header from the beginning of a text. */
public final class Sniffer {

    private static final List<String> SEPARATORS = List.of("::", "\t", ",", ";", "|", "\u0001");
    private static final String QUOTE = "\"";
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+([.,]\\d+)?([eE][-+]?\\d+)?");
    private static final int ROWS = 200;

    private Sniffer() {}

    /** @param complete whether the text is the whole file */
    static Dialect dialect(String text, boolean complete, PrepareOptions options) {
        String wanted = options.text().quote();
        String separator = options.text().separator().equals(PrepareOptions.AUTO)
                ? separator(text, complete, wanted)
                : options.text().separator();
        String seen = quote(text, separator, wanted);
        boolean unseen = !complete && seen.isEmpty() && wanted.equals(PrepareOptions.AUTO);
        String quote = unseen ? QUOTE : seen;
        List<List<String>> rows = PreviewParser.of(text, new Dialect(separator, quote, false), complete, ROWS);
        return new Dialect(separator, quote, hasHeader(rows)).withUnseen(unseen);
    }

    private static String separator(String text, boolean complete, String wantedQuote) {
        String best = ",";
        Cut bestCut = new Cut(0, 0);
        for (String candidate : SEPARATORS) {
            Dialect dialect = new Dialect(candidate, quote(text, candidate, wantedQuote), false);
            Cut cut = Cut.of(PreviewParser.of(text, dialect, complete, ROWS));
            if (cut.isBetterThan(bestCut)) {
                best = candidate;
                bestCut = cut;
            }
        }
        return best;
    }

    /**
     * How a separator cuts rows; those of one value are not a table.
     *
     * @param share of the rows with the most common number of values
     * @param values that number
     */
    private record Cut(double share, int values) {
        static Cut of(List<List<String>> rows) {
            Map<Integer, Integer> counts = new HashMap<>();
            rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
            Cut best = new Cut(0, 0);
            for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
                Cut cut = new Cut((double) entry.getValue() / rows.size(), entry.getKey());
                best = cut.values > 1 && cut.isBetterThan(best) ? cut : best;
            }
            return best;
        }

        /** With as many rows alike the one with more values: a comma may stand in numbers between semicolons. */
        boolean isBetterThan(Cut other) {
            return share > other.share || share == other.share && values > other.values;
        }
    }

    private static String quote(String text, String separator, String wanted) {
        if (!wanted.equals(PrepareOptions.AUTO)) {
            return wanted.equals(PrepareOptions.NONE) ? Dialect.NO_QUOTE : wanted;
        }
        boolean opens = text.startsWith(QUOTE)
                || text.contains(separator + QUOTE)
                || text.contains("\n" + QUOTE)
                || text.contains("\r" + QUOTE);
        return opens ? QUOTE : Dialect.NO_QUOTE;
    }

    /** A header has no number and no empty name; either one of its names is known or the rows below it hold numbers or digits. */
    private static boolean hasHeader(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return false;
        }
        List<String> first = rows.get(0);
        if (first.stream().anyMatch(name -> isNumber(name) || name.isBlank())) {
            return RoleGuess.of(first).size() > 1;
        }
        if (!RoleGuess.of(first).isEmpty()) {
            return true;
        }
        return rows.stream().skip(1).anyMatch(row -> row.stream().anyMatch(Sniffer::isNumber)) || isNumbered(rows);
    }

    // Ids such as L-17 and dates are no numbers, but a header has no digits above them.
    private static boolean isNumbered(List<List<String>> rows) {
        List<String> first = rows.get(0);
        return IntStream.range(0, first.size())
                .anyMatch(c -> rows.size() > 2
                        && !hasDigit(first.get(c))
                        && rows.stream().skip(1).allMatch(row -> c < row.size() && hasDigit(row.get(c))));
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    public static boolean isNumber(String value) {
        return NUMBER.matcher(value.strip()).matches();
    }
}
