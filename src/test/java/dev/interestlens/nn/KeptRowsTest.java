package dev.interestlens.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptRowsTest {
    private static final Tensors TENSORS = Tensors.onCpu();

    private final NDArray items = row(1, 10, 100, 1000, 10_000); // (5, 1)
    private int scored;
    private final KeptRows kept = new KeptRows(3, row -> {
        scored++;
        return Ops.matmul(items, Ops.transpose(row, 0, 1));
    });

    @AfterEach
    void close() {
        kept.close();
    }

    @AfterAll
    static void free() {
        TENSORS.close();
    }

    /** (n, 1). */
    private static NDArray row(float... values) {
        return TENSORS.floats(values, values.length, DataType.FLOAT32, values.length, 1);
    }

    private float[] scores(float... history) {
        return kept.of(row(history), () -> false).toFloatArray();
    }

    @Test
    void onlyWhatIsNewIsScored() {
        assertThat(scores(2, 3, 2))
                .containsExactly(2, 20, 200, 2000, 20_000, 3, 30, 300, 3000, 30_000, 2, 20, 200, 2000, 20_000);
        assertThat(scores(4, 3)).containsExactly(4, 40, 400, 4000, 40_000, 3, 30, 300, 3000, 30_000);
        assertThat(scores(2)).containsExactly(2, 20, 200, 2000, 20_000);
        assertThat(scored).isEqualTo(3);
    }

    @Test
    void thatWhichWasUsedFirstIsForgotten() {
        scores(2, 3, 4);
        scores(2);
        scores(5); // in place of 3
        assertThat(scored).isEqualTo(4);
        scores(4, 2);
        assertThat(scored).isEqualTo(4);
        scores(3);
        assertThat(scored).isEqualTo(5);
    }

    @Test
    void whatWasScoredBeforeAnInterruptionIsKept() {
        int[] asked = {0};
        assertThat(kept.of(row(2, 3), () -> asked[0]++ == 1)).isNull();
        assertThat(scores(2, 3)).containsExactly(2, 20, 200, 2000, 20_000, 3, 30, 300, 3000, 30_000);
        assertThat(scored).isEqualTo(2);
    }
}
