package dev.interestlens.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lowers the priority of a job below the window's on Linux desktops. Their scheduler divides processor time among sessions first and applies {@code
 * nice} only within a session (sched(7), autogroup), so that a job in a session of its own would get as much as the window whatever its {@code nice}
 * value.
 */
final class SessionPriority {
    private static final Logger LOG = LoggerFactory.getLogger(SessionPriority.class);
    private static final Path SELF = Path.of("/proc/self");
    private static final String LOW = "10";

    /** Of what follows a process's name in {@code stat}: state, parent, group, session. */
    private static final int SESSION = 3;

    private SessionPriority() {}

    /** Lowers the session of this process, where this process is its leader. */
    static void lower() {
        lower(SELF, ProcessHandle.current().pid());
    }

    static void lower(Path process, long pid) {
        Path autogroup = process.resolve("autogroup");
        try {
            if (Files.exists(autogroup) && session(Files.readString(process.resolve("stat"))) == pid) {
                Files.writeString(autogroup, LOW);
            }
        } catch (IOException e) {
            LOG.debug("The session keeps its priority: {}", e.toString());
        }
    }

    private static long session(String stat) {
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ")[SESSION]);
    }
}
