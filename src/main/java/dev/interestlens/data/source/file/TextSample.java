package dev.interestlens.data.source.file;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.encoding.EncodingGuess;
import dev.interestlens.data.source.encoding.Encodings;
import dev.interestlens.store.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decoded beginning of a file.
 *
 * @param text without a byte order mark
 * @param complete whether it is the whole file
 * @param encoding guessed or chosen
 */
record TextSample(String text, boolean complete, EncodingGuess encoding) {

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
        boolean guessed = options.text().encoding().equals(PrepareOptions.AUTO);
        EncodingGuess encoding = guessed
                ? guess(file, bytes, complete)
                : EncodingGuess.known(named(options.text().encoding()));
        Optional<CharBuffer> text = Encodings.decode(bytes, complete, encoding.charset());
        if (guessed && text.filter(TextSample::isText).isEmpty()) {
            throw Problem.badInput(TextSample.class, "notText", file).exception();
        }
        return text.map(decoded -> new TextSample(decoded.toString(), complete, encoding))
                .orElseThrow(() ->
                        Problem.badInput(TextSample.class, "encoding", file).exception("encoding", encoding.charset()));
    }

    /** From the beginning and, of a large file, from all its parts: names may come late. At most 1.5 MB are read. */
    private static EncodingGuess guess(Path file, byte[] head, boolean complete) {
        Optional<Charset> evident = Encodings.evident(head, complete);
        if (evident.isPresent() && (complete || !Encodings.isAscii(head))) {
            return EncodingGuess.known(evident.get());
        }
        List<byte[]> parts = new ArrayList<>(complete ? List.of() : FileParts.bytes(file));
        parts.replaceAll(Encodings::wholeLines);
        boolean utf8 = evident.isPresent()
                && parts.stream().allMatch(part -> Encodings.decode(part, true, StandardCharsets.UTF_8)
                        .isPresent());
        if (utf8) {
            return EncodingGuess.known(evident.get());
        }
        parts.add(0, complete ? head : Encodings.untilLine(head));
        return Encodings.guess(parts);
    }

    Charset charset() {
        return encoding.charset();
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
