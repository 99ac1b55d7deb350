package dev.interestlens.data;

import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32C;

/** Compares every byte of a prepared data set with its checksums. */
public final class Integrity {

    /**
     * A part of a file that does not match its checksum.
     *
     * @param file its name
     * @param offset where the block that differs begins, or −1 where the whole file is wrong or missing
     * @param bytes length of that block, or the size of the file
     */
    public record Damage(String file, long offset, long bytes) {
        /** The problem for people; the file is relative to the data set's folder. */
        public ProblemException problem(Path folder) {
            boolean summed = bytes > 0 && (file.equals(Layout.INFO) || file.equals(Layout.CHECKSUMS));
            String whole = summed ? "damagedOrItsSum" : "damagedFile";
            return Problem.badInput(Integrity.class, offset < 0 ? whole : "damagedBlock", folder.resolve(file))
                    .with("sums", Layout.SUMS)
                    .with("offset", offset)
                    .exception("bytes", bytes);
        }
    }

    private Integrity() {}

    /**
     * Reads the whole data set.
     *
     * @param cancelled called between blocks; what was found so far is returned
     * @return empty where every byte matches
     */
    public static List<Damage> check(Path folder, BooleanSupplier cancelled) {
        List<Damage> damages = new ArrayList<>();
        DatasetSums sums = DatasetSums.read(folder, damages);
        if (sums != null) {
            columns(sums, damages, cancelled);
        }
        return damages;
    }

    private static void columns(DatasetSums sums, List<Damage> damages, BooleanSupplier cancelled) {
        Path folder = sums.folder();
        for (ColumnSum column : sums.columns()) {
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

    static ProblemException unreadable(Path file, IOException cause) {
        return Problem.resource(Integrity.class, "column", file)
                .with("reason", cause.getClass().getSimpleName())
                .exception(cause);
    }
}
