package dev.interestlens.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks a person for files and folders. */
public interface FileDialogs {
    /** A kind of file by what it is called and how it ends, such as {@code *.csv}. */
    record Kind(String name, List<String> patterns) {}

    Optional<Path> folder(String title);

    List<Path> files(String title, List<Kind> kinds);

    Optional<Path> save(String title, String suggestedName, Kind kind);
}
