package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.store.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleRowsTest {
    @Test
    void rowsAndRangesKeepTheirOrderAndComeOnce() {
        assertThat(SampleRows.of("17", 20)).containsExactly(17);
        assertThat(SampleRows.of("9, 3,5-7,6", 20)).containsExactly(9, 3, 5, 6, 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "3-", "1-2-3", "0-5000000", "7-3"})
    void whatNamesNoRowsOrTooManyIsRefused(String text) {
        assertThatThrownBy(() -> SampleRows.of(text, 10_000_000)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aRowThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> SampleRows.of("3,20", 20)).hasMessageContaining("20");
    }
}
