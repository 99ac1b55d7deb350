package dev.interestlens.ui.common.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks a person for files and folders. */
public interface FileDialogs {
    /** A kind of file by what it is called and how it ends, such as {@code *.csv}. */
    record Kind(String name, List<String> patterns) {
        /** How a new file of it ends, such as {@code .csv}. */
        String ending() {
            return patterns.get(0).substring(1);
        }
    }

    /** A file to be written, with the format that a person chose for it. */
    record Chosen(Path file, Kind kind) {}

    Optional<Path> folder(String title);

    List<Path> files(String title, List<Kind> kinds);

    Optional<Path> save(String title, String suggestedName, Kind kind);

    /**
     * Asks where a result is to go, and in which of several formats; opens where the last result went. A file that exists is only given back after a
     * person's yes.
     *
     * @param kinds the first is that of the suggested name
     */
    default Optional<Chosen> saveResult(String title, String suggestedName, List<Kind> kinds) {
        return save(title, suggestedName, kinds.get(0))
                .map(file -> FileName.meant(suggestedName, file, kinds.get(0), kinds));
    }
}
