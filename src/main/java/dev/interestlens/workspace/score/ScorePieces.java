package dev.interestlens.workspace.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.data.source.file.ParquetFile;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FolderLock;
import dev.interestlens.store.Json;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Sha256;
import dev.interestlens.store.TemporaryName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table of scores that is written in chunks in a hidden folder beside its target, so that a killed command continues behind the last complete
 * chunk, and that becomes one CSV or Parquet file at the end. Chunks hold CSV without header. The folder is named after the target and the work, so
 * that other work has another folder. Closing releases its lock.
 */
final class ScorePieces implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScorePieces.class);
    private static final String STATE = "state.json";
    private static final int NAME_DIGITS = 24;

    private final Disk disk;
    private final OutputPath target;
    private final Path folder;
    private final Map<String, String> columns;
    private final FolderLock lock;
    private int pieces;

    /** @param columns names and DuckDB types */
    private ScorePieces(Disk disk, OutputPath target, Path folder, Map<String, String> columns, FolderLock lock) {
        this.disk = disk;
        this.target = target;
        this.folder = folder;
        this.columns = columns;
        this.lock = lock;
    }

    /**
     * Continues an earlier call, if it was the same work, else begins anew.
     *
     * @param work identifies the scores: equal texts give equal scores
     */
    static ScorePieces open(Disk disk, OutputPath target, Map<String, String> columns, String work) {
        Path file = target.path().toAbsolutePath();
        String sum = Sha256.of((file.getFileName() + " " + work).getBytes(StandardCharsets.UTF_8));
        Path folder = file.resolveSibling(".interest-lens-" + sum.substring(0, NAME_DIGITS) + ".parts");
        begin(disk, target, folder, sum);
        FolderLock lock = FolderLock.tryAcquire(folder)
                .orElseThrow(() -> Problem.usage(ScorePieces.class, "sameScoring", target.path())
                        .exception());
        ScorePieces pieces = new ScorePieces(disk, target, folder, columns, lock);
        while (Files.exists(pieces.piece(pieces.pieces))) {
            pieces.pieces++;
        }
        return pieces;
    }

    private static void begin(Disk disk, OutputPath target, Path folder, String sum) {
        try {
            Files.createDirectories(folder.getParent());
            Files.createDirectory(folder);
            Json.write(disk, folder.resolve(STATE), Map.of("work", sum));
        } catch (FileAlreadyExistsException e) {
            requireOurs(disk, folder, sum);
        } catch (IOException e) {
            throw AtomicFile.writeFailed(disk, target.path(), 0, e);
        }
    }

    private static void requireOurs(Disk disk, Path folder, String sum) {
        Path state = folder.resolve(STATE);
        if (isEmpty(folder)) {
            Json.write(disk, state, Map.of("work", sum)); // left by a call that was killed at once
        }
        JsonNode work = Files.isRegularFile(state) ? Json.object(state, tree -> tree.path("work")) : null;
        if (work == null || !work.asText().equals(sum)) {
            throw Problem.usage(ScorePieces.class, "foreignPieces", folder).exception();
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> inside = Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
            return inside.allMatch(path ->
                    TemporaryName.is(path) || path.getFileName().toString().matches("lock|lock\\.owner"));
        } catch (IOException e) {
            throw AtomicFile.writeFailed(Disk.real(), folder, 0, e);
        }
    }

    private Path piece(int number) {
        return folder.resolve(String.format(Locale.ROOT, "%08d.csv", number));
    }

    /** Whether the target is Parquet. */
    static boolean isParquet(Path target) {
        return OutputPath.ending(target).equals("parquet");
    }

    /** Number of complete chunks. */
    int count() {
        return pieces;
    }

    /** A temporary path within the folder, only for this process. */
    Path scratch() {
        return TemporaryName.beside(folder.resolve(STATE));
    }

    /** Writes a chunk to the disk; CSV without a header where the target is a table. */
    void add(String csv) {
        try {
            AtomicFile.write(disk, piece(pieces), out -> out.write(csv.getBytes(StandardCharsets.UTF_8)));
        } catch (ProblemException e) {
            throw new ProblemException(
                    e.problem().of(target.path()), e); // a chunk is not a file that a person requested
        }
        pieces++;
    }

    /** Makes the table from all chunks and removes them. */
    void finish() {
        finish(String.join(",", columns.keySet()) + "\n", "");
    }

    /** The same with texts before and after the chunks; a Parquet file has none. */
    void finish(String before, String behind) {
        if (isParquet(target.path()) && pieces == 0) {
            add("");
        }
        List<Path> all = IntStream.range(0, pieces).mapToObj(i -> piece(i)).toList();
        if (isParquet(target.path())) {
            target.make(disk, work -> {
                ParquetFile.write(all, columns, work.made());
                return pieces;
            });
        } else {
            target.write(disk, out -> {
                out.write(before.getBytes(StandardCharsets.UTF_8));
                for (Path piece : all) {
                    Files.copy(piece, out);
                }
                out.write(behind.getBytes(StandardCharsets.UTF_8));
            });
        }
        remove();
    }

    /** Removes the files of this work, and the folder if it is then empty. */
    private void remove() {
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path path : inside.toList()) {
                if (path.getFileName().toString().matches("\\d{8}\\.csv|state\\.json") || TemporaryName.is(path)) {
                    disk.delete(path);
                }
            }
        } catch (IOException e) {
            throw AtomicFile.writeFailed(disk, folder, 0, e);
        }
    }

    @Override
    public void close() {
        if (pieces == 0 && Files.exists(folder.resolve(STATE))) {
            remove(); // nothing was scored, so that there is nothing to continue
        }
        lock.close();
        if (Files.exists(folder.resolve(STATE))) {
            return;
        }
        try {
            disk.delete(folder.resolve("lock"));
            disk.delete(folder);
        } catch (DirectoryNotEmptyException e) {
            LOG.warn("{} holds something else and stays", folder);
        } catch (IOException e) {
            throw AtomicFile.writeFailed(disk, folder, 0, e);
        }
    }
}
