package dev.interestlens.cli.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interestlens.measurement.Measurement;
import dev.interestlens.measurement.Measurement.Subject;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shape of the document of a measurement, as its record says, where nobody wrote a longer one. {@code @JsonPropertyDescription} describes a field, and a
 * number that is {@code @JsonProperty(required = true)} is always defined.
 */
final class RecordShape {
    private static final String MARK = "  planted?: string  // Law of the causes that were planted in the data set\n";

    private RecordShape() {}

    static String of(Measurement<?, ?> measurement) {
        boolean several = measurement.subject() == Subject.RUNS;
        String fields = (several ? "  run: string\n" : "") + fields(measurement.result()) + MARK;
        return "// " + measurement.words("name").en() + "\n{\n" + (several ? "runs: {\n" + fields + "}[]\n" : fields)
                + "}\n";
    }

    private static String fields(Class<?> record) {
        return Stream.concat(
                        Arrays.stream(record.getRecordComponents()).map(RecordComponent::getAccessor),
                        Arrays.stream(record.getDeclaredMethods())
                                .filter(each -> derived(record, each))
                                .sorted(Comparator.comparing(Method::getName)))
                .map(RecordShape::field)
                .collect(Collectors.joining());
    }

    /** Whether a method is a field of the document that is no component. */
    private static boolean derived(Class<?> record, Method method) {
        return method.isAnnotationPresent(JsonProperty.class)
                && Arrays.stream(record.getRecordComponents())
                        .noneMatch(each -> each.getAccessor().equals(method));
    }

    private static String field(Method accessor) {
        if (accessor.isAnnotationPresent(JsonUnwrapped.class)) {
            return fields(accessor.getReturnType());
        }
        boolean leftOut = accessor.isAnnotationPresent(JsonInclude.class);
        JsonPropertyDescription words = accessor.getAnnotation(JsonPropertyDescription.class);
        JsonProperty property = accessor.getAnnotation(JsonProperty.class);
        String type = type(accessor.getGenericReturnType());
        return "  " + accessor.getName() + (leftOut ? "?: " : ": ")
                + (property != null && property.required() ? type.replace(" | null", "") : type)
                + (words == null ? "" : "  // " + words.value())
                + "\n";
    }

    private static String type(Type type) {
        if (type instanceof ParameterizedType of) {
            Type[] parts = of.getActualTypeArguments();
            return of.getRawType() == Map.class
                    ? "{*: " + type(parts[1]) + "}"
                    : "(" + type(parts[0]) + ")[]"; // a list
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return "{\n" + fields(plain) + "}";
        } else if (List.of(int.class, long.class).contains(plain)) {
            return "integer";
        } else if (List.of(Integer.class, Long.class).contains(plain)) {
            return "integer | null";
        } else if (List.of(double.class, float.class, Double.class).contains(plain)) {
            return "number | null";
        }
        return plain == boolean.class ? "boolean" : "string";
    }
}
