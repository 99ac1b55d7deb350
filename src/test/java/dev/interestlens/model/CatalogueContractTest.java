package dev.interestlens.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDScope;
import dev.interestlens.data.RawBatch;
import dev.interestlens.model.TinyConfigs.Case;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A catalogue is scored as its items are one by one: each family, each preset, each switch turned. */
@Tag("contract")
class CatalogueContractTest {
    private static final Tensors TENSORS = Tensors.onCpu();
    private static final float CLOSE = 1e-5f;
    /** More items than are scored at once. */
    private static final RawBatch CATALOGUE = TinyBatches.of(21, 0, new int[600]);

    private static final RawBatch SMALL_CATALOGUE = TinyBatches.of(21, 0, new int[40]);

    @BeforeAll
    static void computeOnOneThread() {
        Ops.threads(1); // arrays are tiny: more threads only wait for each other
    }

    @AfterAll
    static void free() {
        TENSORS.close();
    }

    static List<Case> cases() {
        return TinyConfigs.taken(TinyBatches.INPUT);
    }

    private static CtrModel model(Case one) {
        return ContractCases.spread(one.config(), TENSORS); // small embeddings would hide what differs
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCatalogueIsScoredAsItsItemsAreOneByOne(Case one) {
        try (CtrModel model = model(one);
                CatalogueScorer scorer = new CatalogueScorer(model, CATALOGUE);
                CatalogueScorer keeping = new CatalogueScorer(model, CATALOGUE, 1)) {
            for (int length = 0; length <= TinyBatches.LENGTH; length++) {
                RawBatch single = TinyBatches.of(40 + length, 0, length);
                float[] plain = plain(model, CATALOGUE, single);
                assertThat(scorer.logits(single)).as("length " + length).containsExactly(plain, within(CLOSE));
                assertThat(keeping.logits(single))
                        .as("length " + length + ", scores kept")
                        .containsExactly(plain, within(CLOSE));
            }
            assertThat(Arrays.stream(toDoubles(scorer.logits(TinyBatches.of(1, 0, 5))))
                            .distinct()
                            .count())
                    .isGreaterThan(20); // some read nothing but the item, of which there are 28
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void somePlacesScoreAsTheyDoInTheWhole(Case one) {
        int[] places =
                IntStream.iterate(599, at -> (at * 7 + 3) % 600).limit(700).toArray(); // some twice
        RawBatch single = TinyBatches.of(5, 0, 6).withHidden(new boolean[] {false, true, false, false, false, true});
        try (CtrModel model = model(one);
                CatalogueScorer scorer = new CatalogueScorer(model, CATALOGUE)) {
            float[] all = scorer.logits(single);
            assertThat(all).containsExactly(plain(model, CATALOGUE, single), within(CLOSE));
            float[] some = scorer.logits(single, places);
            for (int i = 0; i < places.length; i++) {
                assertThat(some[i]).isCloseTo(all[places[i]], within(CLOSE));
            }
            int[] few = Arrays.copyOf(places, 3);
            float[][] again = scorer.scoring(single, asked -> new float[][] {asked.logits(places), asked.logits(few)});
            assertThat(again[0]).containsExactly(some);
            assertThat(again[1]).containsExactly(Arrays.copyOf(some, 3), within(CLOSE));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void allSingleRemovalsScoreAsEachOfThemDoes(Case one) {
        removalsScoreAsEachOfThemDoes(one, SMALL_CATALOGUE);
    }

    @ParameterizedTest
    @MethodSource("laptopPresets")
    void allSingleRemovalsInALargeCatalogueScoreAsEachOfThemDoes(Case one) {
        removalsScoreAsEachOfThemDoes(one, CATALOGUE);
    }

    private static void removalsScoreAsEachOfThemDoes(Case one, RawBatch catalogue) {
        int[] places = IntStream.range(0, catalogue.size()).toArray();
        try (CtrModel model = model(one);
                CatalogueScorer scorer = new CatalogueScorer(model, catalogue)) {
            for (RawBatch single : List.of(
                    TinyBatches.of(44, 0, 0),
                    TinyBatches.of(45, 0, 1),
                    TinyBatches.of(46, 0, TinyBatches.LENGTH),
                    TinyBatches.of(5, 0, 6).withHidden(new boolean[] {false, true, false, false, false, true}))) {
                float[][] without = scorer.kept(
                        single,
                        IntStream.range(0, single.length())
                                .mapToObj(j -> allBut(j, single.length()))
                                .toList(),
                        places);
                assertThat(without).hasNumberOfRows(single.length());
                for (int j = 0; j < without.length; j++) {
                    assertThat(without[j])
                            .as("behaviour " + j)
                            .containsExactly(
                                    plain(model, catalogue, single.keeping(allBut(j, single.length()))), within(CLOSE));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anyPartOfAHistoryScoresAsIfTheRestWereHidden(Case one) {
        int[] places = {3, 29, 3, 0};
        RawBatch single = TinyBatches.of(47, 0, 6).withHidden(new boolean[] {false, false, false, false, true, false});
        boolean[] some = {true, false, true, false, true, true};
        try (CtrModel model = model(one);
                CatalogueScorer scorer = new CatalogueScorer(model, SMALL_CATALOGUE)) {
            float[][] kept = scorer.kept(single, List.of(some, new boolean[6]), places);
            for (int i = 0; i < places.length; i++) {
                assertThat(kept[0][i])
                        .isCloseTo(plain(model, SMALL_CATALOGUE, single.keeping(some))[places[i]], within(CLOSE));
                assertThat(kept[1][i])
                        .isCloseTo(
                                plain(model, SMALL_CATALOGUE, single.keeping(new boolean[6]))[places[i]],
                                within(CLOSE));
            }
        }
    }

    /** By the plain form, one candidate in each row. */
    private static float[] plain(CtrModel model, RawBatch catalogue, RawBatch single) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            model.parameters().untrack();
            return model.forward(
                            model.features(model.plainPlan(single.before(catalogue)), false), ForwardContext.EVALUATE)
                    .logits()
                    .toFloatArray();
        }
    }

    private static boolean[] allBut(int j, int length) {
        boolean[] kept = new boolean[length];
        Arrays.fill(kept, true);
        kept[j] = false;
        return kept;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theVectorOfAnItemIsTheSameWhereverItStands(Case one) {
        try (CtrModel model = model(one);
                CatalogueScorer scorer = new CatalogueScorer(model, CATALOGUE)) {
            float[][] all = scorer.vectors(IntStream.range(0, 300).toArray()).orElseThrow();
            assertThat(scorer.vectors(new int[] {7}).orElseThrow()[0]).containsExactly(all[7]);
        }
    }

    static List<Case> laptopPresets() {
        return cases().stream()
                .filter(one -> one.name().matches("\\w+ (quick|balanced)"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("laptopPresets")
    void presetsForLaptopsShareWhatBelongsToTheUser(Case one) {
        try (CtrModel model = model(one);
                CatalogueScorer scorer = new CatalogueScorer(model, CATALOGUE)) {
            assertThat(scorer.shares()).isTrue();
        }
    }

    private static double[] toDoubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
