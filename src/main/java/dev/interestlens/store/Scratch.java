package dev.interestlens.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of this process among the temporary files of the system. Closing removes it. What a process left that was killed is removed by the next
 * one that makes such a folder; a lock in each tells the living from the dead.
 */
public final class Scratch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);
    private static final String PREFIX = "interest-lens-scratch-";

    /** {@link FolderLock} writes it when it has the lock and removes it when it lets go, so only the killed leave it. */
    private static final String OWNER = "lock.owner";

    private final Path folder;
    private final Path files;
    private final FolderLock lock;

    private Scratch(Path folder, Path files, FolderLock lock) {
        this.folder = folder;
        this.files = files;
        this.lock = lock;
    }

    /** A new, empty one. */
    public static Scratch create() {
        return create(UnpackedLibrary.temporary());
    }

    static Scratch create(Path among) {
        try {
            return lock(Files.createTempDirectory(among, PREFIX));
        } catch (IOException e) {
            throw Problem.resource(Scratch.class, "noScratch", among)
                    .with("reason", UnpackedLibrary.reason(e))
                    .exception(e);
        }
    }

    private static Scratch lock(Path folder) throws IOException {
        try {
            FolderLock lock = FolderLock.tryAcquire(folder).orElseThrow(); // nobody else knows it
            removeDead(folder);
            return new Scratch(folder, Files.createDirectory(folder.resolve("files")), lock);
        } catch (IOException | ProblemException e) { // a full disk may hold a folder and no file
            Disk.real().deleteAll(folder);
            throw new IOException(UnpackedLibrary.reason(e), e);
        }
    }

    /** Where files may be put. */
    public Path folder() {
        return files;
    }

    @Override
    public void close() {
        lock.close();
        try {
            Disk.real().deleteAll(folder);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed", folder, e);
        }
    }

    private static void removeDead(Path own) throws IOException {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(own.getParent(), PREFIX + "*")) {
            for (Path other : others) {
                try {
                    if (!other.equals(own) && isDead(other, own)) {
                        Disk.real().deleteAll(other);
                    }
                } catch (IOException | ProblemException e) {
                    LOG.debug("{} is left alone", other, e); // another process is at it, or it is another person's
                }
            }
        }
    }

    private static boolean isDead(Path other, Path own) throws IOException {
        return Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own))
                && Files.exists(other.resolve(OWNER), LinkOption.NOFOLLOW_LINKS)
                && !FolderLock.isHeld(other);
    }
}
