package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against all sets, all series and all orders of ties, counted one by one. */
class DrawnAboveTest {
    /** Of all subsets with so many members, and all places of the true item among its equals. */
    private static double[] counted(int others, int better, int equal, int drawn) {
        double[] chances = new double[drawn + 1];
        int sets = 0;
        for (int set = 0; set < 1 << others; set++) {
            if (Integer.bitCount(set) == drawn) {
                sets++;
                for (int above = 0; above <= equal; above++) {
                    int first = (1 << (better + above)) - 1;
                    chances[Integer.bitCount(set & first)] += 1.0 / (equal + 1);
                }
            }
        }
        int all = sets;
        return Arrays.stream(chances).map(chance -> chance / all).toArray();
    }

    /** Of all series of draws by weight 1 each, where each drawn equal stands above or below at random, in one order with the true item. */
    private static double[] series(int all, int better, int equal, int drawn) {
        double[] chances = new double[drawn + 1];
        int count = (int) Math.pow(all, drawn);
        for (int code = 0; code < count; code++) {
            int above = 0;
            int ties = 0;
            for (int d = 0, rest = code; d < drawn; d++, rest /= all) {
                above += rest % all < better ? 1 : 0;
                ties += rest % all >= better && rest % all < better + equal ? 1 : 0;
            }
            for (int t = 0; t <= ties; t++) {
                chances[above + t] += 1.0 / (ties + 1) / count;
            }
        }
        return chances;
    }

    @ParameterizedTest
    @CsvSource({"7,3,0,3", "7,3,2,3", "7,0,7,4", "7,0,0,3", "7,7,0,2", "9,2,5,9", "9,1,1,1", "6,5,1,5", "1,0,1,1"})
    void eachSetIsDrawnAsOften(int others, int better, int equal, int drawn) {
        assertThat(DrawnAbove.once(others, better, equal, drawn))
                .containsExactly(counted(others, better, equal, drawn), within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({"5,2,0,4", "5,2,2,4", "5,0,5,3", "5,0,0,3", "5,5,0,3", "5,4,1,5", "6,1,3,1"})
    void eachSeriesIsDrawnAsOften(int all, int better, int equal, int drawn) {
        assertThat(DrawnAbove.again(all, better, equal, drawn))
                .containsExactly(series(all, better, equal, drawn), within(1e-13));
    }

    @Test
    void aModelThatScoresAllAlikeIsAtChanceToTheLastDigit() {
        for (double[] chances :
                new double[][] {DrawnAbove.once(9680, 0, 9680, 100), DrawnAbove.again(80_000, 0, 80_000, 100)}) {
            double[] alike = new double[101];
            Arrays.fill(alike, 1 / 101.0);
            assertThat(chances).containsExactly(alike, within(1e-15));
        }
    }

    @Test
    void fewerAreDrawnWhereThereAreFewer() {
        assertThat(DrawnAbove.once(5, 2, 0, 100)).containsExactly(0, 0, 1, 0, 0, 0);
        assertThat(DrawnAbove.once(0, 0, 0, 100)).containsExactly(1);
    }

    @Test
    void chancesOfLargeCataloguesSumToOneAndHaveTheMeanOfTheShare() {
        for (long equal : new long[] {0, 1, 3, 500_000}) {
            double[] chances = DrawnAbove.once(1_000_000, 400_000, equal, 100);
            double sum = 0;
            double mean = 0;
            for (int x = 0; x < chances.length; x++) {
                sum += chances[x];
                mean += x * chances[x];
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
            assertThat(mean).isCloseTo(100 * (400_000 + equal / 2.0) / 1_000_000, within(1e-7));
        }
    }

    @Test
    void fewTiesAreTheirMiddle() {
        double[] few = DrawnAbove.again(10_000_000, 1_000_000, 9, 100);
        double[] more = DrawnAbove.again(10_000_000, 1_000_000, 11, 100);
        for (int x = 0; x < few.length; x++) {
            assertThat(few[x]).isCloseTo(more[x], within(1e-6));
        }
    }
}
