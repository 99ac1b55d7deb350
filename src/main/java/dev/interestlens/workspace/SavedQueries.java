package dev.interestlens.workspace;

import dev.interestlens.store.Disk;
import dev.interestlens.store.SealedJson;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Saved filters of predictions for all runs of a workspace: {@code queries.json}, with a checksum.
 *
 * @param queries as typed, without duplicates, the newest last
 */
public record SavedQueries(List<String> queries) {
    public static final SavedQueries NONE = new SavedQueries(List.of());

    public SavedQueries {
        queries = queries == null ? List.of() : queries.stream().distinct().toList();
    }

    /**
     * Reads them from a workspace; empty where there are none.
     *
     * @throws dev.interestlens.store.ProblemException where the file cannot be read, or is damaged
     */
    public static SavedQueries read(Workspace workspace) {
        return Files.exists(workspace.queries()) ? SealedJson.read(workspace.queries(), SavedQueries.class) : NONE;
    }

    /** Writes them atomically. */
    public void write(Disk disk, Workspace workspace) {
        SealedJson.write(disk, workspace.queries(), this);
    }

    public SavedQueries with(String query) {
        List<String> more = new ArrayList<>(queries);
        more.add(query);
        return new SavedQueries(more);
    }

    public SavedQueries without(String query) {
        return new SavedQueries(
                queries.stream().filter(each -> !each.equals(query)).toList());
    }
}
