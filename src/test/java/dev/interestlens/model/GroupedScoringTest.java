package dev.interestlens.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.RawBatch;
import dev.interestlens.nn.Ops;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many candidates of one request are scored as they are one by one. */
class GroupedScoringTest {
    private static final int MANY = 128; // more than any family asks for

    @BeforeAll
    static void computeOnOneThread() {
        dev.interestlens.nn.Tensors.onCpu().close();
        Ops.threads(1);
    }

    /** A request with many candidates, single rows, and two requests that stand together but for one number of the user. */
    private static RawBatch mixed() {
        RawBatch seven = ContractCases.seven();
        int[] rows = IntStream.concat(
                        IntStream.concat(IntStream.generate(() -> 2).limit(MANY + 3), IntStream.of(0, 1, 3)),
                        IntStream.generate(() -> 5).limit(2L * MANY))
                .toArray();
        RawBatch batch = seven.samples(rows);
        for (int i = batch.size() - MANY; i < batch.size(); i++) {
            batch.userNumbers[i] += 0.5f;
        }
        return batch;
    }

    @Test
    void requestsDifferInHistoryUserOrContext() {
        assertThat(mixed().firstOfEachRequest())
                .containsExactly(0, MANY + 3, MANY + 4, MANY + 5, MANY + 6, 2 * MANY + 6);
    }

    @Test
    void historiesWhoseItemsDifferInANumberAreTwo() {
        RawBatch batch = ContractCases.seven().samples(new int[] {2, 2, 2});
        batch.historyNumbers[batch.historyNumbers.length - 1] += 0.5f;
        assertThat(batch.firstOfEach()).containsExactly(0, 2);
    }

    @Test
    void historiesWhoseBehavioursStoodElsewhereAreTwo() {
        RawBatch batch = ContractCases.seven().samples(new int[] {2, 2, 2});
        int[] after = new int[batch.length()];
        after[batch.offsets[2]] = 1;
        RawBatch.Places places = new RawBatch.Places(after, new int[batch.size()]);
        assertThat(batch.withPlaces(places).firstOfEach()).containsExactly(0, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool", "din", "dien", "bst", "sasrec"})
    void aBatchWithLargeRequestsScoresAsItsRowsDo(String family) {
        RawBatch batch = mixed();
        try (TrainedModel model = ContractCases.model(ContractCases.all().get(family + " balanced"))) {
            float[] alone = new float[batch.size()];
            for (int row = 0; row < alone.length; row++) {
                alone[row] = model.logits(batch.samples(new int[] {row}))[0];
            }
            assertThat(model.logits(batch)).containsExactly(alone, within(1e-5f));
        }
    }
}
