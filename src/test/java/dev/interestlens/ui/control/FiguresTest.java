package dev.interestlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void numbersHaveAboutThreeDigitsThatMeanSomething() {
        assertThat(Figures.of(0.03125)).isEqualTo("0.0313");
        assertThat(Figures.of(0.5)).isEqualTo("0.500");
        assertThat(Figures.of(12.345)).isEqualTo("12.3");
        assertThat(Figures.of(12_345)).isEqualTo("12,345");
        assertThat(Figures.of(0)).isEqualTo("0");
    }

    @Test
    void aMissingNumberIsNotZero() {
        assertThat(Figures.of(Double.NaN)).isEqualTo("–");
        assertThat(Figures.fixed(Double.NaN, 2)).isEqualTo("–");
    }

    @Test
    void signsAreTrueSigns() {
        assertThat(Figures.signed(0.2)).isEqualTo("+0.200");
        assertThat(Figures.signed(-0.2)).isEqualTo("−0.200");
    }
}
