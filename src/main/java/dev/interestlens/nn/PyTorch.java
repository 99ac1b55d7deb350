package dev.interestlens.nn;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;

/**
 * The engine. All code starts it and makes its arrays through this class, so that {@link Offline} is in force before the engine's own initialiser
 * runs, which would otherwise send a usage report.
 */
public final class PyTorch {
    private static final String NAME = "PyTorch";
    private static final EngineLibrary LIBRARY = new EngineLibrary();

    static {
        Offline.enforce();
        NativeLog.errorsOnly();
        NativeMemory.keepFreed();
    }

    private PyTorch() {}

    /**
     * Loads the native library, if it is not loaded yet.
     *
     * @throws dev.interestlens.store.ProblemException where it cannot be unpacked or does not run here
     */
    public static void load() {
        engine();
    }

    /** The engine's version, such as {@code 2.7.1}. */
    public static String version() {
        return engine().getVersion();
    }

    /** Whether the native library is unpacked anew by every process, since it can be kept nowhere. */
    public static boolean isUnpackedEachTime() {
        engine();
        return LIBRARY.isForThisProcess();
    }

    /** GPUs that the engine can use. */
    public static int gpus() {
        return engine().getGpuCount();
    }

    /** A manager that owns arrays; the caller closes it. */
    public static NDManager manager(Device device) {
        load();
        return NDManager.newBaseManager(device, NAME);
    }

    /** A module without content, for an archive to be loaded into; the caller closes it. */
    public static Model module(String name) {
        load();
        return Model.newInstance(name, NAME);
    }

    private static Engine engine() {
        LIBRARY.load();
        Engine engine = Engine.getEngine(NAME);
        LIBRARY.started();
        return engine;
    }
}
