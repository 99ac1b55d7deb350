package dev.interestlens.ui.data;

import dev.interestlens.data.source.TimeQuestion;
import dev.interestlens.store.Problem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a source cannot be read as it was said.
 *
 * @param field the setting that is to blame; empty where it is the file itself
 * @param problem the whole of it
 */
record RefusedSource(String field, Problem problem) {
    /** What can be done about it at once. */
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

    /** Whether a field is marked; what it says must be mended before anything is read. */
    boolean isOfAField() {
        return !field.isEmpty();
    }

    /** Where it stands and what to do about it, one line each; what can be chosen below needs no advice for the command line. */
    String more(Locale language) {
        String value = problem.values().get("value");
        String where = problem.place() + (value == null ? "" : "  " + value);
        return Stream.of(where.strip(), formats().isEmpty() ? problem.fix(language) : "")
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** The formats of times that are left to choose from. */
    List<String> formats() {
        return problem.values().getOrDefault(TimeQuestion.FORMATS, "").lines().toList();
    }

    /** How many rows are to blame, as far as that is known. */
    long rows() {
        return Long.parseLong(problem.values().getOrDefault("rejected", "0"));
    }

    List<Way> ways() {
        boolean some = !problem.values().getOrDefault("good", "0").equals("0");
        return switch (problem.key()) {
            case "unclosedQuote" -> List.of(Way.NO_QUOTES);
            case "tooManyRejected", "noTime", "noLabel" -> some ? List.of(Way.SKIP_ROWS) : List.of();
            default -> List.of();
        };
    }
}
