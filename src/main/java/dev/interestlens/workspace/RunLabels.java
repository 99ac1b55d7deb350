package dev.interestlens.workspace;

import dev.interestlens.store.Disk;
import dev.interestlens.store.SealedJson;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A person's name, note and tags of a run: {@code labels.json} in the run's folder, with a checksum. Files of the trainer are not changed.
 *
 * @param name empty for the folder's own
 * @param note any text
 * @param tags search words, without duplicates
 */
public record RunLabels(String name, String note, List<String> tags) {
    public static final RunLabels NONE = new RunLabels("", "", List.of());

    private static final String FILE = "labels.json";

    public RunLabels {
        name = name == null ? "" : name.strip();
        note = note == null ? "" : note.strip();
        tags = tags == null
                ? List.of()
                : tags.stream()
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList();
    }

    /** Their file. */
    public static Path file(RunFolder folder) {
        return folder.path().resolve(FILE);
    }

    /** What a run is called in what is measured of several: its label or its folder's name, with the mark of its data. */
    public static String shown(RunFolder folder) {
        RunLabels labels = read(folder);
        return folder.read().marked(labels.name().isEmpty() ? folder.folderName() : labels.name());
    }

    /** Typed tags, separated by commas of either language. */
    public static List<String> tags(String typed) {
        return Arrays.stream(typed.split("[,，;；]"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    /**
     * Reads them from a run's folder; empty where there are none.
     *
     * @throws dev.interestlens.store.ProblemException where the file cannot be read, or is damaged
     */
    public static RunLabels read(RunFolder folder) {
        return Files.exists(file(folder)) ? SealedJson.read(file(folder), RunLabels.class) : NONE;
    }

    /** Writes them atomically. */
    public void write(Disk disk, RunFolder folder) {
        SealedJson.write(disk, file(folder), this);
    }

    public boolean areNone() {
        return equals(NONE);
    }
}
