package dev.interestlens.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Why something could not be written. Messages of the system are in its own language, so the path is examined first. */
enum WriteFailure {
    /** Something is there that may not be replaced. */
    EXISTS,
    /** A folder is where a file is to be. */
    FOLDER,
    /** A file is where a folder is needed. */
    NO_FOLDER,
    /** The folder is not there. */
    MISSING,
    /** The folder is one of the system, such as {@code /proc}, in which nothing can be made. */
    NO_FILES,
    NAME_TOO_LONG,
    /** All names together are longer than the system allows. */
    PATH_TOO_LONG,
    READ_ONLY,
    DENIED,
    FULL,
    /** Anything else; the system's own words say what. */
    OTHER;

    /** The longest name of a file on all systems in use, in bytes of UTF-8. */
    private static final int LONGEST_NAME = 255;

    /** The longest path of Linux, less the name of a file for the time of writing; macOS and Windows have less, and say so. */
    private static final int LONGEST_PATH = 4000;

    /**
     * @param needed bytes that were to be written
     * @param free bytes that are free there, or -1 where that is not known
     */
    static WriteFailure of(Path target, IOException cause, long needed, long free) {
        String words = String.valueOf(
                        cause instanceof FileSystemException system && system.getReason() != null
                                ? system.getReason()
                                : cause.getMessage())
                .toLowerCase(Locale.ROOT);
        Path place = target.toAbsolutePath();
        if (words.contains("no space left") || words.contains("quota") || words.contains("not enough space")) {
            return FULL;
        }
        if (isNameTooLong(place)) {
            return NAME_TOO_LONG;
        }
        if (isPathTooLong(place) || words.contains("too long")) {
            return PATH_TOO_LONG;
        }
        if (blocking(place) != null) {
            return NO_FOLDER;
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof DirectoryNotEmptyException) {
            return EXISTS;
        }
        if (words.contains("read-only")) {
            return READ_ONLY;
        }
        if (cause instanceof AccessDeniedException || words.contains("not permitted")) {
            return DENIED;
        }
        if (Files.isDirectory(place)) {
            return FOLDER;
        }
        if (cause instanceof NoSuchFileException) {
            return Files.isDirectory(place.getParent()) ? NO_FILES : MISSING;
        }
        return free >= 0 && free < Math.max(1, needed) ? FULL : OTHER;
    }

    /** The nearest thing above a path that is there and is no folder, or null. */
    static Path blocking(Path path) {
        Path above = path.getParent();
        while (above != null && !Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
            above = above.getParent();
        }
        return above == null || Files.isDirectory(above) ? null : above;
    }

    static boolean isNameTooLong(Path path) {
        return longest(path) > LONGEST_NAME;
    }

    static boolean isPathTooLong(Path path) {
        return bytes(path.toAbsolutePath()) > LONGEST_PATH;
    }

    private static int bytes(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static int longest(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .mapToInt(WriteFailure::bytes)
                .reduce(0, Math::max);
    }
}
