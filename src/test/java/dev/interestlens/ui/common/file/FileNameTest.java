package dev.interestlens.ui.common.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.store.ProblemException;
import dev.interestlens.ui.common.file.FileDialogs.Chosen;
import dev.interestlens.ui.common.file.FileDialogs.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    void anEndingOfAnotherFormatIsRefusedWithTheFormatsThatThereAre() {
        for (String typed : List.of("gates.tex", "gates.HTM", "gates.best.docx")) {
            assertThatThrownBy(() -> meant(typed, PNG))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                                    refused.problem().fix(Locale.ENGLISH))
                            .contains(".png, .svg")
                            .doesNotContain(".png, .png"));
        }
    }

    @Test
    void aPointWithinANameIsNoEnding() {
        for (String typed : List.of("run 1.2", "Mr. Robot", "用户.行为", "gates v.")) {
            assertThat(meant(typed, PNG)).isEqualTo(file(typed + ".png", PNG));
        }
        assertThat(FileName.meant("din.best.png", Path.of("/figures/din.best"), SVG, ALL))
                .as("the suggested name without its extension")
                .isEqualTo(file("din.best.svg", SVG));
    }

    @Test
    void whatHasOneFormatFollowsTheSameRule() {
        Kind folder = new Kind("folder", List.of("*"));
        FileDialogs typed = typing("/figures/scores");
        assertThat(typed.save("", "din.csv", new Kind("CSV", List.of("*.csv"))))
                .contains(Path.of("/figures/scores.csv"));
        assertThat(typed.save("", "din", folder)).contains(Path.of("/figures/scores"));
        assertThat(typing("/figures/v1.tex").save("", "din", folder)).contains(Path.of("/figures/v1.tex"));
        assertThatThrownBy(() -> typing("/figures/x.tex").save("", "din.csv", new Kind("CSV", List.of("*.csv"))))
                .isInstanceOf(ProblemException.class);
    }

    private static FileDialogs typing(String file) {
        return new FileDialogs() {
            @Override
            public Optional<Path> folder(String title) {
                return Optional.empty();
            }

            @Override
            public List<Path> files(String title, List<Kind> kinds) {
                return List.of();
            }

            @Override
            public Optional<Chosen> saveResult(String title, String suggestedName, List<Kind> kinds) {
                return Optional.of(FileName.meant(suggestedName, Path.of(file), kinds.get(0), kinds));
            }
        };
    }

    @Test
    void namesKeepLettersOfAnyLanguageAndLoseWhatFilesCannotHave() {
        assertThat(FileName.of("din: 用户 u/187 \\ <x>", ".png")).isEqualTo("din-用户-u-187-x.png");
        assertThat(FileName.of("../..", ".png")).isEqualTo("figure.png");
        assertThat(FileName.of("x".repeat(300), ".csv")).hasSize(84);
    }
}
