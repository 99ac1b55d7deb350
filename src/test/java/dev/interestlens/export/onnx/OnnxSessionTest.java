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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxSessionTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"my model", "模型", "model 😀"})
    void aFileIsFoundByAnyName(String name) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name)).resolve(name + ".onnx");
        ForeignGraphs.write(own, ForeignGraphs.Kind.MASKED, 5);
        try (OnnxSession session = OnnxSession.open(own)) {
            assertThat(session.outputs()).containsExactly("score");
        }
    }

    @Test
    void aFileWithAnEmojiThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> OnnxSession.open(folder.resolve("none 😀.onnx")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("none 😀.onnx");
    }

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
