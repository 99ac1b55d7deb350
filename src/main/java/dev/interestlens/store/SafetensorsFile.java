package dev.interestlens.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An open safetensors file whose header was checked. Tensors are views of the mapped file and stay valid after {@link #close}; the file
 * must not be changed in place meanwhile (we only ever replace files).
 */
public final class SafetensorsFile implements AutoCloseable {

    /** Files whose data fit are mapped once, bigger ones tensor by tensor and piece by piece. */
    private static final long PIECE = 1L << 30;

    private final Path path;
    private final FileChannel channel;
    private final SafetensorsHeader header;
    private final ByteBuffer whole;

    SafetensorsFile(Path path, FileChannel channel, SafetensorsHeader header) throws IOException {
        this.path = path;
        this.channel = channel;
        this.header = header;
        this.whole = header.dataBytes() <= PIECE
                ? channel.map(FileChannel.MapMode.READ_ONLY, header.dataStart(), header.dataBytes())
                : null;
    }

    /** In the order of the data. */
    public Set<String> names() {
        return header.entries().keySet();
    }

    public Map<String, String> metadata() {
        return header.metadata();
    }

    /** A view of one tensor; {@link ProblemException} if the file has none of that name. */
    public Tensor tensor(String name) {
        SafetensorsHeader.Entry entry = header.entries().get(name);
        if (entry == null) {
            throw Problem.badInput(SafetensorsFile.class, "tensorMissing", path).ofValue(name);
        }
        return new Tensor(entry.dtype(), entry.shape(), parts(entry));
    }

    /** Views of all tensors, in the order of the data. */
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> all = new LinkedHashMap<>();
        names().forEach(name -> all.put(name, tensor(name)));
        return all;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Safetensors.unreadable(path, e);
        }
    }

    private List<ByteBuffer> parts(SafetensorsHeader.Entry entry) {
        if (whole != null) {
            return List.of(whole.slice((int) entry.from(), (int) (entry.to() - entry.from())));
        }
        List<ByteBuffer> parts = new ArrayList<>();
        try {
            for (long at = entry.from(); at < entry.to(); at += PIECE) {
                long length = Math.min(PIECE, entry.to() - at);
                parts.add(channel.map(FileChannel.MapMode.READ_ONLY, header.dataStart() + at, length));
            }
        } catch (IOException e) {
            throw Safetensors.unreadable(path, e);
        }
        return parts;
    }
}
