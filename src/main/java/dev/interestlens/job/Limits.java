package dev.interestlens.job;

import java.util.ArrayList;
import java.util.List;

/**
 * How much a job may use before it is killed.
 *
 * @param seconds of processor time, over all its threads
 * @param megabytes of resident memory
 */
public record Limits(int seconds, int megabytes) {
    /** Address space that a virtual machine reserves without using it. */
    private static final long RESERVED_MEGABYTES = 6 << 10;

    /** The virtual machine has threads of its own. */
    private static final int THREADS = 2;

    public Limits {
        if (seconds < 1 || megabytes < 1) {
            throw new IllegalArgumentException("limits of " + seconds + " s, " + megabytes + " MB");
        }
    }

    /**
     * A prefix of the command line that sets limits by the system, where it can: they hold even if the parent is killed. They are wider than these,
     * so that the parent, which can report the cause, acts first.
     */
    List<String> prefix() {
        List<String> line = new ArrayList<>(memoryPrefix(megabytes));
        if (!line.isEmpty()) {
            line.add(1, "--cpu=" + (long) THREADS * seconds);
        }
        return line;
    }

    /** The same for memory only. */
    static List<String> memoryPrefix(int megabytes) {
        List<String> line = new ArrayList<>();
        Program.found("prlimit")
                .ifPresent(prlimit ->
                        line.addAll(List.of(prlimit, "--as=" + ((megabytes + RESERVED_MEGABYTES) << 20), "--core=0")));
        return line;
    }
}
