package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.prepare.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spaces around a value are looked for only where a file has any; they never make another key. */
class SpacesTest {

    @TempDir
    Path folder;

    static Stream<String> spaces() {
        return Stream.of(" ", "\u00a0", "\u3000");
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void aSpaceAnywhereIsSeen(String space) throws IOException {
        StringBuilder log = new StringBuilder("user,item,time\n");
        for (int n = 0; n < 60; n++) {
            String user = n == 57 ? "u1" + space : "u" + n % 5;
            log.append(user)
                    .append(",i")
                    .append(n % 7)
                    .append(',')
                    .append(1_600_000_000 + n * 60)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("log.csv"), log);
        try (PreparedDataset data =
                Sources.prepare(List.of(file), PrepareOptions.defaults(), folder.resolve("out"), Progress.none())) {
            assertThat(data.info().counts().users()).isEqualTo(5);
        }
    }
}
