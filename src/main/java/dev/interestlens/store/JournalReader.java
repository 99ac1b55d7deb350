package dev.interestlens.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Reads a {@link Journal}, also while another process writes it. */
public final class JournalReader {
    /** Bytes before the payload. */
    private static final int HEAD = 8;

    /**
     * One record.
     *
     * @param end offset of the first byte behind it, where the next read begins
     */
    public record Entry(byte[] payload, long end) {}

    /**
     * A position with bytes that no writer leaves, not even one that was killed.
     *
     * @param offset of the record that is damaged
     * @param inside whether whole records lie behind it
     */
    public record Damage(long offset, boolean inside) {}

    private JournalReader() {}

    /**
     * Checks the bytes behind the last whole record. The beginning of a record, which a killed writer leaves, and zeros, which a power failure may
     * leave, are not damage; nor is a missing file.
     */
    public static Optional<Damage> damage(Path file) {
        ByteBuffer all = bytes(file); // read once: a writer may be active
        int end = 0;
        while (all.limit() - end >= Journal.OVERHEAD && isHead(from(all, end)) && isWhole(from(all, end))) {
            end += Journal.OVERHEAD + all.getInt(end);
        }
        if (isTorn(from(all, end))) {
            return Optional.empty();
        }
        for (int at = end + 1; at <= all.limit() - Journal.OVERHEAD; at++) {
            if (isHead(from(all, at)) && isWhole(from(all, at))) {
                return Optional.of(new Damage(end, true));
            }
        }
        return Optional.of(new Damage(end, false));
    }

    private static ByteBuffer bytes(Path file) {
        byte[] all = Files.exists(file) ? WholeFile.bytes(file) : new byte[0]; // nothing yet
        return ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ProblemException unreadable(Path file, IOException cause) {
        return Problem.resource(Json.class, "read", file).because(cause);
    }

    private static ByteBuffer from(ByteBuffer all, int at) {
        return all.slice(at, all.limit() - at).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static boolean isTorn(ByteBuffer rest) {
        if (rest.limit() < HEAD) {
            return true;
        }
        if (isHead(rest)) {
            return Journal.OVERHEAD + (long) rest.getInt(0) > rest.limit();
        }
        for (int at = 0; at < rest.limit(); at++) {
            if (rest.get(at) != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHead(ByteBuffer bytes) {
        int length = bytes.getInt(0);
        return length >= 0 && length <= Journal.LONGEST && bytes.getInt(4) == crc(bytes.slice(0, 4));
    }

    private static boolean isWhole(ByteBuffer bytes) {
        int length = bytes.getInt(0);
        return Journal.OVERHEAD + (long) length <= bytes.limit()
                && bytes.getInt(HEAD + length) == crc(bytes.slice(HEAD, length));
    }

    /**
     * All whole records from the offset on (0, or the end of an entry read before). Stops before a record that is incomplete or damaged, without an
     * error; a missing file has no records.
     */
    public static List<Entry> read(Path file, long offset) {
        List<Entry> entries = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long at = offset;
            byte[] payload;
            while ((payload = entry(channel, at, size)) != null) {
                at += Journal.OVERHEAD + payload.length;
                entries.add(new Entry(payload, at));
            }
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return entries;
    }

    private static byte[] entry(FileChannel channel, long at, long size) throws IOException {
        ByteBuffer head = read(channel, at, HEAD, size);
        if (head == null) {
            return null;
        }
        if (!isHead(head)) {
            return null;
        }
        int length = head.getInt(0);
        ByteBuffer body = read(channel, at + HEAD, length + 4, size);
        if (body == null || body.getInt(length) != crc(body.slice(0, length))) {
            return null;
        }
        byte[] payload = new byte[length];
        body.get(0, payload);
        return payload;
    }

    private static ByteBuffer read(FileChannel channel, long at, int length, long size) throws IOException {
        if (at + length > size) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                return null; // truncated while we read
            }
        }
        return bytes;
    }

    static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
