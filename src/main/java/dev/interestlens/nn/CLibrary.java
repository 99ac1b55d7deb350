package dev.interestlens.nn;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import dev.interestlens.store.UnpackedLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Functions of the system's C library. What calls them (JNA, which the engine uses, too) unpacks a library of its own into the home folder's cache, and
 * would not look elsewhere where that is full.
 */
final class CLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(CLibrary.class);
    private static final int MEGABYTES = 1;

    static {
        if (Platform.isLinux() && System.getProperty("jna.tmpdir") == null) {
            UnpackedLibrary.withRoom(List.of(cache(), UnpackedLibrary.temporary()), MEGABYTES)
                    .ifPresentOrElse(
                            folder -> System.setProperty("jna.tmpdir", folder.toString()),
                            () -> System.setProperty("jna.nounpack", "true")); // it would print a stack trace
        }
    }

    private CLibrary() {}

    /** Some of its functions; empty where the system has no such library, or calling it cannot be set up. */
    static <C extends Library> Optional<C> with(Class<C> functions) {
        try {
            return Optional.of(Native.load("c", functions));
        } catch (LinkageError e) {
            LOG.debug("the C library cannot be called", e);
            return Optional.empty();
        }
    }

    private static Path cache() {
        String chosen = System.getenv("XDG_CACHE_HOME");
        return chosen == null || chosen.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(chosen);
    }
}
