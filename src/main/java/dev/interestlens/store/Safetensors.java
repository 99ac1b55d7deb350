package dev.interestlens.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tensors by name in a file: 8 bytes with the header's length (little-endian), the header as JSON padded with spaces to a multiple of 8,
 * then the data. Format: <a href="https://huggingface.co/docs/safetensors">safetensors</a>.
 */
public final class Safetensors {

    /** Longest header that is read. */
    static final int LONGEST_HEADER = 25_000_000;

    private Safetensors() {}

    /**
     * Writes all tensors, wider types first (which keeps every tensor aligned), otherwise in the given order: same input, same bytes.
     *
     * @param metadata texts for the header; may be empty
     */
    public static void write(OutputStream out, Map<String, Tensor> tensors, Map<String, String> metadata)
            throws IOException {
        List<Map.Entry<String, Tensor>> ordered = new ArrayList<>(tensors.entrySet());
        ordered.sort(Comparator.comparing(entry -> -entry.getValue().dtype().size()));
        Map<String, Object> header = new LinkedHashMap<>();
        if (!metadata.isEmpty()) {
            header.put("__metadata__", metadata);
        }
        long at = 0;
        for (Map.Entry<String, Tensor> entry : ordered) {
            Tensor tensor = entry.getValue();
            if (entry.getKey().equals("__metadata__")) {
                throw new IllegalArgumentException("no tensor may be called __metadata__");
            }
            Map<String, Object> description = new LinkedHashMap<>();
            description.put("dtype", tensor.dtype().name());
            description.put("shape", tensor.shape());
            description.put("data_offsets", new long[] {at, at + tensor.bytes()});
            header.put(entry.getKey(), description);
            at += tensor.bytes();
        }
        byte[] json = Json.line(header).getBytes(StandardCharsets.UTF_8);
        int length = (json.length + 7) / 8 * 8;
        ByteBuffer head = ByteBuffer.allocate(8 + length).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(length).put(json);
        while (head.hasRemaining()) {
            head.put((byte) ' ');
        }
        out.write(head.array());
        WritableByteChannel channel = Channels.newChannel(out);
        for (Map.Entry<String, Tensor> entry : ordered) {
            for (ByteBuffer part : entry.getValue().parts()) {
                channel.write(part.duplicate());
            }
        }
    }

    /**
     * Opens a file without reading its data. Nothing is allocated by a size that the file only claims.
     *
     * @throws ProblemException of kind BAD_INPUT if it is no safetensors file, or damaged
     */
    public static SafetensorsFile map(Path path) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
            return new SafetensorsFile(path, channel, header(channel));
        } catch (SafetensorsHeader.Refused e) {
            throw abandoned(channel, refused(path, e.getMessage(), e));
        } catch (NoSuchFileException e) {
            throw Problem.badInput(Json.class, "missing", path).exception(e);
        } catch (IOException e) {
            throw abandoned(channel, unreadable(path, e));
        }
    }

    static ProblemException unreadable(Path path, IOException cause) {
        return Problem.resource(Json.class, "read", path).because(cause);
    }

    private static SafetensorsHeader header(FileChannel channel) throws IOException, SafetensorsHeader.Refused {
        long size = channel.size();
        if (size < 8) {
            throw new SafetensorsHeader.Refused("the file has only " + size + " bytes");
        }
        long length = fill(channel, 0, 8).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        if (length < 2 || length > LONGEST_HEADER || length > size - 8) {
            throw new SafetensorsHeader.Refused("a header of " + Long.toUnsignedString(length) + " bytes");
        }
        byte[] json = fill(channel, 8, (int) length).array();
        if (json[0] != '{') {
            throw new SafetensorsHeader.Refused("the header is no JSON object");
        }
        try {
            return SafetensorsHeader.check(Json.read(json, JsonNode.class), 8 + length, size - 8 - length);
        } catch (ProblemException e) {
            String reason = e.problem().values().get("reason");
            throw new SafetensorsHeader.Refused(reason == null ? "the header is no JSON object" : reason);
        }
    }

    private static ByteBuffer fill(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new IOException("the file became shorter");
            }
        }
        return bytes;
    }

    private static ProblemException refused(Path path, String reason, Throwable cause) {
        return Problem.badInput(Safetensors.class, "safetensors", path)
                .with("reason", reason)
                .exception(cause);
    }

    private static ProblemException abandoned(FileChannel channel, ProblemException problem) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                problem.addSuppressed(e);
            }
        }
        return problem;
    }
}
