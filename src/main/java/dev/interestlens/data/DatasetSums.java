package dev.interestlens.data;

import dev.interestlens.store.Json;
import dev.interestlens.store.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the files of a data set must hold. {@code SHA256SUMS} covers {@code dataset.json} and {@code checksums.json}, and the latter covers every
 * column. An instance has been checked against its own sums.
 */
final class DatasetSums {
    private static final int LINES = 3; // two sums, and nothing behind the last line end

    private final Path folder;
    private final byte[] info;
    private final Map<String, ColumnSum> columns;

    private DatasetSums(Path folder, byte[] info, Map<String, ColumnSum> columns) {
        this.folder = folder;
        this.info = info;
        this.columns = columns;
    }

    /** @throws dev.interestlens.store.ProblemException naming the first of the three files that is damaged or missing */
    static DatasetSums open(Path folder) {
        List<Integrity.Damage> damages = new ArrayList<>();
        DatasetSums sums = read(folder, damages);
        if (!damages.isEmpty()) {
            throw damages.get(0).problem(folder);
        }
        return sums;
    }

    /** @param damages gets what is wrong; the result is null then */
    static DatasetSums read(Path folder, List<Integrity.Damage> damages) {
        byte[] sums = bytes(folder, Layout.SUMS, damages);
        byte[] info = bytes(folder, Layout.INFO, damages);
        byte[] checksums = bytes(folder, Layout.CHECKSUMS, damages);
        if (!damages.isEmpty()) {
            return null;
        }
        String[] lines = new String(sums, StandardCharsets.ISO_8859_1).split("\n", -1);
        boolean infoFits = fits(Layout.INFO, info, lines, 0);
        boolean checksumsFit = fits(Layout.CHECKSUMS, checksums, lines, 1);
        if (lines.length != LINES || !lines[LINES - 1].isEmpty() || !infoFits && !checksumsFit) {
            damages.add(new Integrity.Damage(Layout.SUMS, -1, sums.length));
        }
        // Either the file or its checksum was changed: the problem names the file in both cases.
        if (!infoFits) {
            damages.add(new Integrity.Damage(Layout.INFO, -1, info.length));
        }
        if (!checksumsFit) {
            damages.add(new Integrity.Damage(Layout.CHECKSUMS, -1, checksums.length));
        }
        return damages.isEmpty() ? new DatasetSums(folder, info, columns(folder, checksums)) : null;
    }

    private static byte[] bytes(Path folder, String name, List<Integrity.Damage> damages) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            damages.add(new Integrity.Damage(name, -1, 0));
            return new byte[0];
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Integrity.unreadable(file, e);
        }
    }

    private static boolean fits(String name, byte[] bytes, String[] lines, int line) {
        return line < lines.length && lines[line].equals(Sha256.of(bytes) + "  " + name);
    }

    private static Map<String, ColumnSum> columns(Path folder, byte[] checksums) {
        Map<String, ColumnSum> columns = new LinkedHashMap<>();
        Json.read(checksums, ColumnSum.All.class, folder.resolve(Layout.CHECKSUMS))
                .columns()
                .forEach(column -> columns.put(column.name(), column));
        return columns;
    }

    Path folder() {
        return folder;
    }

    /** The bytes of {@code dataset.json}. */
    byte[] info() {
        return info;
    }

    /** Of all columns, in the order of {@code checksums.json}. */
    Iterable<ColumnSum> columns() {
        return columns.values();
    }

    boolean has(String name) {
        return columns.containsKey(name);
    }

    /** @throws dev.interestlens.store.ProblemException where the data set was written without such a column */
    ColumnSum of(String name) {
        ColumnSum sum = columns.get(name);
        if (sum == null) {
            throw new Integrity.Damage(name, -1, 0).problem(folder);
        }
        return sum;
    }
}
