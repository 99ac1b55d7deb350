package dev.interestlens.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was probably meant is named, and nothing else. */
class SpellingTest {
    private static final List<String> KNOWN = List.of("train", "trust", "explain", "export", "evaluate", "runs", "h");

    @ParameterizedTest
    @CsvSource({
        "train, train",
        "trani, train",
        "evalute, evaluate",
        "eval, evaluate",
        "exprot, export",
        "run, runs",
        "foo, ''",
        "x, ''",
        "e, ''",
        "plant, ''",
        "traverse, ''"
    })
    void onlyWhatIsNearIsNamed(String word, String near) {
        assertThat(String.join(" ", Spelling.near(word, KNOWN))).isEqualTo(near);
    }
}
