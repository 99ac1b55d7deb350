package dev.interestlens.data.source.file;

import dev.interestlens.data.source.encoding.Encodings;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a JSON array of objects, rewritten as one object in each line: the text between two objects becomes a line end, and line ends within
 * an object become spaces. The number of a line is then the number of its object.
 */
final class JsonArray extends FilterInputStream {

    private int depth;
    private boolean text;
    private boolean escaped;

    JsonArray(InputStream in) {
        super(in);
    }

    /** Whether a file begins with an array of objects. */
    static boolean is(byte[] head) {
        int at = skipped(head, Encodings.markLength(head));
        return at < head.length
                && head[at] == '['
                && skipped(head, at + 1) < head.length
                && head[skipped(head, at + 1)] == '{';
    }

    private static int skipped(byte[] head, int from) {
        int at = from;
        while (at < head.length && head[at] >= 0 && head[at] <= ' ') {
            at++;
        }
        return at;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int kept = 0;
        while (kept == 0) {
            int n = in.read(target, offset, length);
            if (n < 0) {
                return -1;
            }
            for (int i = offset; i < offset + n; i++) {
                int b = turned(target[i]);
                if (b >= 0) {
                    target[offset + kept++] = (byte) b;
                }
            }
        }
        return kept;
    }

    // −1 for a byte that is left out.
    private int turned(byte b) {
        if (text) {
            text = escaped || b != '"';
            escaped = !escaped && b == '\\';
            return b & 0xFF;
        }
        if (b == '[' || b == '{') {
            depth++;
            return depth == 1 ? -1 : b;
        }
        if (b == ']' || b == '}') {
            depth--;
            return depth == 0 ? -1 : b;
        }
        text = b == '"';
        if (depth <= 1) {
            return b == ',' ? '\n' : b >= 0 && b <= ' ' || depth == 0 ? -1 : b & 0xFF;
        }
        return b == '\n' || b == '\r' ? ' ' : b & 0xFF;
    }

    /** What is skipped has to be followed all the same. */
    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(Math.max(0, count), 1 << 16)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
