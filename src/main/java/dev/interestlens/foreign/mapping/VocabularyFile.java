package dev.interestlens.foreign.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.foreign.mapping.Mapping.Rule;
import dev.interestlens.foreign.mapping.Mapping.Vocabulary;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.WholeFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keys and numbers from a file: CSV with a header, whose columns are named key and number or are in this order; or a JSON object from keys to
 * numbers, also nested under the name of a field. Further columns of a CSV give numbers of further fields, item by item.
 */
public final class VocabularyFile {
    private static final List<String> KEYS = List.of("key", "raw", "token", "value", "original");
    private static final List<String> IDS = List.of("id", "index", "number", "code", "idx");

    private final Path file;
    private final Map<String, Map<String, Long>> columns = new LinkedHashMap<>();

    private VocabularyFile(Path file) {
        this.file = file;
    }

    public static VocabularyFile read(Path file) {
        VocabularyFile read = new VocabularyFile(file);
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            return Json.object(file, tree -> json(read, tree));
        }
        read.csv();
        return read;
    }

    /**
     * Numbers of the given field. Items and users are told apart by theirs; a category may have one number for several keys.
     *
     * @throws dev.interestlens.store.ProblemException where a number stands for two items or users
     */
    public Vocabulary own(String field) {
        Map<String, Long> numbers =
                columns.getOrDefault(field, columns.values().iterator().next());
        if (field.equals(Mapping.ITEM) || field.equals(Mapping.USER)) {
            Map<Long, String> keys = new HashMap<>();
            new TreeMap<>(numbers).forEach((key, number) -> {
                String other = keys.put(number, key);
                if (other != null) {
                    throw Problem.badInput(VocabularyFile.class, "numberTwice", file)
                            .value(other + ", " + key)
                            .with("number", number)
                            .exception("field", field);
                }
            });
        }
        return of(numbers);
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** Numbers of further fields by the names of their columns. */
    public Map<String, Vocabulary> further() {
        Map<String, Vocabulary> all = new LinkedHashMap<>();
        columns.forEach((name, numbers) -> all.put(name, of(numbers)));
        all.remove(columns.keySet().iterator().next());
        return all;
    }

    private Vocabulary of(Map<String, Long> numbers) {
        return new Vocabulary(Rule.FILE, null, file.getFileName().toString(), numbers, null, null);
    }

    private static VocabularyFile json(VocabularyFile read, ObjectNode tree) {
        Map<String, Long> flat = new HashMap<>();
        tree.properties().forEach(each -> {
            if (each.getValue().isObject()) {
                Map<String, Long> inside = new HashMap<>();
                each.getValue().properties().forEach(one -> inside.put(one.getKey(), number(one)));
                read.columns.put(each.getKey(), inside);
            } else {
                flat.put(each.getKey(), number(each));
            }
        });
        if (!flat.isEmpty()) {
            read.columns.put("", flat);
        }
        if (read.columns.isEmpty() || read.columns.containsValue(Map.of())) {
            throw read.nothing(1);
        }
        return read;
    }

    private static long number(Map.Entry<String, JsonNode> each) {
        JsonNode value = each.getValue();
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw Problem.badInput(VocabularyFile.class, "notANumber").ofValue(each.getKey() + ": " + value);
        }
        return value.longValue();
    }

    private void csv() {
        List<String> lines = WholeFile.lines(file);
        if (lines.size() < 2) {
            throw nothing(1);
        }
        String separator = lines.get(0).contains("\t") ? "\t" : lines.get(0).contains(";") ? ";" : ",";
        String[] header = cells(lines.get(0).replace("\uFEFF", ""), separator);
        List<String> names =
                Arrays.stream(header).map(name -> name.toLowerCase(Locale.ROOT)).toList();
        int key = place(names, KEYS, 0);
        int id = place(names, IDS, key == 0 ? 1 : 0);
        if (header.length < 2 || key == id) {
            throw nothing(1);
        }
        columns.put(names.get(id), new HashMap<>());
        for (int c = 0; c < header.length; c++) {
            if (c != key && c != id) {
                columns.put(names.get(c), new HashMap<>());
            }
        }
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = cells(lines.get(i), separator);
            if (cells.length <= Math.max(key, id) || !cells[id].matches("\\d{1,18}")) {
                if (lines.get(i).isBlank()) {
                    continue;
                }
                throw nothing(i + 1);
            }
            for (int c = 0; c < Math.min(cells.length, header.length); c++) {
                if (c != key && cells[c].matches("\\d{1,18}")) {
                    Long number = Long.parseLong(cells[c]);
                    Long before = columns.get(names.get(c)).put(cells[key], number);
                    if (c == id && before != null) {
                        throw Problem.badInput(VocabularyFile.class, "keyTwice", file)
                                .line(i + 1)
                                .ofValue(cells[key]);
                    }
                }
            }
        }
    }

    private static int place(List<String> names, List<String> wanted, int otherwise) {
        return wanted.stream()
                .mapToInt(names::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(otherwise);
    }

    private static String[] cells(String line, String separator) {
        return Arrays.stream(line.split(separator, -1))
                .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
                .toArray(String[]::new);
    }

    private dev.interestlens.store.ProblemException nothing(int line) {
        return Problem.badInput(VocabularyFile.class, "noVocabularyFile", file)
                .line(line)
                .exception();
    }
}
