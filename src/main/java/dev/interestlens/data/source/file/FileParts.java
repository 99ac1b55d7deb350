package dev.interestlens.data.source.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Texts from all parts of a large file, since later rows may differ from the first ones. What is read is bounded; of a packed text nothing is. */
final class FileParts {
    static final int PARTS = 8;
    private static final int BYTES = 1 << 16;

    private FileParts() {}

    /** Each begins with a whole line, and may end within one. */
    static List<String> of(Path path, Charset charset) {
        if (charset.name().startsWith("UTF-16")) {
            return List.of();
        }
        return bytes(path).stream()
                .map(bytes -> new String(bytes, charset))
                .map(text -> text.substring(text.indexOf('\n') + 1))
                .toList();
    }

    /** The same as they stand in the file; each may begin and end within a line. */
    static List<byte[]> bytes(Path path) {
        List<byte[]> texts = new ArrayList<>();
        try {
            if (Compression.isPacked(path)) {
                return texts;
            }
            try (FileChannel file = FileChannel.open(path)) {
                for (int part = 1; part <= PARTS; part++) {
                    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
                    file.read(bytes, Math.max(0, file.size() * part / PARTS - BYTES));
                    texts.add(Arrays.copyOf(bytes.array(), bytes.position()));
                }
            }
        } catch (IOException e) {
            throw Compression.unreadable(path, e);
        }
        return texts;
    }
}
