package dev.interestlens.nn;

import com.sun.jna.Library;
import com.sun.jna.Platform;

/**
 * How the C library treats memory that the engine frees. By default glibc returns arrays of some megabytes to the system at once and requests them
 * again in the next step, page by page, which takes a tenth of a training step of BST and up to half of the time that DIN takes to rank a catalogue.
 */
public final class NativeMemory {
    private static final int M_TRIM_THRESHOLD = -1;
    private static final int M_MMAP_THRESHOLD = -3;
    /** The largest value that glibc accepts on 64 bits. */
    private static final int LARGEST_MMAP_THRESHOLD = 32 << 20;

    /** Freed memory that is kept: more than a training step of the presets needs, and little enough for a window that stays open. */
    private static final int KEPT = 512 << 20;

    private interface C extends Library {
        /** Returns 1 where the parameter was set. */
        int mallopt(int parameter, int value);
    }

    private NativeMemory() {}

    /**
     * Lets this process keep up to 512 MiB of freed memory: it needs the same sizes again in the next step, and for the next user. An array of 32 MiB or
     * more goes back to the system at once.
     *
     * @return false where the C library has no such switch, which affects only the speed
     */
    public static boolean keepFreed() {
        return Platform.isLinux()
                && CLibrary.with(C.class).filter(NativeMemory::keepFreed).isPresent();
    }

    private static boolean keepFreed(C c) {
        try {
            return c.mallopt(M_MMAP_THRESHOLD, LARGEST_MMAP_THRESHOLD) == 1 && c.mallopt(M_TRIM_THRESHOLD, KEPT) == 1;
        } catch (UnsatisfiedLinkError e) {
            return false; // a C library other than glibc
        }
    }
}
