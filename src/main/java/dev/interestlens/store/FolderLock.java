package dev.interestlens.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock that shows that a process works in a folder. The system releases it when the process ends, however it ends.
 *
 * <p>The lock is on the file {@code lock}; {@code lock.owner} beside it holds the process id and start time of its holder. It is read first, because
 * on POSIX systems closing <em>any</em> channel on {@code lock} would release a lock that this very process holds.
 */
public final class FolderLock implements AutoCloseable {

    private static final int ATTEMPTS = 25;
    /** A holder on a busy machine may need seconds between its lock and its identity beside it. */
    private static final int ATTEMPTS_TO_NAME = 500;

    private static final long PAUSE_NANOS = 20_000_000;

    /** Two processes may read start times of a third that differ by a second: the system computes it from a clock that is adjusted now and then. */
    private static final long CLOCK_MILLIS = 5000;

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * The lock, or nothing if another process, or this one, has it. A process that only checks also holds it for a moment, so a lock without a
     * running holder is tried repeatedly for a while.
     */
    public static synchronized Optional<FolderLock> tryAcquire(Path folder) {
        if (isOurs(folder)) {
            return Optional.empty();
        }
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                FileChannel channel = FileChannel.open(lockFile(folder), CREATE, WRITE);
                if (channel.tryLock() != null) {
                    return Optional.of(owned(folder, channel));
                }
                channel.close();
                if (livingOwner(folder).isPresent()) {
                    return Optional.empty();
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw AtomicFile.writeFailed(Disk.real(), lockFile(folder), 0, e);
        }
    }

    /** Whether some process has the lock. Any number of processes may check at once. */
    public static synchronized boolean isHeld(Path folder) {
        if (isOurs(folder)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(lockFile(folder), READ)) {
            return channel.tryLock(0, Long.MAX_VALUE, true) == null; // closing releases it
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw AtomicFile.writeFailed(Disk.real(), lockFile(folder), 0, e);
        }
    }

    /** Whether this very process has the lock, such as a job around a command that locks the same folder. */
    public static synchronized boolean isOurs(Path folder) {
        return owner(folder).equals(identity(ProcessHandle.current()));
    }

    /** The process that has the lock, if one has. */
    public static Optional<ProcessHandle> holder(Path folder) {
        for (int attempt = 0; attempt < ATTEMPTS_TO_NAME && isHeld(folder); attempt++) {
            Optional<ProcessHandle> owner = livingOwner(folder);
            if (owner.isPresent()) {
                return owner;
            }
            LockSupport.parkNanos(PAUSE_NANOS); // it has the lock but has not written its identity yet
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        synchronized (FolderLock.class) {
            try {
                Files.deleteIfExists(ownerFile(folder));
                channel.close();
            } catch (IOException e) {
                throw AtomicFile.writeFailed(Disk.real(), lockFile(folder), 0, e);
            }
        }
    }

    private static Path lockFile(Path folder) {
        return folder.resolve("lock");
    }

    private static Path ownerFile(Path folder) {
        return folder.resolve("lock.owner");
    }

    private static FolderLock owned(Path folder, FileChannel channel) throws IOException {
        Path temporary = TemporaryName.beside(ownerFile(folder));
        try {
            Files.writeString(temporary, identity(ProcessHandle.current()), StandardOpenOption.CREATE_NEW);
            Files.move(
                    temporary, ownerFile(folder), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new FolderLock(folder, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static Optional<ProcessHandle> livingOwner(Path folder) {
        String owner = owner(folder);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        int space = owner.indexOf(' ');
        long start = Long.parseLong(owner.substring(space + 1));
        return ProcessHandle.of(Long.parseLong(owner.substring(0, space)))
                .filter(process -> Math.abs(start(process) - start) <= CLOCK_MILLIS);
    }

    private static String owner(Path folder) {
        try {
            String text = Files.readString(ownerFile(folder), StandardCharsets.US_ASCII);
            return text.matches("\\d{1,10} \\d{1,19}") ? text : "";
        } catch (IOException nobody) {
            return "";
        }
    }

    /** Process ids are reused, in containers soon; together with the start time they are unique. */
    private static String identity(ProcessHandle process) {
        return process.pid() + " " + start(process);
    }

    private static long start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
