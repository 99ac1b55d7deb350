package dev.interestlens.cli.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.interestlens.workspace.measurement.Measurement;
import dev.interestlens.workspace.measurement.Measurement.Subject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The shape of the document of a measurement, as its record says, where nobody wrote a longer one. */
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
        return Arrays.stream(record.getRecordComponents())
                .map(RecordShape::field)
                .collect(Collectors.joining());
    }

    private static String field(RecordComponent component) {
        boolean leftOut = component.getAccessor().isAnnotationPresent(JsonInclude.class);
        return "  " + component.getName() + (leftOut ? "?: " : ": ") + type(component.getGenericType()) + "\n";
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
