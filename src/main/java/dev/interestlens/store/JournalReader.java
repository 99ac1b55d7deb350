package dev.interestlens.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Reads a {@link Journal}, also while another process writes it. */
public final class JournalReader {

    /**
     * One record.
     *
     * @param end offset of the first byte behind it: where to read on
     */
    public record Entry(byte[] payload, long end) {}

    private JournalReader() {}

    /**
     * All whole records from the offset on (0, or the end of an entry read before). Stops without a word before a record that is half
     * written or broken; a missing file has no records.
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
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static byte[] entry(FileChannel channel, long at, long size) throws IOException {
        ByteBuffer head = read(channel, at, 8, size);
        if (head == null) {
            return null;
        }
        int length = head.getInt(0);
        if (length < 0 || length > Journal.LONGEST || head.getInt(4) != crc(head.slice(0, 4))) {
            return null;
        }
        ByteBuffer body = read(channel, at + 8, length + 4, size);
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
                return null; // cut while we read
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
