package dev.interestlens.ui.data;

import dev.interestlens.data.source.time.TimeQuestion;
import dev.interestlens.store.Problem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a source cannot be read with the chosen options.
 *
 * @param field the setting that is the cause; empty where it is the file itself
 * @param problem the full problem
 */
record RefusedSource(String field, Problem problem) {
    /** A possible fix. */
    enum Way {
        NO_QUOTES,
        SKIP_ROWS
    }

    static RefusedSource of(Problem problem) {
        String field =
                switch (problem.key()) {
                    case "settingValue" -> problem.values().getOrDefault("name", "");
                    case "timeFormat", "timeNone" -> "time";
                    case "oddLabel" -> "minimumLabel";
                    case "encoding", "charset" -> "encoding";
                    default -> "";
                };
        return new RefusedSource(field, problem);
    }

    /** Whether a field is marked, which must be corrected before the import. */
    boolean isOfAField() {
        return !field.isEmpty();
    }

    /** The place and the fix, one line each; without the fix where one can be chosen. */
    String more(Locale language) {
        String value = problem.values().get("value");
        String where = problem.place() + (value == null ? "" : "  " + value);
        return Stream.of(where.strip(), formats().isEmpty() ? problem.fix(language, Problem.Surface.WINDOW) : "")
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** The possible answers to a question about times. */
    List<String> formats() {
        return problem.values().getOrDefault(TimeQuestion.FORMATS, "").lines().toList();
    }

    /** The setting that takes one of them. */
    String setting() {
        return problem.values().getOrDefault(TimeQuestion.SETTING, "time");
    }

    /** Number of affected rows, where known. */
    long rows() {
        return Long.parseLong(problem.values().getOrDefault("rejected", "0"));
    }

    List<Way> ways() {
        boolean some = !problem.values().getOrDefault("good", "0").equals("0");
        return switch (problem.key()) {
            case "unclosedQuote" -> List.of(Way.NO_QUOTES);
            case "tooManyRejected", "noTime", "noTimeFormats", "outsideYears", "noLabel" ->
                some ? List.of(Way.SKIP_ROWS) : List.of();
            default -> List.of();
        };
    }
}
