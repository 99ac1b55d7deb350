package dev.interestlens.spark;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.store.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;

/**
 * The sources of a preparation on this machine: local files, and of remote files a copied beginning, from which the format is detected; small files
 * and Parquet files are copied completely. Closing removes the copies.
 */
final class SourceMirror implements AutoCloseable {
    private static final long WHOLE_BYTES = 64L << 20;
    private static final int HEAD_BYTES = 8 << 20;

    private final SharedFolder files; // on the way, where all machines see it
    private final List<Path> sources = new ArrayList<>();
    private final Map<Path, String> locations = new HashMap<>();
    private final PrepareOptions options;
    private Path folder;

    /** @param beside a shared folder; if a table is read, a new folder in it is created and removed at the end */
    SourceMirror(SparkSession spark, String beside, List<String> given, String table, PrepareOptions options) {
        this.options = options;
        this.files = new SharedFolder(
                beside.replaceFirst("/+$", "") + "/.interest-lens-" + UUID.randomUUID(),
                spark.sparkContext().hadoopConfiguration());
        try {
            for (String source : given) {
                if (source.contains("://")) {
                    copy(source);
                } else {
                    sources.add(Path.of(source));
                }
            }
            if (!table.isEmpty()) {
                table(spark, table);
            }
        } catch (IOException e) {
            close();
            throw Problem.badInput(SourceMirror.class, "unreadable")
                    .with("reason", e.getMessage())
                    .exception(e);
        }
    }

    List<Path> sources() {
        return sources;
    }

    Map<Path, String> locations() {
        return locations;
    }

    PrepareOptions options() {
        return options;
    }

    private Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("interest-lens-sources");
        }
        return folder;
    }

    private void copy(String location) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(location);
        FileSystem system = files.files(location);
        FileStatus status = system.getFileStatus(path);
        Path own = Files.createDirectories(folder().resolve(UUID.randomUUID().toString()));
        if (status.isDirectory()) {
            Path inside = Files.createDirectories(own.resolve(path.getName()));
            for (FileStatus file : system.listStatus(path)) {
                if (file.isFile() && !file.getPath().getName().startsWith("_")) {
                    head(system, file, inside.resolve(file.getPath().getName()));
                }
            }
            sources.add(inside);
        } else {
            Path head = own.resolve(path.getName());
            head(system, status, head);
            sources.add(head);
        }
    }

    private void head(FileSystem system, FileStatus file, Path target) throws IOException {
        boolean whole = file.getLen() <= WHOLE_BYTES || target.toString().endsWith(".parquet");
        try (InputStream in = system.open(file.getPath());
                OutputStream out = Files.newOutputStream(target)) {
            if (whole) {
                in.transferTo(out);
            } else {
                out.write(in.readNBytes(HEAD_BYTES));
            }
        }
        locations.put(target.toAbsolutePath(), file.getPath().toUri().toString());
    }

    // Its rows, in the order of the order column, are written to one local Parquet file.
    private void table(SparkSession spark, String table) throws IOException {
        String order = options.columns().of(Roles.ORDER);
        spark.table(table).repartition(1).sortWithinPartitions(order).write().parquet(files.path("table"));
        Path rows = files.fetch("table", folder()).get(0);
        String written = files.path("table/" + rows.getFileName());
        Path named = folder().resolve(table.replaceAll("\\W+", "_") + ".parquet");
        Files.move(rows, named);
        sources.add(named);
        locations.put(named, written);
    }

    @Override
    public void close() {
        try {
            files.remove();
            if (folder != null) {
                TaskFiles.remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
