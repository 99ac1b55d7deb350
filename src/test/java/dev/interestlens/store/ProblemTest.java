package dev.interestlens.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static Problem.Builder broken() {
        return Problem.badInput(Safetensors.class, "safetensors", Path.of("some", "model.safetensors"))
                .with("reason", "too short");
    }

    @Test
    void itSpeaksBothLanguages() {
        Problem problem = broken().problem();

        assertThat(problem.text(Locale.ENGLISH)).isEqualTo("""
                        model.safetensors is not a sound safetensors file: too short
                        model.safetensors
                        Nothing was read from it.
                        Take the file from a backup, or export it again.""");
        assertThat(problem.what(Locale.SIMPLIFIED_CHINESE)).contains("model.safetensors", "不是完好的");
        assertThat(problem.fix(Locale.FRENCH)).isEqualTo(problem.fix(Locale.ENGLISH));
    }

    @Test
    void theWindowHasItsOwnAdviceWhereThereIsOne() {
        Problem exists = Problem.usage(OutputPath.class, "targetExists")
                .file(Path.of("why.html"))
                .problem();

        assertThat(exists.text(Locale.ENGLISH)).endsWith("add --overwrite to replace it.");
        assertThat(exists.text(Locale.ENGLISH, Problem.Surface.WINDOW))
                .endsWith("Choose another name, or delete it first.");
        Problem broken = broken().problem();
        assertThat(broken.text(Locale.ENGLISH, Problem.Surface.WINDOW)).isEqualTo(broken.text(Locale.ENGLISH));
    }

    @Test
    void thePlaceIsFileLineAndColumn() {
        assertThat(broken().line(17).column(3).problem().place()).isEqualTo("model.safetensors:17:3");
        assertThat(broken().line(17).problem().place()).isEqualTo("model.safetensors:17");
        assertThat(Problem.usage(Json.class, "json").problem().place()).isEmpty();
    }

    @Test
    void aValueIsCutAndEscaped() {
        assertThat(shown("a\tb\u0000\r\n")).isEqualTo("a\\tb\\u0000\\r\\n");
        assertThat(shown("\u202eevil")).isEqualTo("\\u202eevil");
        assertThat(shown("x".repeat(40))).isEqualTo("x".repeat(40));
        assertThat(shown("x".repeat(5_000_000))).isEqualTo("x".repeat(39) + "…");
        assertThat(shown("汉字 😀")).isEqualTo("汉字 😀");
    }

    @Test
    void aValueThatLooksLikeAPatternIsTakenAsItIs() {
        assertThat(broken().with("reason", "$1 \\ {file}").problem().what(Locale.ENGLISH))
                .isEqualTo("model.safetensors is not a sound safetensors file: $1 \\ {file}");
    }

    @Test
    void aProblemWithoutWordsShowsItsKey() {
        assertThat(Problem.internal(Json.class, "unheard").problem().text(Locale.ENGLISH))
                .isEqualTo("unheard");
    }

    @Test
    void exitCodesAreThoseOfTheCommandLine() {
        assertThat(Problem.Kind.values()).extracting(Problem.Kind::exitCode).containsExactly(1, 2, 3, 4, 5, 130);
    }

    private static String shown(String value) {
        return Problem.usage(Json.class, "json").value(value).problem().values().get("value");
    }
}
