package dev.interestlens.data.source.file;

import dev.interestlens.data.source.Dialect;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.RoleGuess;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines before the first row of a table: comments that begin with #, and the line with which Excel names the separator. A last comment that names
 * columns is the header.
 *
 * @param lines number of them
 * @param separator that is named; empty where none is
 * @param rest the text behind them
 */
record Preamble(int lines, String separator, String rest) {
    private static final Pattern NAMES_SEPARATOR = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE = Pattern.compile("([^\r\n]*)(\r\n|\r|\n)");
    private static final String COMMENT = "#";

    /** Looks at the beginning of a text. */
    static Preamble of(String text) {
        Matcher line = LINE.matcher(text);
        int lines = 0;
        int last = 0;
        String separator = "";
        int end = 0;
        while (line.lookingAt()) {
            Matcher names = NAMES_SEPARATOR.matcher(line.group(1).strip());
            if (lines == 0 && names.matches()) {
                separator = names.group(1);
            } else if (!line.group(1).startsWith(COMMENT)) {
                break;
            }
            lines++;
            last = end;
            end = line.end();
            line.region(end, text.length());
        }
        boolean named = lines > 0 && text.startsWith(COMMENT, last) && isHeader(text.substring(last), separator);
        return named
                ? new Preamble(lines - 1, separator, text.substring(last))
                : new Preamble(lines, separator, text.substring(end));
    }

    // The names of a commented header are the only ones.
    private static boolean isHeader(String text, String separator) {
        PrepareOptions usual = PrepareOptions.defaults();
        PrepareOptions options = separator.isEmpty() ? usual : usual.with("separator", separator);
        Dialect dialect = Sniffer.dialect(text, false, options);
        List<List<String>> rows = PreviewParser.of(text, dialect, true, 2);
        return rows.size() > 1
                && rows.get(0).size() == rows.get(1).size()
                && RoleGuess.of(rows.get(0).stream()
                                        .map(cell -> name(cell, true))
                                        .toList())
                                .size()
                        > 1
                && RoleGuess.of(rows.get(1)).size() < 2;
    }

    /** The name of a column; the first one may stand behind the sign of a comment. */
    static String name(String cell, boolean first) {
        String name = cell.strip();
        return first && name.toLowerCase(Locale.ROOT).matches("#+\\s*\\S.*") ? name.replaceFirst("^#+\\s*", "") : name;
    }

    /** How the rest is divided. */
    Dialect dialect(TextSample sample, PrepareOptions options) {
        boolean named = !separator.isEmpty() && options.text().separator().equals(PrepareOptions.AUTO);
        PrepareOptions known = named ? options.with("separator", separator) : options;
        return Sniffer.dialect(rest, sample.complete(), known).behind(lines);
    }
}
