package dev.interestlens.figure.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryDataTest {
    @Test
    void whatIsNamedIsDrawnFromTheOldestOn() {
        assertThat(HistoryData.empty().withNamed(List.of(9, 4, 12, 7)).named()).containsExactly(4, 7, 9, 12);
    }
}
