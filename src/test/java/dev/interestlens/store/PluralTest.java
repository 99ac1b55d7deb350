package dev.interestlens.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.source.Sources;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PluralTest {
    @Test
    void oneIsSingularAndAllElsePlural() {
        String text = "{count} {count:row was|rows were} read of {file}";

        assertThat(Plural.fill(text, Map.of("count", "1")::get)).isEqualTo("{count} row was read of {file}");
        assertThat(Plural.fill(text, Map.of("count", "0")::get)).isEqualTo("{count} rows were read of {file}");
        assertThat(Plural.fill(text, Map.of("count", "21")::get)).isEqualTo("{count} rows were read of {file}");
    }

    @Test
    void placesCountFromZero() {
        assertThat(Plural.fill("%d {0:user|users}, %d {1:item|items}", 1, 2L)).isEqualTo("%d user, %d items");
    }

    @Test
    void aProblemSpeaksOfOneRow() {
        Problem.Builder problem =
                Problem.badInput(Sources.class, "noLabel").line(2).value("x");

        assertThat(problem.with("count", 1).with("good", 3).problem().what(Locale.ENGLISH))
                .contains("1 row of", " has no label", "3 rows can");
    }
}
