package dev.interestlens.store;

import java.io.IOException;
import java.nio.file.Path;

/** Locks the folder given, says so, and holds on to it until its input ends or it is killed. */
final class LockingProgram {
    private LockingProgram() {}

    public static void main(String[] arguments) throws IOException {
        boolean locked = FolderLock.tryAcquire(Path.of(arguments[0])).isPresent();
        System.out.println(locked ? "locked" : "refused");
        if (locked && System.in.read() >= 0) {
            throw new IOException("unexpected input");
        }
    }
}
