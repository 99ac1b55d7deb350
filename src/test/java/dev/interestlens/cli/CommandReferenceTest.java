package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The manual's list of commands is what the help of the program says. With {@code -Dinterestlens.manual.write=true} it is written anew. */
class CommandReferenceTest {
    private static final Path MANUAL = Path.of("src/site/markdown");

    @Test
    void theListOfCommandsIsWhatTheHelpSays() throws IOException {
        holds(MANUAL.resolve("commands.md"), CommandReference.english());
        holds(MANUAL.resolve("zh/commands.md"), CommandReference.chinese());
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
