package dev.interestlens.workspace.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.data.source.prepare.RequestTable;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.WholeFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys in a file of users, each once: as JSON a list of keys, or of objects with {@code user} or {@code user_id}; as CSV or Parquet the column whose
 * name means the users, or one key a line.
 */
public final class UserKeys {
    private static final int MAX_BYTES = 256 << 20;

    private UserKeys() {}

    /**
     * Reads a file in the format of its ending.
     *
     * @throws dev.interestlens.store.ProblemException of kind BAD_INPUT where it names no users
     */
    public static List<String> read(Path file) {
        List<String> keys = HistoryFile.isJson(file) ? json(file) : table(file);
        return keys.stream().distinct().toList();
    }

    private static List<String> table(Path file) {
        Optional<RequestTable> table =
                RequestTable.users(file, file.toAbsolutePath().resolveSibling(".none"));
        if (table.isEmpty()) {
            return HistoryFile.lines(WholeFile.lines(file));
        }
        try (RequestTable read = table.get()) {
            return HistoryFile.rows(read).stream()
                    .map(RequestTable.Request::user)
                    .filter(user -> !user.isEmpty())
                    .toList();
        }
    }

    private static List<String> json(Path file) {
        JsonNode tree = Json.tree(WholeFile.bytes(file, MAX_BYTES), file);
        List<String> keys = new ArrayList<>();
        for (JsonNode each : tree) {
            JsonNode key = each.isObject() ? each.path(each.has("user") ? "user" : "user_id") : each;
            if (!tree.isArray() || !key.isTextual() && !key.isIntegralNumber()) {
                throw Problem.badInput(UserKeys.class, "noUsers", file).exception();
            }
            keys.add(key.asText());
        }
        return keys;
    }
}
