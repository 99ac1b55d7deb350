package dev.interestlens.data.source.file;

import dev.interestlens.data.source.PrepareOptions;
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
    private static final double CONTROLS = 0.01;

    static TextSample of(Path file, PrepareOptions options) {
        byte[] bytes;
        try {
            if (Compression.isZip(file)) {
                ZipTable.requireOne(file);
            }
        } catch (IOException e) {
            throw Compression.unreadable(file, e);
        }
        try (InputStream in = Compression.open(file)) {
            bytes = in.readNBytes(SIZE);
        } catch (IOException e) {
            throw Compression.unreadable(file, e);
        }
        boolean complete = bytes.length < SIZE;
        Charset charset = options.text().encoding().equals(PrepareOptions.AUTO)
                ? Encodings.guess(bytes, bytes.length, complete)
                : named(options.text().encoding());
        CharBuffer text = Encodings.decode(bytes, bytes.length, complete, charset);
        if (options.text().encoding().equals(PrepareOptions.AUTO) && (text == null || !isText(text))) {
            throw Problem.badInput(TextSample.class, "notText", file).exception();
        }
        if (text == null) {
            throw Problem.badInput(TextSample.class, "encoding", file).exception("encoding", charset);
        }
        return new TextSample(text.toString(), complete, charset);
    }

    // A few control characters are errors in a table; a file with some in every line is not a table. Those that join
    // lists are allowed.
    private static boolean isText(CharSequence text) {
        long controls = text.chars()
                .filter(c -> c < ' ' && c > 2 && c != '\t' && c != '\n' && c != '\r' && c != '\f')
                .count();
        return controls <= text.length() * CONTROLS;
    }

    private static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Problem.usage(TextSample.class, "charset")
                    .value(name)
                    .with("option", "--encoding")
                    .exception(e);
        }
    }
}
