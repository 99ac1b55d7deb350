package dev.interestlens.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder beside a target, for what is not finished: hidden, new, and removed when it is closed. This process holds its lock, and the
 * file {@code target} in it names what it is for; so one whose process was killed is recognised, and removed by the next command that writes
 * beside it.
 */
record WorkFolder(Path folder, FolderLock lock) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
    private static final String MARK = "target";
    private static final int TIME_DIGITS = 16;
    private static final String REPLACED = "replaced";

    /**
     * Makes one, with the target's folder where that is missing.
     *
     * @throws ProblemException of kind USAGE where another process, which came earlier, is writing to the same target
     */
    static WorkFolder of(Path target) {
        Path folder = TemporaryName.beside(target);
        try {
            Files.createDirectories(target.getParent());
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw AtomicFile.writeFailed(Disk.real(), target, 0, e);
        }
        try {
            FolderLock lock = FolderLock.tryAcquire(folder).orElseThrow();
            WorkFolder made = new WorkFolder(folder, lock);
            return made.begun(target);
        } catch (IOException e) {
            throw discarded(folder, AtomicFile.writeFailed(Disk.real(), target, 0, e));
        } catch (ProblemException e) {
            throw discarded(folder, AtomicFile.refusedFor(Disk.real(), target, folder, e));
        }
    }

    private WorkFolder begun(Path target) throws IOException {
        try {
            Files.writeString(folder.resolve(MARK), mark(target), StandardOpenOption.CREATE_NEW);
            Files.createDirectory(folder.resolve("made"));
            Files.createDirectory(folder.resolve("scratch"));
            meetOthers(target);
            return this;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Removes what was begun: on a full disk not even its mark has room, without which no later command would know it. */
    private static ProblemException discarded(Path folder, ProblemException failed) {
        try {
            if (Files.exists(folder)) {
                Disk.real().deleteAll(folder);
            }
        } catch (IOException e) {
            failed.addSuppressed(e);
        }
        return failed;
    }

    /** Where the target is made, under its own name. */
    Path made(Path target) {
        return folder.resolve("made").resolve(target.getFileName());
    }

    /** A folder for what is needed on the way. */
    Path scratch() {
        return folder.resolve("scratch");
    }

    /** Where what is replaced lies until the new is in its place. */
    Path replaced() {
        return folder.resolve(REPLACED);
    }

    // The time comes first, so that of two that see each other only the later one gives way. Within one millisecond
    // there is room for several.
    private static String mark(Path target) {
        Instant now = Instant.now();
        long nanos = now.getEpochSecond() * 1_000_000_000 + now.getNano();
        return String.format(Locale.ROOT, "%0" + TIME_DIGITS + "x %s", nanos, target.getFileName());
    }

    private void meetOthers(Path target) throws IOException {
        String mine = Files.readString(folder.resolve(MARK)) + folder.getFileName();
        for (Path other : siblings()) {
            Optional<String> mark = markOf(other);
            if (mark.isEmpty()) {
                continue;
            }
            String its = mark.get().substring(TIME_DIGITS + 1);
            if (!FolderLock.isHeld(other)) {
                // One that closes removes the mark before it lets go: a mark that is still there was left by a killed
                // process.
                if (markOf(other).isPresent()) {
                    clearDead(other, target.resolveSibling(its));
                }
            } else if (its.equals(target.getFileName().toString())
                    && mine.compareTo(mark.get() + other.getFileName()) > 0) {
                close();
                throw Problem.usage(WorkFolder.class, "targetBusy", target).exception();
            }
        }
    }

    private List<Path> siblings() throws IOException {
        List<Path> siblings = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder.getParent())) {
            all.filter(path -> TemporaryName.is(path) && !path.equals(folder)).forEach(siblings::add);
        }
        return siblings;
    }

    // A folder of another person, whose files may not be read, says nothing; its target would be refused for being
    // there.
    private Optional<String> markOf(Path other) throws IOException {
        try {
            return Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                            && Files.exists(other.resolve("lock"))
                            && Files.getOwner(other).equals(Files.getOwner(folder))
                    ? Optional.of(Files.readString(other.resolve(MARK), StandardCharsets.UTF_8))
                            .filter(mark -> mark.matches("(?s)[0-9a-f]{" + TIME_DIGITS + "} [^/]+"))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // not ours, or just being made or removed
        }
    }

    /** What a killed process left; a target that it had taken away and not yet replaced is put back. */
    private static void clearDead(Path dead, Path target) {
        try {
            Optional<FolderLock> taken = FolderLock.tryAcquire(dead);
            if (taken.isEmpty()) {
                return; // another process clears it
            }
            FolderLock held = taken.get();
            try (held) {
                Path replaced = dead.resolve(REPLACED);
                if (Files.exists(replaced) && !Files.exists(target)) {
                    Files.move(replaced, target);
                }
                deleteInside(dead);
            }
            Disk.real().deleteAll(dead);
        } catch (IOException | ProblemException e) {
            LOG.warn("{} of a process that was killed cannot be removed", dead, e);
        }
    }

    private static void deleteInside(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(MARK));
        for (Path path : Disk.inside(folder)) {
            if (!path.equals(folder) && !path.getFileName().toString().startsWith("lock")) {
                deleteUnlessFull(path);
            }
        }
    }

    private static void deleteUnlessFull(Path path) throws IOException {
        try {
            Files.deleteIfExists(path);
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("{} goes with the lock", path);
        }
    }

    /** Removes the folder with its content: no other process writes there. */
    @Override
    public void close() {
        try {
            deleteInside(folder);
            lock.close();
            Disk.real().deleteAll(folder);
        } catch (IOException e) {
            throw Problem.resource(WorkFolder.class, "cannotClean", folder).exception(e);
        }
    }
}
