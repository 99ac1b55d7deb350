package dev.interestlens.workspace;

import dev.interestlens.data.source.ParquetFile;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A table of scores that is written piece by piece in a folder beside its target, {@code TARGET.parts}, so that a killed command goes on behind the last
 * whole piece, and that becomes one CSV or Parquet file at the end. Pieces hold CSV without heading.
 */
final class ScorePieces {
    private static final String STATE = "state.json";
    private static final String PARQUET = "all.parquet";

    private final Disk disk;
    private final Path target;
    private final Path folder;
    private final Map<String, String> columns;
    private int pieces;

    /** @param columns names and DuckDB types */
    private ScorePieces(Disk disk, Path target, Map<String, String> columns) {
        this.disk = disk;
        this.target = target;
        this.columns = columns;
        folder = target.resolveSibling(target.getFileName() + ".parts");
    }

    /**
     * Takes up what an earlier call left, if it was the same work, else begins anew.
     *
     * @param work what decides the scores: the same text, the same scores
     */
    static ScorePieces open(Disk disk, Path target, Map<String, String> columns, String work) {
        ScorePieces pieces = new ScorePieces(disk, target, columns);
        String sum = Sha256.of(work.getBytes(StandardCharsets.UTF_8));
        Path state = pieces.folder.resolve(STATE);
        if (!Files.exists(state) || !Json.tree(state).path("work").asText().equals(sum)) {
            pieces.remove();
            Json.write(disk, state, Map.of("work", sum));
        }
        while (Files.exists(pieces.piece(pieces.pieces))) {
            pieces.pieces++;
        }
        return pieces;
    }

    private Path piece(int number) {
        return folder.resolve(String.format("%08d.csv", number));
    }

    /** Whether the target is Parquet. */
    static boolean isParquet(Path target) {
        return target.getFileName().toString().endsWith(".parquet");
    }

    /** Number of whole pieces. */
    int count() {
        return pieces;
    }

    void add(String csv) {
        AtomicFile.write(disk, piece(pieces), out -> out.write(csv.getBytes(StandardCharsets.UTF_8)));
        pieces++;
    }

    /** Makes the target of all pieces and removes them. */
    void finish() {
        List<Path> all = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            all.add(piece(i));
        }
        if (isParquet(target)) {
            if (all.isEmpty()) {
                add("");
                all.add(piece(0));
            }
            Path written = folder.resolve(PARQUET);
            ParquetFile.write(all, columns, written);
            AtomicFile.write(disk, target, out -> Files.copy(written, out));
        } else {
            AtomicFile.write(disk, target, out -> {
                out.write((String.join(",", columns.keySet()) + "\n").getBytes(StandardCharsets.UTF_8));
                for (Path piece : all) {
                    Files.copy(piece, out);
                }
            });
        }
        remove();
    }

    private void remove() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                disk.delete(path);
            }
        } catch (IOException e) {
            throw AtomicFile.writeFailed(disk, folder, 0, e);
        }
    }
}
