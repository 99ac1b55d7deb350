package dev.interestlens.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * An append-only file of records that stays readable if its writer is killed at any moment. One writer at a time (see {@link FolderLock}), any number
 * of {@link JournalReader readers}.
 *
 * <p>The file is a sequence of records and nothing else. A record, all numbers little-endian:
 *
 * <pre> offset bytes what 0 4 n, length of the payload, 0 … 16,777,216 4 4 CRC32C (Castagnoli) of the four bytes of n 8 n payload 8 + n 4 CRC32C of
 * the payload </pre>
 *
 * A sequence of zeros is not a record, since the CRC32C of four zero bytes is not zero. The first place where no whole record begins is the end of
 * the journal: opening it for writing copies what follows to {@code NAME.broken-OFFSET} and truncates the file there.
 */
public final class Journal implements AutoCloseable {

    /** Bytes of a record beside its payload. */
    static final int OVERHEAD = 12;

    /** Longest payload. */
    static final int LONGEST = 1 << 24;

    private final Disk disk;
    private final Path file;
    private final Disk.Output output;
    private long end;
    private boolean torn;

    private Journal(Disk disk, Path file, Disk.Output output, long end) {
        this.disk = disk;
        this.file = file;
        this.output = output;
        this.end = end;
    }

    /** Opens a journal, made if it is missing, to write behind its last whole record. */
    public static Journal open(Disk disk, Path file) {
        List<JournalReader.Entry> entries = JournalReader.read(file, 0);
        return open(
                disk,
                file,
                entries.isEmpty() ? 0 : entries.get(entries.size() - 1).end());
    }

    /**
     * Opens a journal to continue from an earlier point, such as a resumed checkpoint; later records are copied to another file and removed.
     *
     * @param end the end of an entry, or 0
     */
    public static Journal open(Disk disk, Path file, long end) {
        Disk.Output output = null;
        try {
            boolean fresh = !Files.exists(file);
            long size = fresh ? 0 : Files.size(file);
            if (size < end) {
                throw new IllegalArgumentException("the journal is shorter than " + end);
            }
            if (size > end) {
                copyAside(disk, file, end, size);
            }
            output = disk.append(file);
            if (size > end) {
                output.truncate(end);
                output.force();
            }
            if (fresh) {
                disk.forceFolder(file.toAbsolutePath().getParent());
            }
            return new Journal(disk, file, output, end);
        } catch (IOException e) {
            closeQuietly(output, e);
            throw AtomicFile.writeFailed(disk, file, 0, e);
        }
    }

    /**
     * Writes one record. It is then with the operating system, not yet on the device: see {@link #force}.
     *
     * @return the end of the record
     * @throws ProblemException of kind RESOURCE if the disk refuses; the journal is as it was before, and may be tried again
     */
    public long append(byte[] payload) {
        if (payload.length > LONGEST) {
            throw new IllegalArgumentException("a record of " + payload.length + " bytes");
        }
        ByteBuffer entry = ByteBuffer.allocate(OVERHEAD + payload.length).order(ByteOrder.LITTLE_ENDIAN);
        entry.putInt(payload.length);
        entry.putInt(JournalReader.crc(entry.slice(0, 4)));
        entry.put(payload).putInt(JournalReader.crc(ByteBuffer.wrap(payload)));
        try {
            cutTornRecord();
            torn = true;
            output.write(entry.flip());
            torn = false;
        } catch (IOException e) {
            throw AtomicFile.writeFailed(disk, file, entry.capacity(), e);
        }
        end += entry.capacity();
        return end;
    }

    /** Returns once all records are on the device. */
    public void force() {
        try {
            output.force();
        } catch (IOException e) {
            throw AtomicFile.writeFailed(disk, file, 0, e);
        }
    }

    /** Forces and closes. */
    @Override
    public void close() {
        try (output) {
            cutTornRecord();
            output.force();
        } catch (IOException e) {
            throw AtomicFile.writeFailed(disk, file, 0, e);
        }
    }

    private void cutTornRecord() throws IOException {
        if (torn) {
            output.truncate(end);
            torn = false;
        }
    }

    private static void copyAside(Disk disk, Path file, long from, long to) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".broken-" + from);
        try (FileChannel source = FileChannel.open(file, StandardOpenOption.READ)) {
            AtomicFile.write(disk, aside, out -> {
                ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
                source.position(from);
                while (source.position() < to && source.read(buffer) >= 0) {
                    out.write(buffer.array(), 0, buffer.position());
                    buffer.clear();
                }
            });
        }
    }

    private static void closeQuietly(Disk.Output output, IOException reason) {
        if (output != null) {
            try {
                output.close();
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
    }
}
