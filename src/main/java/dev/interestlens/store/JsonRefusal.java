package dev.interestlens.store;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The reason why JSON was refused, for people: file, line, field and what is wrong with it. The parser's own messages name classes of the program.
 */
final class JsonRefusal {
    /** Where the unclosed object begins, in the parser's message. */
    private static final Pattern START = Pattern.compile(" \\(start marker at \\[.*");

    private static final Pattern CLASS = Pattern.compile("`(?:[\\w.$]*[.$])?(\\w+)[^`]*`");

    private JsonRefusal() {}

    /** What can be wrong with a field. */
    private enum Wrong {
        UNKNOWN,
        MISSING,
        TYPE,
        VALUE,
        BEHIND
    }

    static ProblemException nothing(Path file) {
        return text(file, "null", null).exception();
    }

    static ProblemException encoding(IOException e, Path file) {
        return text(file, e.getMessage(), e).exception();
    }

    static ProblemException of(JsonProcessingException e, Path file) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof ProblemException inside) {
                return file == null ? inside : inside.problem().badInput(file, inside);
            }
        }
        Wrong wrong = wrong(e);
        Problem.Builder problem;
        if (wrong == null) {
            problem = text(file, plain(e), e);
        } else {
            problem = Problem.badInput(Json.class, file == null ? "jsonField" : "jsonFileField")
                    .with("field", field(((JsonMappingException) e).getPath()))
                    .with("wrong", wrong)
                    .cause(e);
            if (file != null) {
                problem.file(file);
            }
            if (e instanceof InvalidFormatException format && format.getValue() != null) {
                problem.value(String.valueOf(format.getValue()));
            }
        }
        JsonLocation at = e.getLocation();
        if (at != null && at.getLineNr() > 0) {
            problem.line(at.getLineNr()).column(at.getColumnNr());
        }
        return problem.exception();
    }

    /** The parser's message without names of classes. */
    static String plain(JsonProcessingException e) {
        String words = START.matcher(e.getOriginalMessage()).replaceAll("");
        return CLASS.matcher(words).replaceAll("$1");
    }

    private static Problem.Builder text(Path file, String reason, Throwable cause) {
        Problem.Builder problem = Problem.badInput(Json.class, file == null ? "json" : "jsonFile")
                .with("reason", reason)
                .cause(cause);
        return file == null ? problem : problem.file(file);
    }

    /** Null where it is not JSON at all. */
    private static Wrong wrong(JsonProcessingException e) {
        String words = e.getOriginalMessage();
        if (e instanceof UnrecognizedPropertyException) {
            return Wrong.UNKNOWN;
        }
        if (e instanceof ValueInstantiationException) {
            return e.getCause() instanceof NullPointerException ? Wrong.MISSING : Wrong.VALUE;
        }
        if (e instanceof MismatchedInputException) {
            if (words.startsWith("No content")) {
                return null;
            }
            if (words.startsWith("Trailing token")) {
                return Wrong.BEHIND;
            }
            return words.startsWith("Cannot map `null`") || words.startsWith("Missing") ? Wrong.MISSING : Wrong.TYPE;
        }
        return e instanceof JsonMappingException && words.contains("`") ? Wrong.VALUE : null;
    }

    /** The path of the field, such as {@code columns[3].bytes}; a dot for the whole document. */
    private static String field(List<JsonMappingException.Reference> path) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.isEmpty() ? "." : field.toString();
    }
}
