package dev.interestlens.nn;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * How the C library treats memory that the engine frees. By default glibc gives arrays of some megabytes back to the system at once and asks for them
 * again in the next step, page by page: a tenth of a training step of BST.
 */
public final class NativeMemory {
    private static final int M_TRIM_THRESHOLD = -1;
    private static final int M_MMAP_THRESHOLD = -3;
    /** The most that glibc takes on 64 bits. */
    private static final int LARGEST_MMAP_THRESHOLD = 32 << 20;

    private interface C extends Library {
        /** Returns 1 where the parameter was set. */
        int mallopt(int parameter, int value);
    }

    private NativeMemory() {}

    /**
     * Lets this process keep what is freed until it ends; for processes that train, which ask for the same sizes step after step.
     *
     * @return false where the C library has no such switch, which costs speed and nothing else
     */
    public static boolean keepFreed() {
        if (!Platform.isLinux()) {
            return false;
        }
        try {
            C c = Native.load("c", C.class);
            return c.mallopt(M_MMAP_THRESHOLD, LARGEST_MMAP_THRESHOLD) == 1
                    && c.mallopt(M_TRIM_THRESHOLD, Integer.MAX_VALUE) == 1;
        } catch (UnsatisfiedLinkError e) {
            return false; // a C library other than glibc
        }
    }
}
