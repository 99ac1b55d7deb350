package dev.interestlens.store;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why JSON was refused, for people: file, line, field, what is there and what may be there. The parser's own messages are not shown: they are English,
 * and name classes of the program and settings of the parser.
 *
 * @param mapper that refused it
 * @param tree the whole of it; missing where it could not be read as a tree
 * @param path the setting that the tree is the value of, such as {@code training}; empty for a document
 * @param file null for none
 */
record JsonRefusal(JsonMapper mapper, JsonNode tree, String path, Path file) {
    private static final int SHOWN_BYTES = 160;
    private static final Set<Class<?>> INTEGERS = Set.of(int.class, Integer.class, long.class, Long.class);

    /** What can be wrong with a field. */
    private enum Wrong {
        UNKNOWN,
        MISSING,
        TYPE,
        CHOICE,
        RANGE,
        VALUE,
        BEHIND
    }

    /** What can be wrong with a text that is no JSON. */
    private enum Broken {
        EMPTY,
        ENDS,
        TWICE,
        DEEP,
        ENCODING,
        SYNTAX
    }

    /** What a field may be. */
    private enum Kind {
        INTEGER,
        NUMBER,
        TRUTH,
        TEXT,
        CHOICE,
        LIST,
        OBJECT;

        static Kind of(JavaType type) {
            Class<?> raw = type.getRawClass();
            if (INTEGERS.contains(raw)) {
                return INTEGER;
            }
            if (raw == boolean.class || raw == Boolean.class) {
                return TRUTH;
            }
            if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
                return NUMBER;
            }
            if (raw == String.class || raw == Path.class) {
                return TEXT;
            }
            if (raw.isEnum()) {
                return CHOICE;
            }
            return raw.isArray() || Collection.class.isAssignableFrom(raw) ? LIST : OBJECT;
        }
    }

    /** Refuses bytes that a mapper did not take. */
    static ProblemException of(JsonMapper mapper, IOException e, byte[] json, Path file) {
        if (!(e instanceof JsonMappingException refused)) {
            return text(e, json, file);
        }
        JsonNode tree;
        try {
            tree = mapper.readTree(json);
        } catch (JsonProcessingException broken) {
            return refused.getPath().isEmpty() && refused.getOriginalMessage().startsWith("Trailing token")
                    ? new JsonRefusal(mapper, MissingNode.getInstance(), "", file)
                            .field(List.of(), Wrong.BEHIND)
                            .exception()
                    : text(broken, json, file);
        } catch (IOException encoding) {
            return text(encoding, json, file);
        }
        return tree.isMissingNode() ? text(e, json, file) : new JsonRefusal(mapper, tree, "", file).of(refused);
    }

    /** Refuses a document that is not an object. */
    static ProblemException notObject(JsonNode found, Path file) {
        return new JsonRefusal(null, found, "", file)
                .field(List.of(), Wrong.TYPE)
                .exception("may", Kind.OBJECT);
    }

    /** Refuses a tree that a mapper did not take. */
    ProblemException of(JsonMappingException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof ProblemException inside) {
                return file == null ? inside : inside.problem().badInput(file, inside);
            }
        }
        return at(problem(e), e.getLocation()).exception(e);
    }

    /** Refuses a tree that is null where a value of the type is expected. */
    ProblemException nothing(Class<?> type) {
        return expected(List.of(), type).exception();
    }

    private Problem.Builder problem(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return field(e.getPath(), Wrong.UNKNOWN)
                    .with(
                            "known",
                            unknown.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        if (e instanceof ValueInstantiationException made && e.getCause() instanceof NullPointerException) {
            return missing(made);
        }
        Class<?> type = e instanceof MismatchedInputException mismatch
                ? mismatch.getTargetType()
                : e.getCause() instanceof InputCoercionException number ? number.getTargetType() : null;
        return type == null ? field(e.getPath(), Wrong.VALUE) : expected(e.getPath(), type);
    }

    /** A constructor of a record that found a component null. */
    private Problem.Builder missing(ValueInstantiationException e) {
        JsonNode inside = node(e.getPath());
        return components(e.getType().getRawClass())
                .filter(each -> !inside.hasNonNull(each.getName()))
                .min(Comparator.comparing(
                        each -> !each.getName().equals(e.getCause().getMessage())))
                .map(each -> {
                    List<Reference> steps = new ArrayList<>(e.getPath());
                    steps.add(new Reference(null, each.getName()));
                    return expected(steps, each.getType());
                })
                .orElseGet(() -> field(e.getPath(), Wrong.MISSING));
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .flatMap(each -> Components.flattened(each) ? components(each.getType()) : Stream.of(each))
                : Stream.empty();
    }

    private Problem.Builder expected(List<Reference> steps, Class<?> type) {
        Kind kind = Kind.of(mapper.constructType(type));
        JsonNode found = node(steps);
        Wrong wrong = found.isMissingNode() || found.isNull()
                ? Wrong.MISSING
                : kind == Kind.CHOICE && found.isTextual()
                        ? Wrong.CHOICE
                        : kind == Kind.INTEGER && found.isIntegralNumber() ? Wrong.RANGE : Wrong.TYPE;
        Problem.Builder problem = field(steps, wrong).with("may", kind);
        return kind != Kind.CHOICE
                ? problem
                : problem.with(
                        "known",
                        Arrays.stream(type.getEnumConstants())
                                .map(each -> mapper.valueToTree(each).asText())
                                .collect(Collectors.joining(", ")));
    }

    private Problem.Builder field(List<Reference> steps, Wrong wrong) {
        String field = name(steps);
        JsonNode found = node(steps);
        Problem.Builder problem = !path.isEmpty()
                ? Problem.usage(Json.class, "jsonSetting")
                : field.isEmpty()
                        ? Problem.badInput(Json.class, file == null ? "jsonWhole" : "jsonFileWhole")
                        : Problem.badInput(Json.class, file == null ? "jsonField" : "jsonFileField");
        problem.with("field", field)
                .with("wrong", wrong)
                .with("found", found.isFloatingPointNumber() ? "FRACTION" : found.getNodeType());
        if (found.isValueNode() && !found.isNull()) {
            problem.value(found.asText());
        }
        return file == null ? problem : problem.file(file);
    }

    private JsonNode node(List<Reference> steps) {
        JsonNode at = tree;
        for (Reference step : steps) {
            at = step.getFieldName() == null ? at.path(step.getIndex()) : at.path(step.getFieldName());
        }
        return at;
    }

    /** The name of a field, such as {@code columns[3].bytes}; empty for the whole document. */
    private String name(List<Reference> steps) {
        StringBuilder name = new StringBuilder(path);
        for (Reference step : steps) {
            if (step.getFieldName() == null) {
                name.append('[').append(step.getIndex()).append(']');
            } else {
                name.append(name.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return name.toString();
    }

    private static ProblemException text(IOException e, byte[] json, Path file) {
        Broken broken = broken(e, json);
        Problem.Builder problem = Problem.badInput(Json.class, file == null ? "json" : "jsonFile")
                .with("broken", broken)
                .cause(e);
        if (file != null) {
            problem.file(file);
        }
        JsonLocation at = e instanceof JsonProcessingException found ? found.getLocation() : null;
        if (broken == Broken.SYNTAX && at != null && at.getByteOffset() >= 0) {
            int from = (int) Math.max(0, Math.min(json.length, at.getByteOffset()));
            String rest = new String(json, from, Math.min(SHOWN_BYTES, json.length - from), StandardCharsets.UTF_8);
            problem.value(rest.lines().findFirst().orElse("").strip());
        }
        return at(problem, at).exception();
    }

    private static Broken broken(IOException e, byte[] json) {
        String words = String.valueOf(e.getMessage());
        if (new String(json, StandardCharsets.ISO_8859_1).isBlank()) {
            return Broken.EMPTY;
        }
        if (e instanceof JsonEOFException || words.contains("end-of-input")) {
            return Broken.ENDS;
        }
        if (e instanceof StreamConstraintsException) {
            return Broken.DEEP;
        }
        if (words.startsWith("Duplicate")) {
            return Broken.TWICE;
        }
        return e instanceof JsonProcessingException && !words.contains("UTF-") ? Broken.SYNTAX : Broken.ENCODING;
    }

    private static Problem.Builder at(Problem.Builder problem, JsonLocation at) {
        return at == null || at.getLineNr() <= 0
                ? problem
                : problem.line(at.getLineNr()).column(at.getColumnNr());
    }
}
