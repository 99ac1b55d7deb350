package dev.interestlens.data.source.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interestlens.store.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Analyses the beginning of a file with one JSON object in each line. What an object within it holds has a name with a dot: {@code user.id}. */
public final class JsonLines {

    private static final JsonMapper MAPPER = Json.strict().build();
    private static final int ROWS = 200;

    private final List<JsonNode> objects = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private final int first;

    /** @param lines whole lines; those that are not JSON objects are left out */
    JsonLines(List<String> lines) {
        this(lines, List.of());
    }

    /** @param further lines that only add keys, since not every object has all of them */
    JsonLines(List<String> lines, List<String> further) {
        add(lines);
        first = objects.size();
        add(further);
        Map<String, Integer> inside = new LinkedHashMap<>();
        objects.forEach(object -> name("", object, inside));
        inside.forEach((key, count) -> {
            if (isName(key, count)) {
                columns.add(key);
            }
        });
    }

    private void add(List<String> lines) {
        for (String line : lines) {
            JsonNode node = parse(line);
            if (node != null && node.isObject()) {
                objects.add(node);
            }
        }
    }

    /** Not where few of the objects around it have it: then it is a value, such as that of {"Books": 17}. */
    private boolean isName(String key, int count) {
        int dot = key.lastIndexOf('.');
        return dot < 0
                || objects.stream().anyMatch(each -> each.has(key))
                || count * 2L
                        >= objects.stream()
                                .filter(each ->
                                        value(each, key.substring(0, dot)).isObject())
                                .count();
    }

    private static void name(String before, JsonNode object, Map<String, Integer> names) {
        object.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            boolean nests =
                    value.isObject() && !value.isEmpty() && entry.getKey().indexOf('.') < 0;
            if (nests) {
                name(before + entry.getKey() + ".", value, names);
            } else if (before.isEmpty() || entry.getKey().indexOf('.') < 0) {
                names.merge(before + entry.getKey(), 1, Integer::sum);
            }
        });
    }

    private static JsonNode value(JsonNode object, String key) {
        return object.has(key)
                ? object.get(key)
                : object.at("/" + key.replace("~", "~0").replace("/", "~1").replace('.', '/'));
    }

    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            return null; // the import will reject and report the line
        }
    }

    /** The first rows of a text, with the keys of the whole text and of all parts of its file. */
    static JsonLines of(Path file, TextSample sample, UnaryOperator<String> json) {
        List<String> lines = new ArrayList<>(lines(sample.text(), sample.complete()));
        int rows = Math.min(ROWS, lines.size());
        if (!sample.complete()) {
            FileParts.of(file, sample.charset()).forEach(part -> lines.addAll(lines(part, false)));
        }
        List<String> all = lines.stream().map(json).toList();
        return new JsonLines(all.subList(0, rows), all.subList(rows, all.size()));
    }

    /** The whole lines of a text. */
    private static List<String> lines(String text, boolean complete) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return complete || lines.isEmpty() ? lines : lines.subList(0, lines.size() - 1);
    }

    boolean isEmpty() {
        return first == 0;
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
                .limit(first)
                .map(object ->
                        keys.stream().map(key -> text(value(object, key))).toList())
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
        return either(key, JsonLines::singleAt);
    }

    private static String singleAt(String path) {
        return "CASE WHEN json_type(c0, " + Duck.literal(path) + ") IN ('ARRAY', 'OBJECT') THEN NULL ELSE "
                + "json_extract_string(c0, " + Duck.literal(path) + ") END";
    }

    /** SQL for a key of the object in {@code c0}, as text; a list's values joined by |. */
    public static String sql(String key) {
        return either(key, JsonLines::textAt);
    }

    private static String textAt(String path) {
        return "CASE json_type(c0, " + Duck.literal(path)
                + ") WHEN 'ARRAY' THEN array_to_string(json_extract_string(c0, " + Duck.literal(path + "[*]")
                + "), '|') ELSE json_extract_string(c0, " + Duck.literal(path) + ") END";
    }

    /** A name with dots is that of a key, or of keys within each other. */
    private static String either(String key, UnaryOperator<String> sql) {
        String whole = sql.apply("$" + quoted(key));
        if (key.indexOf('.') < 0) {
            return whole;
        }
        String nested = Arrays.stream(key.split("\\.")).map(JsonLines::quoted).collect(Collectors.joining());
        return "coalesce(" + whole + ", " + sql.apply("$" + nested) + ")";
    }

    private static String quoted(String key) {
        return ".\"" + key.replace("\"", "\\\"") + "\"";
    }
}
