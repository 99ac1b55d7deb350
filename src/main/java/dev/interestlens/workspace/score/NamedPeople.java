package dev.interestlens.workspace.score;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Named histories made by hand: one small JSON file each, in the workspace or elsewhere. */
public record NamedPeople(Path folder) {
    /** Those of a workspace. */
    public static NamedPeople of(Workspace workspace) {
        return new NamedPeople(workspace.root().resolve("people"));
    }

    /** All readable ones, by name. */
    public List<HistoryFile> list() {
        return Disk.list(folder).stream()
                .filter(file -> file.getFileName().toString().endsWith(".json"))
                .map(HistoryFile::read)
                .toList();
    }

    /** Saves one, replacing another of that name. */
    public void save(Disk disk, HistoryFile person) {
        String plain = person.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        String file = plain.isEmpty() ? "person" : plain.substring(0, Math.min(60, plain.length()));
        write(disk, person, folder.resolve(file + ".json"));
    }

    /** Writes one to any file. */
    public static void write(Disk disk, HistoryFile person, Path file) {
        Json.write(disk, file, Map.of("name", person.name(), "history", person.items()));
    }
}
