package dev.interestlens.workspace.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.RoleGuess;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.prepare.RequestTable;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.WholeFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A history made by hand: item keys, oldest first. As JSON a list of keys, or an object with {@code name} and {@code history}; as CSV one key a line,
 * the first column, with or without a heading such as "item"; or a table with a heading that names the items, and maybe their times, by which they are
 * then sorted, and their one user.
 *
 * @param name of the person; the file's name where it has none
 * @param items item keys, oldest first
 */
public record HistoryFile(String name, List<String> items) {
    private static final int MAX_BYTES = 16 << 20;
    private static final int BLOCK = 1 << 12;

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
        byte[] bytes = WholeFile.bytes(file, MAX_BYTES);
        return isJson(file) ? json(file, bytes, plain) : new HistoryFile(plain, table(file, bytes));
    }

    static boolean isJson(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    // Missing times come last, as in a log where they are kept.
    private static List<String> table(Path file, byte[] bytes) {
        Optional<RequestTable> table = bytes.length == 0
                ? Optional.empty()
                : RequestTable.history(file, file.toAbsolutePath().resolveSibling(".none"));
        if (table.isEmpty()) {
            return lines(WholeFile.lines(file, bytes));
        }
        List<RequestTable.Request> rows;
        try (RequestTable read = table.get()) {
            rows = rows(read);
        }
        List<String> users = rows.stream()
                .filter(row -> !row.user().equals(row.item())) // where no column names a user
                .map(RequestTable.Request::user)
                .distinct()
                .limit(2)
                .toList();
        if (users.size() > 1) {
            throw wrong(file, "historyOfSeveral").exception("users", String.join(", ", users));
        }
        for (int row = 0; row < rows.size(); row++) {
            Long time = rows.get(row).time();
            if (time != null && time == RequestTable.UNREADABLE) {
                throw wrong(file, "historyTime").line(row + 2L).exception();
            }
        }
        rows.sort(Comparator.comparing(
                RequestTable.Request::time, Comparator.nullsLast(Comparator.naturalOrder()))); // stable
        return rows.stream()
                .map(RequestTable.Request::item)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    static List<RequestTable.Request> rows(RequestTable table) {
        List<RequestTable.Request> rows = new ArrayList<>();
        table.each(0, BLOCK, rows::addAll);
        return rows;
    }

    private static Problem.Builder wrong(Path file, String key) {
        return Problem.badInput(HistoryFile.class, key, file);
    }

    private static HistoryFile json(Path file, byte[] bytes, String plain) {
        JsonNode tree = Json.tree(bytes, file);
        JsonNode list = tree.isArray() ? tree : tree.path("history");
        if (!list.isArray()) {
            throw wrong(file, "noHistory").exception();
        }
        List<String> items = new ArrayList<>();
        for (JsonNode each : list) {
            JsonNode key = each.isObject() ? each.path("item") : each;
            if (!key.isTextual() && !key.isIntegralNumber()) {
                throw wrong(file, "noHistory").exception();
            }
            items.add(key.asText());
        }
        return new HistoryFile(tree.path("name").asText(plain), items);
    }

    static List<String> lines(List<String> lines) {
        List<String> items = new ArrayList<>();
        for (String line : lines) {
            String cell = line.strip();
            cell = cell.startsWith("\"") && cell.indexOf('"', 1) > 0
                    ? cell.substring(1, cell.indexOf('"', 1))
                    : cell.split(",", 2)[0].strip();
            boolean heading = items.isEmpty()
                    && (cell.matches("(?i)item(_?id)?|movieId")
                            || RoleGuess.of(List.of(cell)).has(Roles.USER));
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
                        .exception("data", data.info().origin().name());
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
