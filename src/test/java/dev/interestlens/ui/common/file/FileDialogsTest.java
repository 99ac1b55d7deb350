package dev.interestlens.ui.common.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileDialogsTest {
    @Test
    void aDialogIsNamedLikeItsButtonWithoutDotsAndLetter() {
        assertThat(FileDialogs.title("E_xport ...")).isEqualTo("Export");
        assertThat(FileDialogs.title("导出(_X)……")).isEqualTo("导出");
        assertThat(FileDialogs.title("Save explanation")).isEqualTo("Save explanation");
    }
}
