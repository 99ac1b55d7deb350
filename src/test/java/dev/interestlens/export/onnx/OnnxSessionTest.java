package dev.interestlens.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OnnxSessionTest {
    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void theRuntimeLeavesNothingUnpackedBehind() throws IOException {
        assertThatThrownBy(() -> OnnxSession.open(folder.resolve("none.onnx"))).isInstanceOf(ProblemException.class);
        assertThat(Files.readAllLines(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1))
                .filteredOn(line -> line.contains("/onnxruntime-java"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("(deleted)"))
                .map(line -> Path.of(line.substring(line.indexOf('/'))).getParent())
                .allSatisfy(unpacked -> assertThat(unpacked).doesNotExist());
    }
}
