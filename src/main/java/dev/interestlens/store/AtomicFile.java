package dev.interestlens.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Replaces a file atomically: a reader sees the old bytes or the new ones, even after a crash.
 *
 * <p>Order: write under a temporary name in the same folder, computing the checksum; force; check the target; move atomically; force the folder.
 */
public final class AtomicFile {

    /** Writes the new content; the stream is closed for it. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes the target anew, making its folder if it is missing.
     *
     * @return the SHA-256 of the new content
     * @throws ProblemException of kind RESOURCE if the disk refuses; the target then is as it was before, or completely new if only the last step
     *     failed (forcing the folder)
     */
    public static String write(Disk disk, Path target, Body body) {
        Path folder = target.toAbsolutePath().getParent();
        Path temporary = TemporaryName.beside(folder.resolve(target.getFileName()));
        long[] written = new long[1];
        boolean[] created = new boolean[1];
        try {
            disk.createFolders(folder);
            String sum = writeTemporary(disk, temporary, body, written, created);
            disk.move(temporary, target);
            disk.forceFolder(folder);
            return sum;
        } catch (IOException | RuntimeException e) {
            if (created[0]) {
                remove(disk, temporary, e);
            }
            if (e instanceof IOException refused) {
                throw writeFailed(disk, target, written[0], refused);
            }
            throw (RuntimeException) e;
        }
    }

    private static void remove(Disk disk, Path temporary, Exception reason) {
        try {
            disk.delete(temporary);
        } catch (IOException alsoFailed) {
            reason.addSuppressed(alsoFailed);
        }
    }

    /** The problem to throw where a durable operation on the file failed: the real reason, and the bytes needed and free. */
    public static ProblemException writeFailed(Disk disk, Path target, long needed, IOException cause) {
        long free = -1;
        try {
            free = disk.freeBytes(existing(target));
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        Path blocking = WriteFailure.blocking(target.toAbsolutePath());
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return Problem.resource(AtomicFile.class, "write." + WriteFailure.of(target, cause, needed, free), target)
                .with("reason", reason)
                .with("folder", target.toAbsolutePath().getParent())
                .with("blocking", blocking)
                .with("needed", needed)
                .with("free", free < 0 ? "?" : free)
                .exception(cause);
    }

    /**
     * What to throw where making a target failed: a person named the target and knows no file of the folder in which it is made.
     *
     * @param work that folder
     */
    static ProblemException refusedFor(Disk disk, Path target, Path work, ProblemException failed) {
        Map<String, String> values = failed.problem().values();
        boolean inside = failed.problem().owner() == AtomicFile.class
                && failed.getCause() instanceof IOException
                && Path.of(values.get("path")).startsWith(work);
        return inside
                ? writeFailed(disk, target, Long.parseLong(values.get("needed")), (IOException) failed.getCause())
                : failed;
    }

    private static Path existing(Path path) {
        Path place = path.toAbsolutePath();
        while (place.getParent() != null && !Files.exists(place)) {
            place = place.getParent();
        }
        return place;
    }

    private static String writeTemporary(Disk disk, Path temporary, Body body, long[] written, boolean[] created)
            throws IOException {
        Sha256 sum = new Sha256();
        CRC32C check = new CRC32C();
        try (Disk.Output file = created(disk, temporary, created);
                OutputStream out = new BufferedOutputStream(new Summing(file, sum, check, written), 1 << 16)) {
            body.writeTo(out);
            out.flush();
            file.force();
        }
        if (Files.size(temporary) != written[0] || crc(temporary) != check.getValue()) {
            throw new IOException("the bytes on the disk differ from those written");
        }
        return sum.hex();
    }

    private static Disk.Output created(Disk disk, Path temporary, boolean[] created) throws IOException {
        Disk.Output file = disk.create(temporary);
        created[0] = true;
        return file;
    }

    private static long crc(Path file) throws IOException {
        CRC32C check = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            while (channel.read(buffer) >= 0) {
                check.update(buffer.flip());
                buffer.clear();
            }
        }
        return check.getValue();
    }

    /** Writes bytes to the file and computes their checksum. */
    private static final class Summing extends OutputStream {
        private final Disk.Output file;
        private final Sha256 sum;
        private final CRC32C check;
        private final long[] written;

        Summing(Disk.Output file, Sha256 sum, CRC32C check, long[] written) {
            this.file = file;
            this.sum = sum;
            this.check = check;
            this.written = written;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            written[0] += length;
            sum.update(bytes, offset, length);
            check.update(bytes, offset, length);
            file.write(ByteBuffer.wrap(bytes, offset, length));
        }
    }
}
