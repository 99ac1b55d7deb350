package dev.interestlens.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.figure.data.HeatmapData;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumberTableTest {
    @Test
    void aMatrixIsARowAName() {
        HeatmapData data = new HeatmapData(
                Phrase.same("head"),
                Phrase.same("history"),
                Phrase.all(List.of("one", "two")),
                Phrase.all(List.of("a", "b,c")),
                new double[] {0.25, Double.NaN, -3, 1e-9},
                Scale.SEQUENTIAL,
                Double.NaN);
        assertThat(data.numbers(Locale.ENGLISH).csv())
                .isEqualTo("head / history,a,\"b,c\"\r\none,0.25,\r\ntwo,-3,1.0E-9\r\n");
    }

    @Test
    void titlesNeverBecomeFormulas() {
        NumberTable table = NumberTable.of(
                Locale.ENGLISH,
                Phrase.EMPTY,
                Phrase.all(List.of("=1+1", "say \"x\"")),
                Phrase.all(List.of("@v")),
                List.of(new double[] {-1, 2}));
        assertThat(table.csv()).isEqualTo(",'@v\r\n'=1+1,-1\r\n\"say \"\"x\"\"\",2\r\n");
        assertThat(table.tabs()).startsWith("\t'@v\n'=1+1\t-1\n");
    }

    @Test
    void everyLineHasAllColumns() {
        assertThatThrownBy(() -> new NumberTable(List.of("a", "b"), List.of(new NumberTable.Line(List.of("x")))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
