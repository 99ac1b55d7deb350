package dev.interestlens.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import dev.interestlens.nn.MaskedSoftmax;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
    private static final Tensors TENSORS = Tensors.onCpu();

    @AfterAll
    static void free() {
        TENSORS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 4, true",
        "1, 5, false",
        "2, 7, true",
        "2, 7, false",
        "3, 9, true",
        "3, 10, true",
        "3, 12, false",
        "5, 8, true",
        "4, 40, true"
    })
    void blocksGiveWhatAMaskedMatrixGives(int reach, int length, boolean global) {
        Window window = new Window(reach, global);
        assertThat(window.covers(length)).isFalse();
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            SplittableRandom random = new SplittableRandom(length);
            NDArray q = random(random, 2, 3, length, 4);
            NDArray k = random(random, 2, 3, length, 4);
            NDArray v = random(random, 2, 3, length, 4);
            float[] read = new float[2 * length];
            for (int i = 0; i < read.length; i++) {
                read[i] = global && (i + 1) % length == 0 || random.nextInt(4) > 0 ? 1 : 0;
            }
            NDArray mask = TENSORS.floats(read, 2, length);
            NDArray scores = Ops.matmul(q, Ops.transpose(k, 2, 3));
            NDArray whole = Ops.matmul(MaskedSoftmax.apply(scores, Ops.unsqueeze(window.mask(mask, TENSORS), 1)), v);
            NDArray blocks = window.attend(q, k, v, mask, TENSORS, weights -> weights);
            assertThat(blocks.getShape()).isEqualTo(whole.getShape());
            assertThat(blocks.toFloatArray()).containsExactly(whole.toFloatArray(), within(2e-6f));
        }
    }

    private static NDArray random(SplittableRandom random, long... shape) {
        int count = 1;
        for (long extent : shape) {
            count *= (int) extent;
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return TENSORS.floats(values, shape);
    }

    @Test
    void aPositionReadsItsNeighboursAndTheGlobalOne() {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray mask = TENSORS.floats(new float[] {1, 1, 0, 1, 1}, 1, 5);
            assertThat(new Window(1, true).mask(mask, TENSORS).toFloatArray())
                    .containsExactly(
                            1, 1, 0, 0, 1, //
                            1, 1, 0, 0, 1, //
                            0, 1, 0, 1, 1, //
                            0, 0, 0, 1, 1, //
                            1, 1, 0, 1, 1);
        }
    }

    @Test
    void theScoresGrowWithTheLengthNotWithItsSquare() {
        Window window = new Window(32, true);
        assertThat(window.cells(10_000)).isEqualTo(970_000);
        assertThat(window.cells(20)).isEqualTo(400);
    }
}
