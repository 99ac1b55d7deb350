package dev.interestlens.store;

import java.nio.file.Path;
import java.util.UUID;

/** Names of files and folders that are not finished: hidden, beside what they become, and never given twice. */
public final class TemporaryName {
    private static final String PREFIX = ".interest-lens-";
    private static final String ENDING = ".tmp";

    private TemporaryName() {}

    /** A new name in the folder of a path. Whoever uses it creates it exclusively and removes it again. */
    public static Path beside(Path target) {
        return target.resolveSibling(PREFIX + UUID.randomUUID() + ENDING);
    }

    /** Whether a path has such a name. */
    public static boolean is(Path path) {
        return path.getFileName().toString().matches("\\.interest-lens-[0-9a-f-]{36}\\.tmp");
    }
}
