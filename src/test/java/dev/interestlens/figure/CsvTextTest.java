package dev.interestlens.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"-5", "+5", "-0.25", "-1.5E-7", "1e3", "-.5", "", "a-b", "5 - 3"})
    void aNumberIsNoFormula(String text) {
        assertThat(CsvText.words(text, ",")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "-2+3", "@sum", "-", "-5€", "--5", "\tx"})
    void aTextThatBeginsLikeAFormulaIsKeptATextByAnApostrophe(String text) {
        assertThat(CsvText.words(text, ",")).isEqualTo("'" + text);
        assertThat(CsvText.quoted(text, ",")).isEqualTo(text);
    }

    @Test
    void whatSeparatesIsQuoted() {
        assertThat(CsvText.words("=a,\"b\"", ",")).isEqualTo("\"'=a,\"\"b\"\"\"");
        assertThat(CsvText.words("a,b", ";")).isEqualTo("a,b");
        assertThat(CsvText.quoted("a\nb", ";")).isEqualTo("\"a\nb\"");
    }
}
