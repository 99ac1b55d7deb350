package dev.interestlens.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumeralsTest {
    @Test
    void numbersHaveAboutThreeDigitsThatMeanSomething() {
        assertThat(Numerals.of(0.03125)).isEqualTo("0.0313");
        assertThat(Numerals.of(0.5)).isEqualTo("0.500");
        assertThat(Numerals.of(12.345)).isEqualTo("12.3");
        assertThat(Numerals.of(12_345)).isEqualTo("12,345");
        assertThat(Numerals.of(0)).isEqualTo("0");
    }

    @Test
    void aMissingNumberIsNotZero() {
        assertThat(Numerals.of(Double.NaN)).isEqualTo("–");
        assertThat(Numerals.fixed(Double.NaN, 2)).isEqualTo("–");
    }

    @Test
    void signsAreTrueSigns() {
        assertThat(Numerals.signed(0.2)).isEqualTo("+0.200");
        assertThat(Numerals.signed(-0.2)).isEqualTo("−0.200");
        assertThat(Numerals.fixed(-0.0004, 3)).isEqualTo("0.000");
        assertThat(Numerals.fixed(-0.0005, 4)).isEqualTo("−0.0005");
    }
}
