package dev.interestlens.workspace;

import dev.interestlens.store.Disk;
import dev.interestlens.store.SealedJson;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What a person calls a run and says of it: {@code labels.json} in the run's folder, with a sum of itself. What the trainer wrote stays as it is.
 *
 * @param name empty for the folder's own
 * @param note any text
 * @param tags words to find it by, none twice
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

    /** Where they lie. */
    public static Path file(RunFolder folder) {
        return folder.path().resolve(FILE);
    }

    /** Tags as a person types them, apart by commas of either language. */
    public static List<String> tags(String typed) {
        return Arrays.stream(typed.split("[,，;；]"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    /**
     * Of a run's folder; none where nothing was said.
     *
     * @throws dev.interestlens.store.ProblemException where the file cannot be read, or is not as it was written
     */
    public static RunLabels read(RunFolder folder) {
        return Files.exists(file(folder)) ? SealedJson.read(file(folder), RunLabels.class) : NONE;
    }

    /** Writes them whole or not at all. */
    public void write(Disk disk, RunFolder folder) {
        SealedJson.write(disk, file(folder), this);
    }

    public boolean areNone() {
        return equals(NONE);
    }
}
