package dev.interestlens.spark;

import dev.interestlens.spark.source.Cluster;
import dev.interestlens.spark.source.LogPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;

/** The files of one attempt of a task: a local folder that is removed with it, and unique names. */
final class TaskFiles implements Cluster.Files, AutoCloseable {
    private static final int BUFFER = 1 << 18;

    private final LogPart part;
    private final SharedFolder shared;
    private final Path work;
    private Path local;

    TaskFiles(LogPart part, SharedFolder shared) throws IOException {
        this.part = part;
        this.shared = shared;
        this.work = folder("task");
    }

    /** A new local folder below Spark's own: files of a killed process are removed with the application. */
    static Path folder(String kind) throws IOException {
        Path local =
                SparkEnv.get().blockManager().diskBlockManager().localDirs()[0].toPath();
        return Files.createTempDirectory(local, "interest-lens-" + kind);
    }

    /** A name of this attempt: a task that runs twice, or is killed, never changes files of another one. */
    static String name() {
        TaskContext task = TaskContext.get();
        return task.partitionId() + "-" + task.taskAttemptId() + "-" + UUID.randomUUID();
    }

    @Override
    public Path local() throws IOException {
        if (local == null) {
            URI location = URI.create(part.location());
            if (part.kind() == LogPart.Kind.BYTES) {
                local = work.resolve("part.txt");
                copyRecords(local);
            } else if ("file".equals(location.getScheme())) {
                local = Path.of(location);
            } else {
                Path folder = Files.createDirectories(work.resolve("whole"));
                local = folder.resolve(Path.of(location.getPath()).getFileName());
                try (InputStream in = whole()) {
                    Files.copy(in, local);
                }
            }
        }
        return local;
    }

    @Override
    public InputStream whole() throws IOException {
        return files().open(path());
    }

    private FileSystem files() throws IOException {
        return shared.files(part.location());
    }

    private org.apache.hadoop.fs.Path path() {
        return new org.apache.hadoop.fs.Path(URI.create(part.location()));
    }

    // The records that begin in the part: up to the first line feed it belongs to the part before.
    private void copyRecords(Path target) throws IOException {
        try (FSDataInputStream in = files().open(path());
                OutputStream out = Files.newOutputStream(target)) {
            long size = files().getFileStatus(path()).getLen();
            long from = part.from() == 0 ? 0 : behindLineFeed(in, part.from() - 1, size);
            long to = part.to() >= size ? size : behindLineFeed(in, part.to() - 1, size);
            in.seek(from);
            byte[] bytes = new byte[BUFFER];
            boolean begins = from > 0;
            for (long left = to - from; left > 0; ) {
                int n = in.read(bytes, 0, (int) Math.min(bytes.length, left));
                if (n < 0) {
                    throw new IOException("The file became shorter: " + part.location());
                }
                if (begins) {
                    keepMark(bytes, n, out);
                    begins = false;
                }
                out.write(bytes, 0, n);
                left -= n;
            }
        }
    }

    // A byte order mark has no meaning in the middle of a file, but the reader of the part would remove it from its
    // beginning.
    private static void keepMark(byte[] bytes, int length, OutputStream out) throws IOException {
        boolean mark = length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        if (mark) {
            out.write(bytes, 0, 3);
        }
    }

    private static long behindLineFeed(FSDataInputStream in, long from, long size) throws IOException {
        in.seek(from);
        byte[] bytes = new byte[4096];
        long at = from;
        for (int n = in.read(bytes, 0, bytes.length); n > 0; n = in.read(bytes, 0, bytes.length)) {
            for (int i = 0; i < n; i++) {
                if (bytes[i] == '\n') {
                    return at + i + 1;
                }
            }
            at += n;
        }
        return size;
    }

    @Override
    public Path work() {
        return work;
    }

    @Override
    public String publish(Path file) throws IOException {
        String name = "rows/" + name() + ".parquet";
        shared.publish(file, name);
        return name;
    }

    @Override
    public void close() throws IOException {
        remove(work);
    }

    /** Removes a folder with its content. */
    static void remove(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
