package dev.interestlens.data.source.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Texts from all parts of a large file, since later rows may differ from the first ones. What is read is bounded; of a packed text nothing is. */
final class FileParts {
    static final int PARTS = 8;
    private static final int BYTES = 1 << 16;

    private FileParts() {}

    /** Each begins with a whole line, and may end within one. */
    static List<String> of(Path path, Charset charset) {
        List<String> texts = new ArrayList<>();
        try {
            if (Compression.isPacked(path) || charset.name().startsWith("UTF-16")) {
                return texts;
            }
            try (FileChannel file = FileChannel.open(path)) {
                for (int part = 1; part <= PARTS; part++) {
                    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
                    file.read(bytes, Math.max(0, file.size() * part / PARTS - BYTES));
                    String text = charset.decode(bytes.flip()).toString();
                    texts.add(text.substring(text.indexOf('\n') + 1));
                }
            }
        } catch (IOException e) {
            throw Compression.unreadable(path, e);
        }
        return texts;
    }
}
