package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    @TempDir
    Path folder;

    @Test
    void onlyNothingOrABundleOpensTheWindow() throws IOException {
        Path bundle = Files.createFile(folder.resolve("din.ilens"));

        assertThat(Launcher.isForWindow()).isTrue();
        assertThat(Launcher.isForWindow(bundle.toString())).isTrue();
        assertThat(Launcher.isForWindow(folder.resolve("gone.ilens").toString()))
                .isFalse();
        assertThat(Launcher.isForWindow("open")).isFalse();
    }
}
