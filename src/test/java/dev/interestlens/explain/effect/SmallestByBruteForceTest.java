package dev.interestlens.explain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.RawBatch;
import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.Components;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The smallest change of fifty samples of each family, against a forward pass of its own for each set of behaviours. */
@Tag("thorough")
class SmallestByBruteForceTest {
    private static final int SAMPLES = 50;
    private static final int BEHAVIOURS = 6;

    /** Logits differ by a float's rounding between a pass and a removal. */
    private static final double APART = 2e-5;

    /** A score of a larger logit is 0 or 1 to a float. */
    private static final double LARGEST = 12;

    static Stream<String> families() {
        return ModelCatalog.families().stream()
                .map(family -> family.id())
                .filter(id -> !id.equals("neighbours")); // its table is of the training data, and here there are none
    }

    @ParameterizedTest
    @MethodSource("families")
    void noSmallerSetDoesItAndAllOfThatSizeAreListed(String family) {
        ModelConfig config = ModelCatalog.family(family).preset(Preset.QUICK);
        Random random = new Random(7);
        boolean[] all = ArrayFill.flags(BEHAVIOURS, j -> true);
        int[] sizes = new int[BEHAVIOURS + 1];
        try (TrainedModel model = Fixtures.model(config)) {
            for (int sample = 0; sample < SAMPLES; sample++) {
                Impression impression = impression(random);
                double[] logits = logits(model, impression.batch());
                OptionalDouble between = bound(logits, random);
                if (between.isEmpty()) {
                    sample--;
                    continue;
                }
                double bound = between.getAsDouble();
                double threshold = Scores.sigmoid(bound);
                boolean down = logits[0] >= bound;

                SmallestChange found = SmallestChange.find(model, impression, all, threshold, () -> false)
                        .orElseThrow();

                TreeMap<Integer, List<Integer>> across = new TreeMap<>();
                IntStream.range(1, logits.length)
                        .filter(set -> logits[set] < bound == down)
                        .forEach(set -> across.merge(
                                Integer.bitCount(set), List.of(set), (a, b) -> Stream.concat(a.stream(), b.stream())
                                        .toList()));
                int smallest = across.firstKey();
                sizes[smallest]++;
                assertThat(found.found().size()).isEqualTo(smallest);
                assertThat(found.found().proven()).isTrue();
                assertThat(found.from()).isCloseTo(Scores.sigmoid(logits[0]), within(1e-5));
                assertThat(found.to()).isCloseTo(Scores.sigmoid(logits[bits(found.removed())]), within(1e-5));
                List<Integer> furthestFirst = across.get(smallest).stream()
                        .sorted(Comparator.comparingDouble(set -> down ? logits[set] : -logits[set]))
                        .toList();
                assertThat(found.found().sets().stream()
                                .map(SmallestByBruteForceTest::bits)
                                .toList())
                        .containsExactlyInAnyOrderElementsOf(furthestFirst);
                assertThat(logits[bits(found.removed())]).isCloseTo(logits[furthestFirst.get(0)], within(1e-5));
            }
        }
        assertThat(sizes[1]).isPositive();
        assertThat(sizes[2] + sizes[3]).isPositive();
    }

    /** Between two logits, well apart from both and not where scores are 0 or 1; empty where there is no such place. */
    private static OptionalDouble bound(double[] logits, Random random) {
        double[] sorted = Arrays.stream(logits).sorted().toArray();
        return IntStream.generate(() -> 1 + random.nextInt(sorted.length - 1))
                .limit(1000)
                .filter(i -> sorted[i] - sorted[i - 1] > APART)
                .mapToDouble(i -> (sorted[i] + sorted[i - 1]) / 2)
                .filter(bound -> Math.abs(bound) < LARGEST)
                .findFirst();
    }

    private static int bits(List<Integer> set) {
        return set.stream().mapToInt(j -> 1 << j).sum();
    }

    /** Without each set of behaviours, the whole history first. */
    private static double[] logits(TrainedModel model, RawBatch batch) {
        return IntStream.range(0, 1 << BEHAVIOURS)
                .mapToDouble(set ->
                        model.logits(MaskedBatch.hide(batch, ArrayFill.flags(BEHAVIOURS, j -> (set >> j & 1) == 0)))[0])
                .toArray();
    }

    private static Impression impression(Random random) {
        int[] items = random.ints(BEHAVIOURS, 2, 40).toArray();
        return Components.of(Fixtures.impression(BEHAVIOURS))
                .with("batch", Fixtures.batch(items, 2 + random.nextInt(38)));
    }
}
