package dev.interestlens.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * Says that a process works in a folder. The system lets go of it when the process ends, however it ends.
 *
 * <p>The lock is on the file {@code lock}; {@code lock.owner} beside it holds the process id and start of who has it. It is asked first,
 * because on POSIX systems closing <em>any</em> channel on {@code lock} would release a lock that this very process holds.
 */
public final class FolderLock implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** The lock, or nothing if another process, or this one, has it. */
    public static synchronized Optional<FolderLock> tryAcquire(Path folder) {
        if (isOurs(folder)) {
            return Optional.empty();
        }
        try {
            FileChannel channel = open(folder);
            if (!locked(channel)) {
                channel.close();
                return Optional.empty();
            }
            Files.writeString(ownerFile(folder), identity(ProcessHandle.current()));
            return Optional.of(new FolderLock(folder, channel));
        } catch (IOException e) {
            throw AtomicFile.writeFailed(Disk.real(), folder.resolve("lock"), 0, e);
        }
    }

    /** Whether some process has the lock. */
    public static synchronized boolean isHeld(Path folder) {
        if (!Files.exists(folder.resolve("lock"))) {
            return false;
        }
        if (isOurs(folder)) {
            return true;
        }
        try (FileChannel channel = open(folder)) {
            return !locked(channel); // closing lets go of it again
        } catch (IOException e) {
            throw AtomicFile.writeFailed(Disk.real(), folder.resolve("lock"), 0, e);
        }
    }

    /** Whether this very process has the lock, such as a job around a command that locks the same folder. */
    public static synchronized boolean isOurs(Path folder) {
        return owner(folder).equals(identity(ProcessHandle.current()));
    }

    /** The process that has the lock, if one has and it said who it is. */
    public static Optional<ProcessHandle> holder(Path folder) {
        String owner = owner(folder);
        if (owner.isEmpty() || !isHeld(folder)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(owner.substring(0, owner.indexOf(' '))))
                .filter(process -> identity(process).equals(owner));
    }

    @Override
    public void close() {
        synchronized (FolderLock.class) {
            try {
                Files.deleteIfExists(ownerFile(folder));
                channel.close();
            } catch (IOException e) {
                throw AtomicFile.writeFailed(Disk.real(), folder.resolve("lock"), 0, e);
            }
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        return FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static Path ownerFile(Path folder) {
        return folder.resolve("lock.owner");
    }

    private static String owner(Path folder) {
        try {
            String text = Files.readString(ownerFile(folder), StandardCharsets.US_ASCII);
            return text.matches("\\d{1,10} \\d{1,19}") ? text : "";
        } catch (IOException nobody) {
            return "";
        }
    }

    /** Process ids are used again, in containers soon; with the start they are not. */
    private static String identity(ProcessHandle process) {
        long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return process.pid() + " " + start;
    }
}
