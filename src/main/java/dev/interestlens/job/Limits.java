package dev.interestlens.job;

import java.util.ArrayList;
import java.util.List;

/**
 * How much a job may use before it is killed.
 *
 * @param seconds from its start on
 * @param megabytes of resident memory
 */
public record Limits(int seconds, int megabytes) {
    /** A virtual machine reserves addresses that it never uses; this much is no sign of anything. */
    private static final long RESERVED_MEGABYTES = 6 << 10;

    /** Threads of the virtual machine compute beside the job's own. */
    private static final int THREADS = 2;

    public Limits {
        if (seconds < 1 || megabytes < 1) {
            throw new IllegalArgumentException("limits of " + seconds + " s, " + megabytes + " MB");
        }
    }

    /**
     * Before a command line, where the system can: bounds that hold even if whoever watches is killed. They are wider than the limits, so that the
     * watcher, who can say what happened, comes first.
     */
    List<String> prefix() {
        List<String> line = new ArrayList<>(memoryPrefix(megabytes));
        if (!line.isEmpty()) {
            line.add(1, "--cpu=" + (long) THREADS * seconds);
        }
        return line;
    }

    /** The same for memory alone. */
    static List<String> memoryPrefix(int megabytes) {
        List<String> line = new ArrayList<>();
        Program.found("prlimit")
                .ifPresent(prlimit ->
                        line.addAll(List.of(prlimit, "--as=" + ((megabytes + RESERVED_MEGABYTES) << 20), "--core=0")));
        return line;
    }
}
