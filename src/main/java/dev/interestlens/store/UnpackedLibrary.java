package dev.interestlens.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A native library that unpacks itself into the folder for temporary files when it is first used, and is removed when the process ends by itself.
 * Where the system says which files a process has loaded (Linux), its name is removed as soon as it is loaded, so that a killed process leaves nothing.
 *
 * <p>Libraries try that once in a process, and some print stack traces where it fails. So the room is tried out before: a person who makes room can
 * then go on in the same window.
 */
public final class UnpackedLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(UnpackedLibrary.class);
    private static final Path LOADED = Path.of("/proc/self/maps");
    private static final int MEGABYTE = 1 << 20;

    private final String name;
    private final int megabytes;
    private final Pattern files;
    private final AtomicBoolean loaded = new AtomicBoolean();

    /** Something that loads the library. */
    @FunctionalInterface
    public interface First<T, E extends Exception> {
        T use() throws E;
    }

    /**
     * @param name as people know it
     * @param megabytes what it takes unpacked
     * @param files its files within the folder for temporary files, as in {@code libduckdb_java\d+\.so}
     */
    public UnpackedLibrary(String name, int megabytes, Pattern files) {
        this.name = name;
        this.megabytes = megabytes;
        this.files = files;
    }

    /** Where libraries unpack themselves. */
    public static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /**
     * Uses the library, which the first use loads.
     *
     * @throws ProblemException where it cannot be unpacked or does not run here
     */
    public <T, E extends Exception> T use(First<T, E> first) throws E {
        return loaded.get() ? first.use() : load(temporary(), first);
    }

    <T, E extends Exception> T load(Path folder, First<T, E> first) throws E {
        try {
            tryRoom(folder, megabytes);
        } catch (IOException e) {
            throw problem(folder, e);
        }
        try {
            T result = first.use();
            loaded.set(true);
            remove();
            return result;
        } catch (LinkageError e) {
            throw problem(folder, e);
        }
    }

    private ProblemException problem(Path folder, Throwable cause) {
        return Problem.resource(UnpackedLibrary.class, "noLibrary")
                .with("name", name)
                .with("folder", folder)
                .with("megabytes", megabytes)
                .with("reason", reason(cause))
                .exception(cause);
    }

    /** The first of some folders in which so much can be written. */
    public static Optional<Path> withRoom(List<Path> folders, int megabytes) {
        for (Path folder : folders) {
            try {
                tryRoom(folder, megabytes);
                return Optional.of(folder);
            } catch (IOException e) {
                LOG.debug("nothing can be unpacked into {}", folder, e);
            }
        }
        return Optional.empty();
    }

    // By writing it: a quota shows in no other way.
    private static void tryRoom(Path folder, int megabytes) throws IOException {
        Path file = Files.createTempFile(folder, "interest-lens", ".room");
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] some = new byte[MEGABYTE];
            for (int i = 0; i < megabytes; i++) {
                out.write(some);
            }
        } finally {
            Files.delete(file);
        }
    }

    /** What is at the root of an error, in its own words. */
    public static String reason(Throwable e) {
        Throwable first = e;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        if (first instanceof NoSuchFileException) {
            return "No such file or directory"; // its own words are the name of a file that nobody knows
        }
        if (first instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return first.getMessage() == null ? first.getClass().getSimpleName() : first.getMessage();
    }

    /** Whether the system lets go of the names of files that a process has loaded, and says which they are. */
    public static boolean canRemoveLoaded() {
        return Files.isReadable(LOADED);
    }

    /** Removes what this process has unpacked and loaded, with the folder that was made for it; of no other process, and no library that is installed. */
    private void remove() {
        if (!canRemoveLoaded()) {
            return;
        }
        try {
            Path temporary = temporary().toRealPath();
            for (Path file : loaded(temporary)) {
                Files.deleteIfExists(file);
                if (!file.getParent().equals(temporary)) {
                    removeEmpty(file.getParent());
                }
            }
        } catch (IOException e) {
            LOG.debug("the unpacked library goes when the process ends", e);
        }
    }

    private List<Path> loaded(Path temporary) throws IOException {
        return Files.readAllLines(LOADED, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.indexOf('/') >= 0)
                .map(line -> Path.of(line.substring(line.indexOf('/'))))
                .filter(file -> file.startsWith(temporary)
                        && files.matcher(temporary.relativize(file).toString()).matches())
                .distinct()
                .toList();
    }

    private static void removeEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("another library lies in {} still", folder);
        }
    }
}
