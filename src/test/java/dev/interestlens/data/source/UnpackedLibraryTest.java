package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.source.prepare.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class UnpackedLibraryTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void theLibraryInUseHasNoNameAnyMore() throws IOException {
        Sources.load();
        assertThat(Files.readAllLines(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1))
                .filteredOn(line -> line.contains("libduckdb_java"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("(deleted)"));
    }

    @Test
    void anUnpackedLibraryOfAnotherProcessStays() throws IOException {
        Path other = Files.createTempFile("libduckdb_java", ".so");
        try {
            Sources.load();
            assertThat(other).exists();
        } finally {
            Files.delete(other);
        }
    }
}
