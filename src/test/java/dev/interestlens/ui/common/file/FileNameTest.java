package dev.interestlens.ui.common.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.ui.common.file.FileDialogs.Chosen;
import dev.interestlens.ui.common.file.FileDialogs.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileNameTest {
    private static final Kind PNG = new Kind("PNG", List.of("*.png"));
    private static final Kind SLIDE = new Kind("slide", List.of("*.png"));
    private static final Kind SVG = new Kind("SVG", List.of("*.svg"));
    private static final List<Kind> ALL = List.of(PNG, SLIDE, SVG);

    private static Chosen meant(String typed, Kind selected) {
        return FileName.meant("gates.png", Path.of("/figures", typed), selected, ALL);
    }

    private static Chosen file(String name, Kind kind) {
        return new Chosen(Path.of("/figures", name), kind);
    }

    @Test
    void theEndingFollowsTheFormat() {
        assertThat(meant("gates.png", SVG)).isEqualTo(file("gates.svg", SVG));
        assertThat(meant("gates", SVG)).isEqualTo(file("gates.svg", SVG));
        assertThat(meant("gates.png", PNG)).isEqualTo(file("gates.png", PNG));
        assertThat(meant("run 1.2", PNG)).isEqualTo(file("run 1.2.png", PNG));
    }

    @Test
    void oneEndingMayBeTwoFormats() {
        assertThat(meant("gates.png", SLIDE)).isEqualTo(file("gates.png", SLIDE));
    }

    @Test
    void anEndingThatWasTypedCounts() {
        assertThat(meant("gates.SVG", PNG)).isEqualTo(file("gates.SVG", SVG));
    }

    @Test
    void namesKeepLettersOfAnyLanguageAndLoseWhatFilesCannotHave() {
        assertThat(FileName.of("din: 用户 u/187 \\ <x>", ".png")).isEqualTo("din-用户-u-187-x.png");
        assertThat(FileName.of("../..", ".png")).isEqualTo("figure.png");
        assertThat(FileName.of("x".repeat(300), ".csv")).hasSize(84);
    }
}
