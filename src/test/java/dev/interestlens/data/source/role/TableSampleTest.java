package dev.interestlens.data.source.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.source.file.SampledRows;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bounds of what a sample tells, and of the days in texts. */
class TableSampleTest {
    private static TableSample table(int rows, IntFunction<String> value) {
        return new TableSample(
                List.of("value", "row"),
                IntStream.range(0, rows)
                        .mapToObj(i -> List.of(value.apply(i), "r" + i))
                        .toList());
    }

    @Test
    void twentyRowsSaySomething() {
        assertThat(table(20, i -> "a").isTold()).isTrue();
        assertThat(table(19, i -> "a").isTold()).isFalse();
        assertThat(table(20, i -> "a").isEach("row")).isTrue();
        assertThat(table(20, i -> "a").isEach("value")).isFalse();
        assertThat(table(19, i -> "a").isEach("row")).isFalse();
        assertThat(table(20, i -> i == 0 ? "" : "v" + i).isEach("value")).isFalse();
    }

    @Test
    void nineKindsOfTwentyRowsEachAreFew() {
        assertThat(table(180, i -> "k" + i % 9).isFew("value")).isTrue();
        assertThat(table(179, i -> "k" + i % 9).isFew("value")).isFalse();
        assertThat(table(200, i -> "k" + i % 10).isFew("value")).isFalse();
    }

    @Test
    void columnsThatDecideEachOtherNumberTheSame() {
        List<List<String>> rows = IntStream.range(0, 60)
                .mapToObj(i -> List.of("a" + i % 6, "b" + i % 6, "c" + i % 3))
                .toList();
        TableSample table = new TableSample(List.of("a", "b", "c"), rows);
        assertThat(table.same("a", "b")).isTrue();
        assertThat(table.same("a", "c")).isFalse();
        assertThat(table.decides("a", "c").holds()).isTrue();
    }

    @Test
    void commasOfIdsAreNoDecimals() {
        List<List<String>> rows = IntStream.range(0, 30)
                .mapToObj(i -> List.of(i + ",5", i + ",5", "x"))
                .toList();
        TableSample table = new TableSample(List.of("price", "category", "word"), rows);
        assertThat(table.columns()).containsExactly("price", "category", "word");
        assertThat(table.hasDecimalComma("price")).isTrue();
        assertThat(table.hasDecimalComma("category")).isFalse();
        assertThat(table.hasDecimalComma("word")).isFalse();
        assertThat(table.isWhole()).isTrue();
        assertThat(table(SampledRows.FIRST, i -> "a").isWhole()).isFalse();
        assertThat(table(SampledRows.FIRST - 1, i -> "a").isWhole()).isTrue();
    }

    @Test
    void anEpochIsANumberOfTheseDecadesInAnyUnit() {
        assertThat(Days.isEpoch("600000000")).isTrue();
        assertThat(Days.isEpoch("500000000")).isFalse();
        assertThat(Days.isEpoch("1700000000.25")).isTrue();
        assertThat(Days.isEpoch("1700000000000000")).isTrue();
        long day = LocalDate.of(2023, 11, 14).toEpochDay();
        assertThat(Days.of("1700000000")).containsExactly(day);
        assertThat(Days.of("1700000000123")).containsExactly(day);
        assertThat(Days.of("1700000000123456")).containsExactly(day);
        assertThat(Days.of("900000000"))
                .containsExactly(LocalDate.of(1998, 7, 9).toEpochDay());
        assertThat(Days.of("900000000123"))
                .containsExactly(LocalDate.of(1998, 7, 9).toEpochDay());
    }

    @Test
    void aDayMayBeTwo() {
        assertThat(Days.of("03/04/2024"))
                .containsExactly(
                        LocalDate.of(2024, 4, 3).toEpochDay(),
                        LocalDate.of(2024, 3, 4).toEpochDay());
        assertThat(Days.of("2024-03-04T10:00"))
                .containsExactly(LocalDate.of(2024, 3, 4).toEpochDay());
        assertThat(Days.of("31/04/2024")).isEmpty();
        assertThat(Days.of("word")).isEmpty();
        assertThat(Days.meet("2024-03-04", "2024-03-05 01:00")).isTrue();
        assertThat(Days.meet("2024-03-05", "2024-03-04")).isTrue();
        assertThat(Days.meet("2024-03-04", "2024-03-06")).isFalse();
    }
}
