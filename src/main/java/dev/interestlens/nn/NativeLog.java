package dev.interestlens.nn;

import com.sun.jna.Library;
import com.sun.jna.Platform;

/** Limits what the engine's native library writes to standard error: it prints warnings for its own developers at every start. */
final class NativeLog {
    private static final String LEVEL = "TORCH_CPP_LOG_LEVEL";

    private interface C extends Library {
        /** Returns 0 where the variable was set, or existed and was not to be overwritten. */
        int setenv(String name, String value, int overwrite);
    }

    private NativeLog() {}

    /** Must be called before the library is loaded, which then reads the environment; a level that is already set is kept. */
    static void errorsOnly() {
        if (Platform.isWindows()) {
            return; // the C library has no such function
        }
        // Where it cannot be called, only the warnings are visible.
        CLibrary.with(C.class).ifPresent(c -> c.setenv(LEVEL, "ERROR", 0));
    }
}
