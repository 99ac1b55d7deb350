package dev.interestlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberFormatsTest {
    @Test
    void numbersHaveAboutThreeDigitsThatMeanSomething() {
        assertThat(NumberFormats.of(0.03125)).isEqualTo("0.0313");
        assertThat(NumberFormats.of(0.5)).isEqualTo("0.500");
        assertThat(NumberFormats.of(12.345)).isEqualTo("12.3");
        assertThat(NumberFormats.of(12_345)).isEqualTo("12,345");
        assertThat(NumberFormats.of(0)).isEqualTo("0");
    }

    @Test
    void aMissingNumberIsNotZero() {
        assertThat(NumberFormats.of(Double.NaN)).isEqualTo("–");
        assertThat(NumberFormats.fixed(Double.NaN, 2)).isEqualTo("–");
    }

    @Test
    void signsAreTrueSigns() {
        assertThat(NumberFormats.signed(0.2)).isEqualTo("+0.200");
        assertThat(NumberFormats.signed(-0.2)).isEqualTo("−0.200");
        assertThat(NumberFormats.fixed(-0.0004, 3)).isEqualTo("0.000");
        assertThat(NumberFormats.fixed(-0.0005, 4)).isEqualTo("−0.0005");
    }
}
