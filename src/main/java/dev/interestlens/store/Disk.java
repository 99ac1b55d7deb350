package dev.interestlens.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Every operation that changes what will be on the disk after a power cut. Tests put one in that fails. */
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

    /** Opens a new, empty file; what was there is gone. */
    Output create(Path file) throws IOException;

    /** Opens a file, made if it is missing, to write behind its end. */
    Output append(Path file) throws IOException;

    /** Moves atomically, in place of what was there. */
    void move(Path from, Path to) throws IOException;

    /** Makes the names in a folder durable; nothing where the system has no such thing. */
    void forceFolder(Path folder) throws IOException;

    /** Deletes a file or an empty folder, if it is there. */
    void delete(Path path) throws IOException;

    void createFolders(Path folder) throws IOException;

    /** Bytes that this user may still write to the file system of an existing path. */
    long freeBytes(Path path) throws IOException;

    static Disk real() {
        return new RealDisk();
    }
}
