package dev.interestlens.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All operations that change what is on the disk after a power failure. Tests use one that fails. */
public interface Disk {

    /** A file open for writing; not thread-safe. */
    interface Output extends Closeable {
        /** Writes all remaining bytes of the buffer at the end of the file. */
        void write(ByteBuffer bytes) throws IOException;

        /** Returns once the bytes are on the device. */
        void force() throws IOException;

        long size() throws IOException;

        void truncate(long size) throws IOException;
    }

    /** Opens a new, empty file; refuses where something is there. */
    Output create(Path file) throws IOException;

    /** Opens a file, made if it is missing, to write behind its end. */
    Output append(Path file) throws IOException;

    /** Moves atomically, replacing the target. */
    void move(Path from, Path to) throws IOException;

    /**
     * Moves to a name that is not taken.
     *
     * @throws java.nio.file.FileAlreadyExistsException where something is there, even if it came this moment; it stays as it is
     */
    default void place(Path from, Path to) throws IOException {
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        if (!Files.isDirectory(from) && linked(from, to)) {
            delete(from);
            return;
        }
        try {
            move(from, to);
        } catch (DirectoryNotEmptyException e) {
            throw new FileAlreadyExistsException(to.toString());
        }
    }

    // A link fails where the name is taken; a move on POSIX systems does not. Some file systems have no links.
    private static boolean linked(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
            return true;
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Makes the names in a folder durable; does nothing where the system has no such operation. */
    void forceFolder(Path folder) throws IOException;

    /** Deletes a file or an empty folder, if it is there. */
    void delete(Path path) throws IOException;

    /** A folder and all that is in it, the deepest first, as it can be deleted; links are not followed. Empty where nothing is there. */
    static List<Path> inside(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }

    /**
     * What lies in a folder, by name; nothing where there is no folder.
     *
     * @throws UncheckedIOException where it cannot be read
     */
    static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder with all that is in it, if it is there. */
    default void deleteAll(Path folder) throws IOException {
        for (Path path : inside(folder)) {
            delete(path);
        }
    }

    void createFolders(Path folder) throws IOException;

    /** Bytes that this user may still write to the file system of an existing path. */
    long freeBytes(Path path) throws IOException;

    static Disk real() {
        return new RealDisk();
    }
}
