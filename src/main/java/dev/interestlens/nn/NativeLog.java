package dev.interestlens.nn;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/** What the engine's native library writes to standard error by itself: warnings to its own programmers, at every start. */
final class NativeLog {
    private static final String LEVEL = "TORCH_CPP_LOG_LEVEL";

    private interface C extends Library {
        /** Returns 0 where it was set, or was there already and is not to be overwritten. */
        int setenv(String name, String value, int overwrite);
    }

    private NativeLog() {}

    /** Must come before the library is loaded, which reads the environment then; a level that is set from outside stays. */
    static void errorsOnly() {
        if (Platform.isWindows()) {
            return; // its C library has no such function
        }
        try {
            Native.load("c", C.class).setenv(LEVEL, "ERROR", 0);
        } catch (UnsatisfiedLinkError e) {
            return; // the warnings are seen, and nothing else
        }
    }
}
