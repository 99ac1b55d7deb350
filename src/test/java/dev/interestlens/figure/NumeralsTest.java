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

    @Test
    void inASentenceChangesCarryTheirSignAndZeroHasNone() {
        assertThat(Numerals.plainSigned(-0.04, 1)).isEqualTo("0.0");
        assertThat(Numerals.plainSigned(-0.06, 1)).isEqualTo("−0.1");
        assertThat(Numerals.plainSigned(12.34, 1)).isEqualTo("+12.3");
        assertThat(Numerals.plainSigned(Double.NaN, 1)).isEqualTo("—");
    }

    @Test
    void inASentenceANumberWithoutDecimalsHasNoPoint() {
        assertThat(Numerals.plain(63.4, 0)).isEqualTo("63");
        assertThat(Numerals.plain(1234.5, 1)).isEqualTo("1234.5");
    }
}
