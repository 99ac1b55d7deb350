package dev.interestlens.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionPriorityTest {
    private static final String STAT = "42 (a (strange) name) S 7 42 42 0 -1 4194560";

    @TempDir
    Path process;

    @Test
    void theLeaderOfASessionLowersIt() throws IOException {
        Files.writeString(process.resolve("stat"), STAT);
        Path autogroup = Files.writeString(process.resolve("autogroup"), "/autogroup-5 nice 0\n");
        SessionPriority.lower(process, 42);
        assertThat(autogroup).hasContent("10");
    }

    @Test
    void whoSharesASessionWithTheWindowLeavesIt() throws IOException {
        Files.writeString(process.resolve("stat"), STAT);
        Path autogroup = Files.writeString(process.resolve("autogroup"), "/autogroup-5 nice 0\n");
        SessionPriority.lower(process, 43);
        assertThat(autogroup).hasContent("/autogroup-5 nice 0");
    }

    @Test
    void aSystemWithoutSuchGroupsIsLeftAlone() {
        SessionPriority.lower(process, 42);
        assertThat(process).isEmptyDirectory();
    }
}
