package dev.interestlens.workspace.data;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.Layout;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A person's name of a data set: {@code label.json} in its folder, whose name does not change. Prepared files are not changed.
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
     * Reads it from a data set's folder; empty where there is none.
     *
     * @throws dev.interestlens.store.ProblemException where the file cannot be read
     */
    public static DatasetLabel read(Path dataset) {
        Path file = dataset.resolve(FILE);
        return Files.exists(file) ? Json.read(file, DatasetLabel.class) : NONE;
    }

    /** Writes it atomically. */
    public void write(Disk disk, Path dataset) {
        Json.write(disk, dataset.resolve(FILE), this);
    }

    /**
     * The display name of the data set in a folder: the label, else the folder's name, without the number of a first import. That of a copy with planted
     * causes says so.
     */
    public String nameOf(Path dataset) {
        String shown = name.isEmpty() ? String.valueOf(dataset.getFileName()).replaceFirst("-001$", "") : name;
        return Files.exists(dataset.resolve(Layout.CAUSES)) ? DatasetInfo.marking(shown) : shown;
    }
}
