package dev.interestlens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowStateTest {
    @TempDir
    Path folder;

    @Test
    void whatWasLookedAtComesBack() {
        WindowState state = new WindowState(
                Language.CHINESE,
                Theme.Choice.DARK,
                Screen.COMPARE,
                10,
                20,
                1200,
                700,
                false,
                new WindowState.Selection("shop-001", "din-002", 17));
        Path file = folder.resolve("settings.json");
        Json.write(Disk.real(), file, state);
        assertThat(Json.read(file, WindowState.class)).isEqualTo(state);
    }

    @Test
    void stateOfAnEarlierVersionIsStillRead() throws Exception {
        Path file = folder.resolve("settings.json");
        Json.write(Disk.real(), file, WindowState.first(Language.ENGLISH));
        String old = Files.readString(file).replaceAll("(?s),\\s*\"selection\" : \\{.*?}", "");
        assertThat(old).doesNotContain("selection");
        Files.writeString(file, old);
        assertThat(Json.read(file, WindowState.class).selection().run()).isNull();
    }

    @Test
    void aFirstWindowFillsASmallScreen() {
        WindowState first = WindowState.first(Language.ENGLISH);
        assertThat(first.within(0, 0, 1280, 800).maximized()).isTrue();
        assertThat(first.within(0, 0, 1920, 1080).maximized()).isFalse();
        assertThat(first.within(0, 0, 1280, 800).width()).isEqualTo(1280);
    }
}
