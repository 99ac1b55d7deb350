package dev.interestlens.data.source.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interestlens.store.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Analyses the beginning of a file with one JSON object in each line. */
public final class JsonLines {

    private static final JsonMapper MAPPER = Json.strict().build();
    private static final int ROWS = 200;

    private final List<JsonNode> objects = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();

    /** @param lines whole lines; those that are not JSON objects are left out */
    JsonLines(List<String> lines) {
        for (String line : lines) {
            JsonNode node = parse(line);
            if (node != null && node.isObject()) {
                objects.add(node);
                node.fieldNames().forEachRemaining(columns::add);
            }
        }
    }

    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            return null; // the import will reject and report the line
        }
    }

    /** The whole lines at the beginning of a text. */
    static List<String> lines(TextSample sample) {
        List<String> lines = sample.text()
                .lines()
                .filter(line -> !line.isBlank())
                .limit(ROWS + 1L)
                .toList();
        boolean cut = !sample.complete() && lines.size() <= ROWS;
        return cut && !lines.isEmpty() ? lines.subList(0, lines.size() - 1) : lines;
    }

    boolean isEmpty() {
        return objects.isEmpty();
    }

    List<String> columns() {
        return List.copyOf(columns);
    }

    /** The values as text, lists joined by |, empty where an object has no such key. */
    List<List<String>> rows() {
        return rows(columns);
    }

    /** The same of some keys. */
    List<List<String>> rows(Collection<String> keys) {
        return objects.stream()
                .map(object -> keys.stream().map(key -> text(object.path(key))).toList())
                .toList();
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(text(part)));
            return String.join("|", parts);
        }
        return value.isNull() || value.isMissingNode() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }

    /** SQL for a key that must hold one value: NULL where it holds a list or an object. */
    public static String single(String key) {
        String path = path(key);
        return "CASE WHEN json_type(c0, " + path + ") IN ('ARRAY', 'OBJECT') THEN NULL ELSE json_extract_string(c0, "
                + path + ") END";
    }

    private static String path(String key) {
        return Duck.literal("$.\"" + key.replace("\"", "\\\"") + "\"");
    }

    /** SQL for a key of the object in {@code c0}, as text; a list's values joined by |. */
    public static String sql(String key) {
        String path = path(key);
        String all = Duck.literal("$.\"" + key.replace("\"", "\\\"") + "\"[*]");
        return "CASE json_type(c0, " + path + ") WHEN 'ARRAY' THEN array_to_string(json_extract_string(c0, " + all
                + "), '|') ELSE json_extract_string(c0, " + path + ") END";
    }
}
