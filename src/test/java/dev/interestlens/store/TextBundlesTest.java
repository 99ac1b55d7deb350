package dev.interestlens.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.source.PrepareOptions;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextBundlesTest {
    private static final Texts PROBLEMS = Texts.beside(Problem.class, "problems");

    @Test
    void oneIsSingularAndAllElsePlural() {
        String text = "{count} {count:row was|rows were} read of {file}";

        assertThat(fill(text, Map.of("count", 1, "file", "a"))).isEqualTo("1 row was read of a");
        assertThat(fill(text, Map.of("count", "1"))).isEqualTo("1 row was read of {file}");
        assertThat(fill(text, Map.of("count", 0L))).isEqualTo("0 rows were read of {file}");
        assertThat(fill(text, Map.of("count", 21))).isEqualTo("21 rows were read of {file}");
    }

    @Test
    void placesCountFromZero() {
        assertThat(PROBLEMS.fill("{1} of {0%,d} {0:user|users}{2}", Locale.ENGLISH, 1234, "x"))
                .isEqualTo("x of 1,234 users{2}");
    }

    @Test
    void numbersAreFormattedWhereTheTextAsksForIt() {
        assertThat(PROBLEMS.fill("{0%.2f} {0} 5 % {1%-4s}|", Locale.ENGLISH, 0.5, "a"))
                .isEqualTo("0.50 0.5 5 % a   |");
    }

    @Test
    void aPlaceholderInAValueIsNotFilled() {
        assertThat(PROBLEMS.fill("{0} {1}", Locale.ENGLISH, "{1}", "$1")).isEqualTo("{1} $1");
    }

    @Test
    void aKeyedTextIsSaidInTheLanguageOfWhatHoldsIt() {
        Texts findings = Texts.beside(PrepareOptions.class, "findings");
        KeyedText inner = KeyedText.of(findings, "short.noItem");

        assertThat(PROBLEMS.fill("({0})", Locale.CHINESE, inner)).isEqualTo("(" + inner.in(Locale.CHINESE) + ")");
        assertThat(inner.in(Locale.CHINESE)).isNotEqualTo(inner.in(Locale.ENGLISH));
    }

    @Test
    void aMissingBundleHasNoKeys() {
        assertThat(Texts.beside(Texts.class, "nowhere").keys()).isEmpty();
        assertThat(Texts.beside(Texts.class, "nowhere").find("key", Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void aProblemSpeaksOfOneRow() {
        Problem.Builder problem =
                Problem.badInput(PrepareOptions.class, "noLabel").line(2).value("x");

        assertThat(problem.with("count", 1).with("good", 3).problem().what(Locale.ENGLISH))
                .contains("1 row of", " has no label", "3 rows can");
    }

    private static String fill(String text, Map<String, ?> values) {
        return PROBLEMS.fill(text, Locale.ENGLISH, values::get);
    }
}
