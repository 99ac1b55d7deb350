package dev.interestlens.explain.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallestSetsTest {
    private static final int MOST = SmallestSets.MAX_TRIED;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void ofEachSizeAllThatCrossAreFoundTheFurthestFirst(int size) {
        Random random = new Random(size);
        double[] weight = random.doubles(9, 0.1, 1).toArray();
        boolean[] readable = flags(9, 4);
        double[] sums = subsets(readable, size).stream()
                .mapToDouble(set -> sum(weight, set))
                .sorted()
                .toArray();
        double largestOfFewer = size == 1
                ? 0
                : subsets(readable, size - 1).stream()
                        .mapToDouble(set -> sum(weight, set))
                        .max()
                        .orElseThrow();
        double bound = Math.max(largestOfFewer + 1e-9, sums[sums.length - 4] - 1e-9);

        SmallestSets.Found found = find(readable, weight, bound);

        List<List<Integer>> expected = subsets(readable, size).stream()
                .filter(set -> sum(weight, set) > bound)
                .sorted((a, b) -> Double.compare(sum(weight, b), sum(weight, a)))
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(found.sets()).isEqualTo(expected);
        assertThat(found.size()).isEqualTo(size);
        assertThat(found.proven()).isTrue();
        assertThat(found.exhausted()).isEqualTo(size);
        assertThat(found.ofSize()).isEqualTo(subsets(readable, size).size());
        assertThat(found.tried())
                .isEqualTo(IntStream.rangeClosed(1, size)
                        .map(each -> subsets(readable, each).size())
                        .sum());
    }

    @Test
    void inALongHistoryFourAreProvenSinceNoThreeSufficeAndFiveAreNot() {
        boolean[] readable = flags(50, -1);
        double[] alike = new double[50];
        Arrays.fill(alike, 1);
        SmallestSets.Found four = find(readable, alike, 3.5);
        assertThat(four.size()).isEqualTo(4);
        assertThat(four.exhausted()).isEqualTo(3);
        assertThat(four.proven()).isTrue();
        SmallestSets.Found five = find(readable, alike, 4.5);
        assertThat(five.size()).isEqualTo(5);
        assertThat(five.proven()).isFalse();
    }

    @Test
    void inAShortHistoryAllSetsAreTried() {
        double[] alike = new double[14];
        Arrays.fill(alike, 1);
        SmallestSets.Found all = find(flags(14, -1), alike, 13.5);
        assertThat(all.exhausted()).isEqualTo(14);
        assertThat(all.tried()).isEqualTo((1 << 14) - 1);
        assertThat(all.proven()).isTrue();
    }

    @Test
    void fiftyAreTriedInThreesAndFiftyOneInPairs() {
        double[] weight = new double[51];
        Arrays.fill(weight, 0, 3, 1);
        assertThat(find(flags(51, 50), weight, 2.5).proven()).isTrue();
        SmallestSets.Found more = find(flags(51, -1), weight, 2.5);
        assertThat(more.exhausted()).isEqualTo(2);
        assertThat(more.sets()).containsExactly(List.of(0, 1, 2));
        assertThat(more.proven()).isTrue();
    }

    @Test
    void whatIsNotNeededIsPutBack() {
        // Apart, 0 goes furthest; but of 0, 1, 2, 3 and 4 it is the one that is not needed.
        double[] weight = Arrays.copyOf(new double[] {1.1, 1, 1, 1, 1}, 50);
        SmallestSets.Margins margins = sets -> sets.stream()
                .mapToDouble(set -> Set.copyOf(set).containsAll(List.of(1, 2, 3, 4)) ? 1 : sum(weight, set) - 100)
                .toArray();
        SmallestSets.Found found =
                SmallestSets.find(flags(50, -1), MOST, margins, () -> false).orElseThrow();
        assertThat(found.sets()).containsExactly(List.of(1, 2, 3, 4));
    }

    @Test
    void whereNothingCrossesThatIsSaidOfWhatWasTried() {
        SmallestSets.Found none = find(flags(5, -1), new double[5], 1);
        assertThat(none.sets()).isEmpty();
        assertThat(none.size()).isZero();
        assertThat(none.exhausted()).isEqualTo(5);
        assertThat(none.proven()).isTrue();
        assertThat(find(flags(0, -1), new double[0], 1).sets()).isEmpty();
    }

    @Test
    void aCancelledSearchAnswersNothingAndStops() {
        int[] asked = {0};
        boolean[] readable = flags(50, -1);
        assertThat(SmallestSets.find(
                        readable,
                        MOST,
                        sets -> {
                            asked[0] += sets.size();
                            return new double[sets.size()];
                        },
                        () -> asked[0] >= 50))
                .isEmpty();
        assertThat(asked[0]).isEqualTo(50);
    }

    private static SmallestSets.Found find(boolean[] readable, double[] weight, double bound) {
        return SmallestSets.find(
                        readable,
                        MOST,
                        sets -> sets.stream()
                                .mapToDouble(set -> sum(weight, set) - bound)
                                .toArray(),
                        () -> false)
                .orElseThrow();
    }

    /** All readable but one. */
    private static boolean[] flags(int size, int not) {
        boolean[] flags = new boolean[size];
        Arrays.fill(flags, true);
        if (not >= 0) {
            flags[not] = false;
        }
        return flags;
    }

    private static double sum(double[] weight, List<Integer> set) {
        return set.stream().mapToDouble(j -> weight[j]).sum();
    }

    /** By counting up bits, in ascending order. */
    private static List<List<Integer>> subsets(boolean[] readable, int size) {
        List<List<Integer>> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << readable.length; bits++) {
            int these = bits;
            List<Integer> set = IntStream.range(0, readable.length)
                    .filter(j -> (these >> j & 1) == 1)
                    .boxed()
                    .toList();
            if (set.size() == size && set.stream().allMatch(j -> readable[j])) {
                subsets.add(set);
            }
        }
        return subsets;
    }
}
