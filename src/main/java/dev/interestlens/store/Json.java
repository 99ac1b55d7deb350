package dev.interestlens.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * JSON, read strictly and written the same way everywhere.
 *
 * <p>Refused: text behind the end, a key twice, unknown keys, a missing or null primitive, numbers in quotes, 1.5 for an integer. Written with two
 * spaces, LF, a newline at the end, maps sorted by key: equal values give equal bytes.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addModule(new FlatParts())
            .defaultPrettyPrinter(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private static final JsonMapper NAMES =
            MAPPER.rebuild().addModule(new EnumNames()).build();

    private Json() {}

    /** A mapper with these rules, to be configured further; a new one each time. */
    public static JsonMapper.Builder strict() {
        return MAPPER.rebuild();
    }

    /** Reads one value of the type; {@link ProblemException} names file, line and column. */
    public static <T> T read(Path file, Class<T> type) {
        return read(MAPPER, bytes(file), type, file);
    }

    /** Reads a tree. */
    public static JsonNode tree(Path file) {
        return read(file, JsonNode.class);
    }

    /** Reads a tree from the bytes of a file. */
    public static JsonNode tree(byte[] json, Path file) {
        return read(json, JsonNode.class, file);
    }

    /** Reads one value of the type. */
    public static <T> T read(byte[] json, Class<T> type) {
        return read(MAPPER, json, type, null);
    }

    /** Reads one value of the type from the bytes of a file, which a problem names. */
    public static <T> T read(byte[] json, Class<T> type, Path file) {
        return read(MAPPER, json, type, file);
    }

    /** Reads one value of the type. */
    public static <T> T read(String json, Class<T> type) {
        return read(MAPPER, json.getBytes(StandardCharsets.UTF_8), type, null);
    }

    /** The value in one line, without a newline. */
    public static String line(Object value) {
        return FileAccess.get(() -> MAPPER.writeValueAsString(value));
    }

    /** The value for people to read, ending in a newline. */
    public static String pretty(Object value) {
        return FileAccess.get(() -> MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n");
    }

    /** The value as a tree in which each number that is not finite is null, since JSON has no such numbers; constants have the names of {@link EnumNames}. */
    public static JsonNode finite(Object value) {
        return withoutNaN(NAMES.valueToTree(value));
    }

    /** The same of a tree, in place. */
    public static ObjectNode finite(ObjectNode tree) {
        withoutNaN(tree);
        return tree;
    }

    private static JsonNode withoutNaN(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(each -> each.setValue(withoutNaN(each.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withoutNaN(array.get(i)));
            }
        } else if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            return NullNode.instance;
        }
        return node;
    }

    /** Replaces the file atomically by {@link #pretty} JSON. */
    public static void write(Disk disk, Path file, Object value) {
        byte[] json = pretty(value).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(disk, file, out -> out.write(json));
    }

    /**
     * Reads one value of the type from the value of a setting.
     *
     * @param setting its dotted name, which a problem of kind USAGE names
     */
    public static <T> T convert(JsonMapper mapper, JsonNode tree, Class<T> type, String setting) {
        JsonRefusal refusal = new JsonRefusal(mapper, tree, setting, null);
        try {
            T value = mapper.treeToValue(tree, type);
            if (value == null) {
                throw refusal.nothing(type);
            }
            return value;
        } catch (JsonMappingException e) {
            throw refusal.of(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads an object from a file; anything else is refused.
     *
     * @param as makes a value of it; a problem in it is one of the file
     */
    public static <T> T object(Path file, Function<ObjectNode, T> as) {
        return object(bytes(file), file, as);
    }

    /** The same from the bytes of a file. */
    public static <T> T object(byte[] json, Path file, Function<ObjectNode, T> as) {
        JsonNode tree = read(json, JsonNode.class, file);
        if (!(tree instanceof ObjectNode object)) {
            throw JsonRefusal.notObject(tree, file);
        }
        try {
            return as.apply(object);
        } catch (ProblemException e) {
            throw e.problem().badInput(file, e);
        }
    }

    /** All bytes of a file. */
    public static byte[] bytes(Path file) {
        return WholeFile.bytes(file);
    }

    /** What a user reads where a file that was named could not be read: it is not there, or why. */
    public static ProblemException unreadable(Path file, IOException e) {
        Problem.Builder problem = e instanceof NoSuchFileException
                ? Problem.badInput(Json.class, "missing")
                : Problem.resource(Json.class, "read").with("reason", e.getMessage());
        return problem.file(file).exception(e);
    }

    /** Reads one value of the type with a mapper of {@link #strict}, from the bytes of a file, which a problem names; null for none. */
    public static <T> T read(JsonMapper mapper, byte[] json, Class<T> type, Path file) {
        try {
            T value = mapper.readValue(json, type);
            if (value == null) {
                throw JsonRefusal.notObject(NullNode.instance, file);
            }
            if (value instanceof JsonNode node && node.isMissingNode()) {
                throw JsonRefusal.of(mapper, new IOException(), json, file);
            }
            return value;
        } catch (IOException e) { // bytes in memory can always be read, but may be no JSON, or not of the type
            throw JsonRefusal.of(mapper, e, json, file);
        }
    }
}
