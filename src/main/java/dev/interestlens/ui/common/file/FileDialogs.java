package dev.interestlens.ui.common.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks a person for files and folders. */
public interface FileDialogs {
    /** A file format by its name and patterns, such as {@code *.csv}. */
    record Kind(String name, List<String> patterns) {
        /** The extension of new files, such as {@code .csv}. */
        String ending() {
            return patterns.get(0).substring(1);
        }
    }

    /** A file to be written, with the format that a person chose for it. */
    record Chosen(Path file, Kind kind) {}

    /** The title of the dialog that a button opens: its text without the dots and the letter that works with Alt. */
    static String title(String button) {
        return button.replaceAll("\\(_\\p{L}\\)", "").replace("_", "").replaceAll("\\s*(\\.\\.\\.|…+)$", "");
    }

    Optional<Path> folder(String title);

    List<Path> files(String title, List<Kind> kinds);

    /**
     * Asks for a file for a result and its format; starts in the folder of the last result. An existing file is only returned after confirmation.
     *
     * @param kinds the first is that of the suggested name
     * @throws dev.interestlens.store.ProblemException where the name has the extension of another format
     */
    Optional<Chosen> saveResult(String title, String suggestedName, List<Kind> kinds);

    /** Asks for a file for a result that has one format, in the same way; the pattern {@code *} takes names as they are typed. */
    default Optional<Path> save(String title, String suggestedName, Kind kind) {
        return saveResult(title, suggestedName, List.of(kind)).map(Chosen::file);
    }
}
