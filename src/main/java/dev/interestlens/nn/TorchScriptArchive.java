package dev.interestlens.nn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a TorchScript archive of one module without parameters from its source, to reach operations of the engine that its Java API lacks. The
 * archive is a zip of stored entries, format version 3 (torch/csrc/jit/serialization): the pickled module, an empty table of constants, the source.
 * torch reads it as well.
 */
final class TorchScriptArchive {
    private static final Pattern CLASS = Pattern.compile("\\Aclass (\\w+)\\(Module\\):");

    private TorchScriptArchive() {}

    /** @param source begins with {@code class NAME(Module):} and declares the attribute {@code training} alone */
    static byte[] of(String source) {
        Matcher name = CLASS.matcher(source);
        if (!name.find()) {
            throw new IllegalArgumentException("The source does not begin with a module's class");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "data.pkl", module(name.group(1)));
            store(zip, "code/__torch__.py", ascii(source));
            store(zip, "constants.pkl", ascii("\u0080\u0002).")); // an empty tuple
            store(zip, "byteorder", ascii("little"));
            store(zip, "version", ascii("3\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // writing to memory does not fail
        }
        return bytes.toByteArray();
    }

    /** Pickle, protocol 2: an object of the class, made from an empty tuple, with the state {training: true}. */
    private static byte[] module(String name) {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.writeBytes(ascii("\u0080\u0002c__torch__\n" + name + "\n)\u0081}("));
        byte[] key = ascii("training");
        pickle.write('X');
        for (int shift = 0; shift < 32; shift += 8) {
            pickle.write(key.length >>> shift & 0xff);
        }
        pickle.writeBytes(key);
        pickle.writeBytes(ascii("\u0088ub."));
        return pickle.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry("module/" + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
