package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadTest {
    @ParameterizedTest
    @CsvSource({
        "0.001, 0.002, AHEAD",
        "-0.2, -0.001, BEHIND",
        "-0.05, 0.05, EQUAL",
        "0, 0, EQUAL",
        "-0.051, 0.01, UNKNOWN",
        "-0.01, 0.051, UNKNOWN"
    })
    void anIntervalAroundNothingIsLevelOnlyWhereItHoldsNothingThatMatters(double low, double high, Lead lead) {
        assertThat(Lead.of(new CatalogueRanking.Difference((low + high) / 2, low, high), 0.5))
                .isEqualTo(lead);
    }

    @ParameterizedTest
    @CsvSource({"-0.001, 0.001, UNKNOWN", "0, 0, EQUAL"})
    void besideNothingAnyDifferenceMatters(double low, double high, Lead lead) {
        assertThat(Lead.of(new CatalogueRanking.Difference(0, low, high), 0)).isEqualTo(lead);
    }
}
