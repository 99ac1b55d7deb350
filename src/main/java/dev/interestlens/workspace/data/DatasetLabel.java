package dev.interestlens.workspace.data;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a person calls a data set: {@code label.json} in its folder, which keeps its own name. What was prepared stays as it is.
 *
 * @param name empty for the folder's own
 */
public record DatasetLabel(String name) {
    public static final DatasetLabel NONE = new DatasetLabel("");

    private static final String FILE = "label.json";

    public DatasetLabel {
        name = name == null ? "" : name.strip();
    }

    /**
     * Of a data set's folder; none where nothing was said.
     *
     * @throws dev.interestlens.store.ProblemException where the file cannot be read
     */
    public static DatasetLabel read(Path dataset) {
        Path file = dataset.resolve(FILE);
        return Files.exists(file) ? Json.read(file, DatasetLabel.class) : NONE;
    }

    /** Writes it whole or not at all. */
    public void write(Disk disk, Path dataset) {
        Json.write(disk, dataset.resolve(FILE), this);
    }

    /** The label, or what it is called otherwise. */
    public String or(String otherwise) {
        return name.isEmpty() ? otherwise : name;
    }
}
