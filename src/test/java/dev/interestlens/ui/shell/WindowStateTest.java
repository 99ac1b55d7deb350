package dev.interestlens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.RunTableState;
import dev.interestlens.ui.common.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
                true,
                1.25,
                new WindowState.Selection(
                        "shop-001",
                        "din-002",
                        17,
                        List.of("shop-001"),
                        List.of("din-002", "din-001"),
                        new RunTableState(List.of("note"), List.of("training.epochs"), "auc", false, true),
                        List.of("groups"),
                        List.of("din-002", "bst-001"),
                        List.of("bst-001")));
        Path file = folder.resolve("settings.json");
        Json.write(Disk.real(), file, state);
        assertThat(Json.read(file, WindowState.class)).isEqualTo(state);
    }

    @Test
    void stateOfAnEarlierVersionIsStillRead() throws Exception {
        Path file = folder.resolve("settings.json");
        Json.write(Disk.real(), file, WindowState.first(Language.ENGLISH));
        String old = Files.readString(file).replaceAll("(?s),\\s*\"selection\" : \\{.*?}", "");
        old = old.replaceAll("(?s),\\s*\"(fullScreen|zoom)\" : [a-z0-9.]+", "");
        assertThat(old).doesNotContain("selection", "fullScreen", "zoom");
        Files.writeString(file, old);
        WindowState read = Json.read(file, WindowState.class);
        assertThat(read.selection().run()).isNull();
        assertThat(read.zoom()).isEqualTo(1);
        assertThat(read.fullScreen()).isFalse();
    }

    @Test
    void aFirstWindowFillsASmallScreen() {
        WindowState first = WindowState.first(Language.ENGLISH);
        assertThat(first.within(0, 0, 1240, 760).maximized()).isTrue();
        assertThat(first.within(0, 0, 1240, 760).width()).isEqualTo(1240);
        assertThat(first.within(0, 0, 1280, 800).maximized()).isFalse();
        assertThat(first.within(0, 0, 1920, 1080).width()).isEqualTo(1250);
    }
}
