package dev.interestlens.data.source.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.source.role.ColumnName.Meaning;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the values of a column are taken for: with just as many exceptions as are allowed, and with one more. */
class SampledColumnTest {
    private static SampledColumn column(String... values) {
        return new SampledColumn(Arrays.stream(values).map(List::of).toList(), 0);
    }

    private static SampledColumn column(int rows, IntFunction<String> value) {
        return column(IntStream.range(0, rows).mapToObj(value).toArray(String[]::new));
    }

    /** Of this many values, so many others. */
    private static SampledColumn with(int others, int count, IntFunction<String> value) {
        return column(count, i -> i < others ? "word" + (char) ('a' + i) : value.apply(i));
    }

    @Test
    void valuesAreCountedWithoutThoseThatAreMissing() {
        SampledColumn some = column("b", "a", "", "b", "NULL");
        assertThat(some.filled()).isEqualTo(3);
        assertThat(some.distinct()).isEqualTo(2);
        assertThat(some.example()).isEqualTo("b");
        assertThat(some.frequent()).containsExactly("b", "a");
        assertThat(column("").example()).isEmpty();
        assertThat(column(20, i -> "v" + i % 10).frequent()).hasSize(8);
    }

    @Test
    void theOrderOfNumbersIsShownByTheLeastAndTheGreatest() {
        assertThat(column("30", "4", "5", "100", "20").order()).isEqualTo("4 → 5 → 20 → … → 100");
        assertThat(column("30", "4", "5", "9").order()).isEqualTo("4 → 5 → 9 → … → 30");
        assertThat(column("30", "4", "5").order()).isEqualTo("30");
        assertThat(column("30", "4", "5", "9", "x").order()).isEqualTo("30");
    }

    @Test
    void oneOfTenDatesMayBeNone() {
        IntFunction<String> date = i -> "2024-01-" + (10 + i);
        assertThat(with(1, 10, date).isDate()).isTrue();
        assertThat(with(2, 10, date).isDate()).isFalse();
        assertThat(with(1, 10, date).isDay()).isTrue();
        assertThat(column(10, i -> "2024-01-" + (10 + i) + " 10:00").isDate()).isTrue();
        assertThat(column(10, i -> "2024-01-" + (10 + i) + " 10:00").isDay()).isFalse();
    }

    @Test
    void oneOfFiftyCompactDatesMayBeNone() {
        IntFunction<String> compact = i -> String.valueOf(20240101 + i % 28 + 100 * (i / 28));
        assertThat(with(1, 50, compact).isCompactDate()).isTrue();
        assertThat(with(2, 50, compact).isCompactDate()).isFalse();
        assertThat(with(1, 50, compact).isDay()).isTrue();
        assertThat(with(2, 50, compact).isDay()).isFalse();
        assertThat(column("20240101", "20249901").isDay()).isFalse();
        assertThat(column("2024010110", "2024010111").isDay()).isFalse();
    }

    @Test
    void hoursAndTimesOfTheDayAreTold() {
        assertThat(column("0", "5", "9", "10", "19", "23").isHour()).isTrue();
        assertThat(column("0", "5", "9", "10", "19").isHour()).isFalse(); // too few
        assertThat(column("0", "5", "9", "10", "19", "24").isHour()).isFalse();
        assertThat(column("10:00", "23:59:59", "9:05 pm").isClock()).isTrue();
        assertThat(column("10:00", "24:00").isClock()).isFalse();
        assertThat(column("1700000000", "1700000001.5").isEpoch()).isTrue();
        assertThat(column("1700000000", "17").isEpoch()).isFalse();
    }

    @Test
    void aTimeRefinesADayWhereItHasMoreThanTwiceAsManyValues() {
        SampledColumn days = column(12, i -> "2024-01-0" + (1 + i / 6));
        assertThat(column(12, i -> "2024-01-0" + (1 + i / 6) + " 10:0" + Math.min(i, 4))
                        .refines(days))
                .isTrue(); // five
        assertThat(column(12, i -> "2024-01-0" + (1 + i / 6) + " 10:0" + Math.min(i, 6) / 2)
                        .refines(days))
                .isFalse(); // four
        assertThat(column(12, i -> "2024-03-0" + (1 + i / 6) + " 10:0" + Math.min(i, 4))
                        .refines(days))
                .isFalse();
        assertThat(days.refines(days)).isFalse();
        assertThat(days.isNear(column(12, i -> "2024-01-0" + (2 + i / 6)))).isTrue();
        assertThat(days.isNear(column(12, i -> "2024-01-0" + (3 + i / 6)))).isFalse();
        assertThat(days.isNear(column(12, i -> ""))).isFalse();
    }

    @Test
    void numbersAreWholeFractionsOrMeasures() {
        assertThat(with(1, 50, String::valueOf).isNumber()).isTrue();
        assertThat(with(2, 50, String::valueOf).isNumber()).isFalse();
        assertThat(with(1, 50, String::valueOf).isWhole()).isTrue();
        assertThat(with(2, 50, String::valueOf).isWhole()).isFalse();
        assertThat(column("1", "2", "-3").isFraction()).isFalse();
        assertThat(column("1", "2.5", "3").isFraction()).isTrue();
        assertThat(column("word", "other").isFraction()).isFalse();
        assertThat(column("1.5", "2").isMeasure()).isFalse(); // half
        assertThat(column("1.5", "2", "3.25").isMeasure()).isTrue();
        assertThat(column("1.0", "2.0", "3.0").isMeasure()).isFalse();
        assertThat(column("3", "-4", "5").negative()).isEqualTo("-4");
        assertThat(column("3", "-x", "5").negative()).isEmpty();
    }

    @Test
    void decimalCommasAreTold() {
        SampledColumn commas = column("1,5", "2,25", "3,75", "4,5", "0,5", "7,25");
        assertThat(commas.isDecimalComma()).isTrue();
        assertThat(commas.isNumber()).isTrue();
        assertThat(commas.hasComma()).isTrue();
        assertThat(commas.commaExample()).isEqualTo("2,25");
        assertThat(column("1.5", "2").hasComma()).isFalse();
        assertThat(column("1.5", "2").commaExample()).isEmpty();
    }

    @Test
    void rowsAreGroupedWhereHalfOfThemFollowTheirLike() {
        assertThat(column("a", "a", "b", "b").isGrouped()).isTrue();
        assertThat(column("a", "a", "b", "c").isGrouped()).isFalse();
    }

    /** Chao's estimate of the number of values times the chance that two rows are alike. */
    @Test
    void valuesThatOccurEquallyHaveNoSkew() {
        assertThat(column(1, i -> "a").skew()).isEqualTo(1); // no pairs
        assertThat(column("a", "a", "a", "b", "b", "b").skew()).isCloseTo(2 * 12 / 30.0, within(1e-12));
        // a × 3, b × 2, c and d once: 4 + 2 · 1 / (2 · 2) = 4.5 values; 6 + 2 of 42 ordered pairs
        assertThat(column("a", "a", "a", "b", "b", "c", "d").skew()).isCloseTo(4.5 * 8 / 42, within(1e-12));
    }

    @Test
    void chineseIsMoreThanHalf() {
        assertThat(column("书", "book").isChinese()).isFalse();
        assertThat(column("书", "book", "好书").isChinese()).isTrue();
    }

    @Test
    void codesAreAtLeastThreeOfTwoCapitals() {
        assertThat(column("DE", "FR", "US").isCodes()).isTrue();
        assertThat(column("DE", "FR", "NA").isCodes()).isFalse(); // NA is missing as far as is known
        assertThat(column(10, i -> i == 0 ? "word" : "A" + (char) ('A' + i)).isCodes())
                .isTrue();
        assertThat(column(10, i -> i < 2 ? "word" + i : "A" + (char) ('A' + i)).isCodes())
                .isFalse();
        assertThat(column("US", "FR", "NA", "DE").codesBesideNa()).isEqualTo("DE, FR, US");
        assertThat(column("US", "FR", "DE").codesBesideNa()).isEmpty();
    }

    @Test
    void labelsAreTwoValuesThatSayYesAndNo() {
        assertThat(column("0", "1", "0").isYesOrNo()).isTrue();
        assertThat(column("0", "1", "2").isYesOrNo()).isFalse();
        assertThat(column("1", "1").isYesOrNo()).isFalse();
        assertThat(column("Yes", "no").isYesOrNo()).isTrue();
        assertThat(column("yes", "perhaps").isYesOrNo()).isFalse();
        assertThat(column("1", "-1", "0").isSigned()).isTrue();
        assertThat(column("1", "0").isSigned()).isFalse();
        assertThat(column("-1", "0").isSigned()).isFalse();
        assertThat(column("1", "-1", "2").isSigned()).isFalse();
    }

    @Test
    void aScaleHasThreeToTwentyStepsOfHalvesUpToTen() {
        assertThat(column("1", "2", "3").isScale()).isTrue();
        assertThat(column("1", "2").isScale()).isFalse();
        assertThat(column(20, i -> String.valueOf(i / 2.0)).isScale()).isTrue();
        assertThat(column(21, i -> String.valueOf(i / 2.0)).isScale()).isFalse();
        assertThat(column("0", "5", "10").isScale()).isTrue();
        assertThat(column("0", "5", "10.5").isScale()).isFalse();
        assertThat(column("-0.5", "5", "10").isScale()).isFalse();
        assertThat(column("0", "5", "7.3").isScale()).isFalse();
        assertThat(column("a", "b", "c").isScale()).isFalse();
    }

    @Test
    void aColumnIsUniqueWhereNineteenOfTwentyDiffer() {
        assertThat(column(20, i -> "v" + Math.min(i, 18)).isUnique()).isTrue();
        assertThat(column(20, i -> "v" + Math.min(i, 17)).isUnique()).isFalse();
        assertThat(column("").isUnique()).isFalse();
    }

    @Test
    void wordsAreThreeOrMoreInMostValuesAndProseIsLong() {
        assertThat(column("one two three", "one").isWords()).isFalse();
        assertThat(column("one two three", "one", "a b c").isWords()).isTrue();
        assertThat(column("one two", "one", "a b").isWords()).isFalse();
        String twelve = "a b c d e f g h i j k l";
        assertThat(column(twelve).isProse()).isFalse();
        assertThat(column(twelve + " m").isProse()).isTrue();
        assertThat(column("x".repeat(100)).isProse()).isFalse();
        assertThat(column("x".repeat(101)).isProse()).isTrue();
        assertThat(column(10, i -> i < 3 ? "x".repeat(101 + i) : "v" + i).isProse())
                .isFalse();
        assertThat(column(10, i -> i < 4 ? "x".repeat(101 + i) : "v" + i).isProse())
                .isTrue();
    }

    @Test
    void whatStandsBehindAMarkIsElsewhereBeforeIt() {
        String[] genres = {"a|b", "b|c", "c|d", "d|e", "e|f", "f|a"};
        assertThat(column(genres).isList()).isTrue();
        assertThat(column("a|1", "b|2", "c|3", "d|4", "e|5", "f|6").isList()).isFalse();
        assertThat(column("a|b", "b|c", "c|d", "d|a").isList()).isFalse(); // four members
        assertThat(column("[a]", "[b, c]").isList()).isTrue();
        assertThat(column("[a]", "b]").isList()).isFalse();
        assertThat(column("a b", "b c", "c d", "d e", "e f", "f a").isList()).isFalse(); // words
        assertThat(column("1 2", "2 3", "3 4", "4 5", "5 6", "6 1").isList()).isTrue();
        assertThat(column("a|b", "a very long list of things", "a|b|c|d|e|f").listExample())
                .isEqualTo("a|b|c|d|e|f");
    }

    @Test
    void aWordOfFewValuesHasAMeaning() {
        assertThat(column("paid", "refunded").anyMeans(Meaning.UNDONE)).isTrue();
        assertThat(column("paid", "sent").anyMeans(Meaning.UNDONE)).isFalse();
        assertThat(column(40, i -> i == 0 ? "refunded" : "v" + i).anyMeans(Meaning.UNDONE))
                .isTrue();
        assertThat(column(41, i -> i == 0 ? "refunded" : "v" + i).anyMeans(Meaning.UNDONE))
                .isFalse();
    }

    private static SampledColumn.Decides decides(String[] ones, String[] others) {
        return column(ones).decides(column(others));
    }

    /** a has x twice of three, b y both times, c stands alone: four of five rows; x is three of six. */
    @Test
    void aColumnDecidesAnotherByTheRowsOfItsMostFrequentValues() {
        SampledColumn.Decides decides =
                decides(new String[] {"a", "a", "a", "b", "b", "c"}, new String[] {"x", "x", "y", "y", "y", "x"});
        assertThat(decides.share()).isCloseTo(4 / 5.0, within(1e-12));
        assertThat(decides.groups()).isEqualTo(2);
        assertThat(decides.most()).isCloseTo(3 / 6.0, within(1e-12));
        assertThat(decides(new String[] {"a", ""}, new String[] {"x", "x"}).share())
                .isZero();
        assertThat(decides(new String[] {"a", "a"}, new String[] {"", ""}).most())
                .isEqualTo(1);
    }

    @Test
    void itHoldsForFiveGroupsWithFewExceptions() {
        assertThat(new SampledColumn.Decides(0.98, 5, 0.5).holds()).isTrue();
        assertThat(new SampledColumn.Decides(0.98, 4, 0.5).holds()).isFalse();
        assertThat(new SampledColumn.Decides(0.979, 5, 0.5).holds()).isFalse();
        assertThat(new SampledColumn.Decides(1, 5, 1).holds()).isTrue();
        assertThat(new SampledColumn.Decides(0.99, 5, 0.97).holds()).isFalse(); // .01 of .03 / 4
        assertThat(new SampledColumn.Decides(0.984375, 5, 0.9375).holds()).isTrue(); // 1/64 of (1/16) / 4
    }
}
