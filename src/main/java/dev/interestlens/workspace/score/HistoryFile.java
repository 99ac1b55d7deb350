package dev.interestlens.workspace.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A history made by hand: item keys, oldest first. As JSON a list of keys, or an object with {@code name} and {@code history}; as CSV one key a line,
 * the first column, with or without a heading such as "item" or "user_id".
 *
 * @param name of the person; the file's name where it has none
 * @param items item keys, oldest first
 */
public record HistoryFile(String name, List<String> items) {
    private static final long MAX_BYTES = 16 << 20;

    public HistoryFile {
        items = List.copyOf(items);
    }

    /**
     * Reads a file in the format of its ending.
     *
     * @throws dev.interestlens.store.ProblemException of kind BAD_INPUT where it is neither, or not there
     */
    public static HistoryFile read(Path file) {
        String fileName = file.getFileName().toString();
        String plain = fileName.contains(".") ? fileName.substring(0, fileName.lastIndexOf('.')) : fileName;
        try {
            if (Files.size(file) > MAX_BYTES || !Files.isRegularFile(file)) {
                throw wrong(file, "noHistory").exception();
            }
            return fileName.toLowerCase(Locale.ROOT).endsWith(".json")
                    ? json(file, plain)
                    : new HistoryFile(plain, lines(file));
        } catch (CharacterCodingException e) {
            throw wrong(file, "noHistory").cause(e).exception();
        } catch (IOException e) {
            throw Json.unreadable(file, e);
        }
    }

    /** The keys in a file of users, of the same forms. */
    public static List<String> keys(Path file) {
        return read(file).items();
    }

    private static Problem.Builder wrong(Path file, String key) {
        return Problem.badInput(HistoryFile.class, key).file(file);
    }

    private static HistoryFile json(Path file, String plain) {
        JsonNode tree = Json.tree(file);
        JsonNode list = tree.isArray() ? tree : tree.path("history");
        if (!list.isArray()) {
            throw wrong(file, "noHistory").exception();
        }
        List<String> items = new ArrayList<>();
        for (JsonNode each : list) {
            JsonNode key = each.isObject() ? each.path("item") : each;
            if (!key.isValueNode()) {
                throw wrong(file, "noHistory").exception();
            }
            items.add(key.asText());
        }
        return new HistoryFile(tree.path("name").asText(plain), items);
    }

    private static List<String> lines(Path file) throws IOException {
        List<String> items = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String cell = line.replaceFirst("^\uFEFF", "").strip();
            cell = cell.startsWith("\"") && cell.indexOf('"', 1) > 0
                    ? cell.substring(1, cell.indexOf('"', 1))
                    : cell.split(",", 2)[0].strip();
            boolean heading = items.isEmpty() && cell.matches("(?i)(item|user)(_?id)?|movieId");
            if (!cell.isEmpty() && !heading) {
                items.add(cell);
            }
        }
        return items;
    }

    /**
     * The items of a data set.
     *
     * @throws dev.interestlens.store.ProblemException of kind BAD_INPUT naming the first that is missing
     */
    public List<Integer> in(PreparedDataset data, Path file) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int item = data.itemOf(items.get(i));
            if (item == Field.UNKNOWN) {
                throw wrong(file, "unknownItem")
                        .value(items.get(i))
                        .with("place", i + 1)
                        .with("data", data.info().name())
                        .exception();
            }
            found.add(item);
        }
        return found;
    }

    /** The items that exist in a data set. */
    public List<Integer> known(PreparedDataset data) {
        return items.stream()
                .map(data::itemOf)
                .filter(item -> item != Field.UNKNOWN)
                .toList();
    }
}
