package dev.interestlens.nn;

import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.Utils;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Scratch;
import dev.interestlens.store.UnpackedLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's native libraries, which take 430 MB. They are unpacked once for all processes, into the home folder or where the person's setting says;
 * where nothing can be written there, every process unpacks them for itself among the temporary files, and takes some seconds more.
 */
final class EngineLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(EngineLibrary.class);

    /** The engine's own name of the folder; the environment precedes the property. */
    private static final String FOLDER = "ENGINE_CACHE_DIR";

    private final Path home = Path.of(System.getProperty("user.home"));
    private final Path folder;
    private boolean loaded;
    private boolean forThisProcess;

    /** Held while the process runs where the system removes no files that are in use. */
    private Scratch own;

    EngineLibrary() {
        folder = Stream.of(FOLDER, "DJL_CACHE_DIR")
                .map(Utils::getEnvOrSystemProperty)
                .filter(named -> named != null && !named.isBlank())
                .findFirst()
                .map(Path::of)
                .orElse(home.resolve(".djl.ai"));
    }

    /**
     * Loads them, if they are not loaded yet.
     *
     * @throws ProblemException where they cannot be unpacked or do not run here
     */
    synchronized void load() {
        if (loaded) {
            return;
        }
        System.setProperty(FOLDER, folder.toString()); // else it would look among the temporary files of all users
        try {
            requireHome();
            LibUtils.loadLibrary();
        } catch (EngineException e) {
            loadForThisProcess(e);
        } catch (LinkageError e) {
            throw refused(e);
        }
        loaded = true;
    }

    /** It would be made otherwise, even where Java knows no home folder of the user and calls it "?", as in a container. */
    private void requireHome() {
        if (folder.startsWith(home) && !Files.isDirectory(home)) {
            throw new EngineException("no home folder", new NoSuchFileException(home.toString()));
        }
    }

    /** Whether nothing could be written where they are kept for the next process. */
    synchronized boolean isForThisProcess() {
        return forThisProcess;
    }

    /** Removes what only this process has unpacked, once the engine has started; where files in use stay, the next process removes it. */
    synchronized void started() {
        if (own != null && UnpackedLibrary.canRemoveLoaded()) {
            own.close();
            own = null;
        }
    }

    private void loadForThisProcess(EngineException failed) {
        if (!(failed.getCause() instanceof IOException) || System.getenv(FOLDER) != null) {
            throw refused(failed);
        }
        LOG.info("the engine is unpacked for this process alone: {}", UnpackedLibrary.reason(failed));
        try {
            own = Scratch.create();
        } catch (ProblemException e) {
            failed.addSuppressed(e);
            throw refused(failed);
        }
        forThisProcess = true;
        System.setProperty(FOLDER, own.folder().toString());
        try {
            LibUtils.loadLibrary();
        } catch (EngineException | LinkageError e) {
            own.close();
            own = null;
            throw refused(e);
        }
    }

    private ProblemException refused(Throwable cause) {
        return Problem.resource(EngineLibrary.class, "noEngine")
                .with("folder", folder)
                .with("temporary", UnpackedLibrary.temporary())
                .with("reason", UnpackedLibrary.reason(cause))
                .exception(cause);
    }
}
