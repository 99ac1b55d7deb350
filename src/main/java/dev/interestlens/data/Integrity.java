package dev.interestlens.data;

import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32C;

/** Compares every byte of a prepared data set with its checksums. */
public final class Integrity {

    /**
     * Something that is not as it was written.
     *
     * @param file its name
     * @param offset where the block that differs begins, or −1 where the whole file is wrong or missing
     * @param bytes length of that block, or the size of the file
     */
    public record Damage(String file, long offset, long bytes) {}

    private Integrity() {}

    /**
     * Reads the whole data set.
     *
     * @param cancelled asked between blocks; what was found so far is returned
     * @return nothing where every byte is as it was written
     */
    public static List<Damage> check(Path folder, BooleanSupplier cancelled) {
        List<Damage> damages = new ArrayList<>();
        byte[] sums = bytes(folder, Layout.SUMS, damages);
        byte[] info = bytes(folder, Layout.INFO, damages);
        byte[] checksums = bytes(folder, Layout.CHECKSUMS, damages);
        if (!damages.isEmpty()) {
            return damages;
        }
        String[] lines = new String(sums, StandardCharsets.ISO_8859_1).split("\n", -1);
        whole(Layout.INFO, info, lines, 0, damages);
        whole(Layout.CHECKSUMS, checksums, lines, 1, damages);
        if (lines.length != 3 || !lines[2].isEmpty()) {
            damages.add(new Damage(Layout.SUMS, -1, sums.length));
        }
        if (damages.isEmpty()) {
            columns(folder, checksums, damages, cancelled);
        }
        return damages;
    }

    private static byte[] bytes(Path folder, String name, List<Damage> damages) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            damages.add(new Damage(name, -1, 0));
            return new byte[0];
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    // Either the file or its sum was changed: both are named by the file.
    private static void whole(String name, byte[] bytes, String[] lines, int line, List<Damage> damages) {
        if (line >= lines.length || !lines[line].equals(Sha256.of(bytes) + "  " + name)) {
            damages.add(new Damage(name, -1, bytes.length));
        }
    }

    private static void columns(Path folder, byte[] checksums, List<Damage> damages, BooleanSupplier cancelled) {
        for (ColumnSum column : Json.read(checksums, ColumnSum.All.class).columns()) {
            Path file = folder.resolve(column.name());
            if (!file.getParent().equals(folder) || !Files.isRegularFile(file)) {
                damages.add(new Damage(column.name(), -1, 0));
                continue;
            }
            try {
                if (Files.size(file) != column.bytes()) {
                    damages.add(new Damage(column.name(), -1, Files.size(file)));
                } else {
                    blocks(file, column, damages, cancelled);
                }
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
    }

    private static void blocks(Path file, ColumnSum column, List<Damage> damages, BooleanSupplier cancelled)
            throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            long offset = 0;
            for (long expected : column.blocks()) {
                if (cancelled.getAsBoolean()) {
                    return;
                }
                byte[] block = in.readNBytes(ColumnSum.BLOCK);
                CRC32C crc = new CRC32C();
                crc.update(block);
                if (crc.getValue() != expected) {
                    damages.add(new Damage(column.name(), offset, block.length));
                }
                offset += block.length;
            }
        }
    }

    private static ProblemException unreadable(Path file, IOException cause) {
        return Problem.resource(Integrity.class, "column")
                .file(file)
                .with("reason", cause.getClass().getSimpleName())
                .cause(cause)
                .exception();
    }
}
