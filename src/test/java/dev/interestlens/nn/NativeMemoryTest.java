package dev.interestlens.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jna.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NativeMemoryTest {
    @Test
    void setsTheSwitchWhereThereIsGlibc() {
        boolean glibc = Platform.isLinux()
                && (Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2"))
                        || Files.exists(Path.of("/lib/ld-linux-aarch64.so.1")));
        assertEquals(glibc, NativeMemory.keepFreed());
    }
}
