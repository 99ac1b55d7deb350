package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manual's list of commands is what the help of the program says. With {@code -Dinterestlens.manual.write=true} it is written anew. */
class CommandReferenceTest {
    private static final Path MANUAL = Path.of("src/site/markdown");

    @Test
    void theListOfCommandsIsWhatTheHelpSays() throws IOException {
        holds(MANUAL.resolve("commands.md"), CommandReference.english());
        holds(MANUAL.resolve("zh/commands.md"), CommandReference.chinese());
    }

    @Test
    void everyArgumentHasAMeaning() {
        assertThat(CommandReference.english()).doesNotContain("` |  ");
        assertThat(CommandReference.chinese()).doesNotContain("` |  ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"commands.properties", "commands_zh.properties"})
    void aSignOfPercentIsWrittenTwiceInHelp(String file) throws IOException {
        try (Reader texts =
                new InputStreamReader(CommandLineProgram.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            Properties all = new Properties();
            all.load(texts);
            assertThat(all.values())
                    .allSatisfy(text ->
                            assertThat(text.toString().replaceAll("%[n%]", "")).doesNotContain("%"));
        }
    }

    private static void holds(Path file, String page) throws IOException {
        if (Boolean.getBoolean("interestlens.manual.write")) {
            Files.writeString(file, page);
        }
        assertThat(Files.readString(file))
                .as(file + " is not what the help says; .ci/manual writes it anew")
                .isEqualTo(page);
    }
}
