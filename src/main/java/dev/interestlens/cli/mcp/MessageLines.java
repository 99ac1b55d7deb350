package dev.interestlens.cli.mcp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream. Lines that are too long are skipped without being held in memory. */
final class MessageLines {
    static final int MAX_BYTES = 4 << 20;

    private final InputStream in;

    /** One line without its end. */
    record Line(byte[] bytes, boolean tooLong) {
        boolean isBlank() {
            for (byte each : bytes) {
                if (each != ' ' && each != '\t' && each != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    MessageLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next line, or null at the end of the stream; a last line needs no end. */
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        int read = in.read();
        if (read < 0) {
            return null;
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (line.size() == MAX_BYTES) {
                tooLong = true;
                line = new ByteArrayOutputStream();
            }
            if (!tooLong) {
                line.write(read);
            }
        }
        return new Line(line.toByteArray(), tooLong);
    }
}
