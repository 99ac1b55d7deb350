package dev.interestlens.store;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Reads a file as a whole, if it is not too large for that. A device or pipe is read as far, too, and does not fill the memory. */
public final class WholeFile {
    /** More than any file that is read as a whole has. */
    private static final int MAX_BYTES = 256 << 20;

    private static final int MAX_LINE = 16 << 20;

    private WholeFile() {}

    /** @throws ProblemException where it is not there, cannot be read, or is too large */
    public static byte[] bytes(Path file) {
        return bytes(file, MAX_BYTES);
    }

    /** The same with a limit of its own. */
    public static byte[] bytes(Path file, int max) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(max);
            if (bytes.length == max && in.read() >= 0) {
                throw Problem.badInput(WholeFile.class, "tooLarge", file).exception("megabytes", max >> 20);
            }
            return bytes;
        } catch (IOException e) {
            throw Json.unreadable(file, e);
        }
    }

    /** All bytes of a resource of the program beside a class. */
    public static byte[] resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + owner.getName());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The same of a text. */
    public static String text(Class<?> owner, String name) {
        return new String(resource(owner, name), StandardCharsets.UTF_8);
    }

    /**
     * Reads the lines below a header one by one, of any number, each of at most {@value #MAX_LINE} bytes in UTF-8.
     *
     * @param taken takes a line; false where it is invalid
     * @param wrong the problem of an invalid line, which it then names
     */
    public static void each(Path file, String header, Predicate<String> taken, Problem.Builder wrong) {
        long number = 1;
        try (BufferedReader lines = reader(file)) {
            String line = lines.readLine();
            boolean sound = header.equals(line);
            while (sound && (line = lines.readLine()) != null) {
                number++;
                sound = taken.test(line);
            }
            if (!sound) {
                throw wrong.line(number).ofValue(line == null ? "" : line);
            }
        } catch (CharacterCodingException e) {
            throw wrong.line(number).ofValue("");
        } catch (IOException e) {
            throw Json.unreadable(file, e);
        }
    }

    private static BufferedReader reader(Path file) throws IOException {
        InputStream in = new FilterInputStream(Files.newInputStream(file)) {
            private int line;

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int count = super.read(bytes, from, length);
                for (int i = from; i < from + count; i++) {
                    line = bytes[i] == '\n' ? 0 : line + 1;
                }
                if (line > MAX_LINE) {
                    throw new CharacterCodingException();
                }
                return count;
            }
        };
        return new BufferedReader(
                new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder())); // which refuses what is no text
    }

    /** The lines of a text in UTF-8, with or without a byte order mark. */
    public static List<String> lines(Path file) {
        return lines(file, bytes(file));
    }

    /** The same of the bytes of a file, which a problem names. */
    public static List<String> lines(Path file, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (CharacterCodingException e) {
            throw Problem.badInput(WholeFile.class, "noText", file).exception(e);
        }
    }
}
