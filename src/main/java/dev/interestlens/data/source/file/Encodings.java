package dev.interestlens.data.source.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Guesses the character set of a file from its beginning. */
final class Encodings {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final int SAMPLE = 1 << 20;

    private Encodings() {}

    /** Bytes of a byte order mark at the beginning. */
    static int markLength(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF) ? 2 : 0;
    }

    /** The lines of a file that hold more than ASCII, up to a megabyte, from which its character set can be guessed. */
    static byte[] beyondAscii(Path file) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean beyond = false;
        try (InputStream in = Compression.open(file)) {
            for (int b = in.read(); b >= 0 && lines.size() < SAMPLE; b = in.read()) {
                beyond |= b > 127;
                line.write(b);
                if (b == '\n' || line.size() == SAMPLE) {
                    if (beyond) {
                        line.writeTo(lines);
                    }
                    line.reset();
                    beyond = false;
                }
            }
            if (beyond) {
                line.writeTo(lines);
            }
        } catch (IOException e) {
            throw Compression.unreadable(file, e);
        }
        return lines.toByteArray();
    }

    static Charset guess(byte[] head, int length, boolean complete) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        Charset wide = withoutMark(head, length);
        if (wide != null) {
            return wide;
        }
        if (decode(head, length, complete, StandardCharsets.UTF_8) != null) {
            return StandardCharsets.UTF_8;
        }
        return eightBit(head, length, complete);
    }

    // ASCII text in UTF-16 has a zero in every other byte.
    private static Charset withoutMark(byte[] head, int length) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < length; i += 2) {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        int pairs = length / 2;
        if (pairs > 2 && odd > pairs * 0.4 && even < pairs * 0.05) {
            return StandardCharsets.UTF_16LE;
        }
        return pairs > 2 && even > pairs * 0.4 && odd < pairs * 0.05 ? StandardCharsets.UTF_16BE : null;
    }

    // Kana indicate Japanese, common Han characters Chinese, accented letters between letters a Western encoding.
    private static Charset eightBit(byte[] head, int length, boolean complete) {
        Charset best = WESTERN;
        double bestScore = western(decode(head, length, complete, WESTERN));
        for (Charset candidate : List.of(GB18030, SHIFT_JIS)) {
            CharBuffer text = decode(head, length, complete, candidate);
            double score = text == null ? 0 : eastern(text, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static double western(CharBuffer text) {
        if (text == null) {
            return 0.1;
        }
        int alone = 0;
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                all++;
                boolean neighbour =
                        i > 0 && text.charAt(i - 1) > 127 || i + 1 < text.length() && text.charAt(i + 1) > 127;
                alone += !neighbour && Character.isLetter(text.charAt(i)) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) alone / all;
    }

    // The common characters of both sets lie together: level 1 of GB 2312 and of JIS X 0208, found by their first byte.
    private static double eastern(CharBuffer text, Charset charset) {
        int fitting = 0;
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 127) {
                all++;
                boolean mark = c >= 0x3000 && c <= 0x303F || c >= 0xFF01 && c <= 0xFF5E;
                fitting += mark || common(c, charset) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) fitting / all;
    }

    private static boolean common(char c, Charset charset) {
        if (charset.equals(SHIFT_JIS) && c >= 0x3040 && c <= 0x30FF) {
            return true;
        }
        byte[] bytes = String.valueOf(c).getBytes(charset);
        int lead = bytes.length == 2 ? bytes[0] & 0xFF : 0;
        return charset.equals(SHIFT_JIS) ? lead >= 0x88 && lead <= 0x98 : lead >= 0xB0 && lead <= 0xD7;
    }

    /** The text, or null if the bytes are not in this character set. */
    static CharBuffer decode(byte[] bytes, int length, boolean complete, Charset charset) {
        int mark = markLength(bytes);
        ByteBuffer in = ByteBuffer.wrap(bytes, mark, Math.max(0, length - mark));
        CharBuffer out = CharBuffer.allocate(length + 1);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            var result = decoder.decode(in, out, complete);
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException e) {
            return null; // not this character set
        }
        return out.flip();
    }

    private static boolean startsWith(byte[] bytes, int... wanted) {
        return bytes.length >= wanted.length
                && IntStream.range(0, wanted.length).allMatch(i -> (bytes[i] & 0xFF) == wanted[i]);
    }
}
