package dev.interestlens.ui.common.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.ui.common.ErrorPresenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderOpenerTest {
    @TempDir
    private Path programs;

    private final ErrorPresenter errors = new ErrorPresenter();
    private final List<String> shown = new ArrayList<>();

    @Test
    void withoutAFileManagerTheFolderIsNamed() {
        new FolderOpener(shown::add, errors, "Linux", programs.toString()).open(programs);
        assertThat(shown).isEmpty();
        assertThat(errors.shownProperty().get().fix(Locale.ENGLISH)).contains(programs.toString());
    }

    @Test
    void theSystemShowsItOtherwise() throws IOException {
        assertThat(Files.createFile(programs.resolve("xdg-open")).toFile().setExecutable(true))
                .isTrue();
        new FolderOpener(shown::add, errors, "Linux", programs.toString()).open(programs);
        new FolderOpener(shown::add, errors, "Windows 11", "").open(programs);
        assertThat(shown)
                .containsExactly(programs.toUri().toString(), programs.toUri().toString());
        assertThat(errors.shownProperty().get()).isNull();
    }
}
