package dev.interestlens.data.source;

import dev.interestlens.store.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;

/**
 * The decoded beginning of a file.
 *
 * @param text without a byte order mark
 * @param complete whether it is the whole file
 * @param charset guessed or chosen
 */
record TextSample(String text, boolean complete, Charset charset) {

    private static final int SIZE = 1 << 20;

    static TextSample of(Path file, PrepareOptions options) {
        byte[] bytes;
        try (InputStream in = Compression.open(file)) {
            bytes = in.readNBytes(SIZE);
        } catch (IOException e) {
            throw Compression.unreadable(file, e);
        }
        boolean complete = bytes.length < SIZE;
        Charset charset = options.encoding().equals(PrepareOptions.AUTO)
                ? Encodings.guess(bytes, bytes.length, complete)
                : named(options.encoding());
        CharBuffer text = Encodings.decode(bytes, bytes.length, complete, charset);
        if (text == null) {
            throw Problem.badInput(TextSample.class, "encoding")
                    .file(file)
                    .with("encoding", charset)
                    .exception();
        }
        return new TextSample(text.toString(), complete, charset);
    }

    private static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Problem.usage(TextSample.class, "charset")
                    .value(name)
                    .cause(e)
                    .exception();
        }
    }
}
