package dev.interestlens.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpsTest {
    /** What is collected between forward and backward pass must not reach the gradient. */
    @Test
    void aFactorOutlivesAGarbageCollection() throws InterruptedException {
        try (Tensors tensors = Tensors.onCpu();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Ops.gradients(true);
            List<NDArray> leaves = new ArrayList<>();
            List<NDArray> products = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                leaves.add(Ops.leaf(tensors.floats(new float[] {1, 2, 3}, 3)));
                products.add(Ops.sumAll(Ops.scale(leaves.get(i), 7)));
            }
            List<ByteBuffer> over = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                System.gc();
                Thread.sleep(20);
                for (int i = 0; i < 2000; i++) {
                    over.add(ByteBuffer.allocateDirect(8));
                }
            }
            products.forEach(Ops::backward);
            Ops.gradients(false);
            for (NDArray leaf : leaves) {
                assertThat(Ops.gradient(leaf).toFloatArray()).containsExactly(7, 7, 7);
            }
            assertThat(over).hasSize(6000);
        }
    }

    @Test
    void aScalarKeepsItsType() {
        try (Tensors tensors = Tensors.onCpu();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray sum = Ops.sumAll(tensors.floats(new float[] {1, 2, 3}, 3));
            assertThat(Ops.shift(Ops.scale(sum, 0.5), 1).toFloatArray()).containsExactly(4);
        }
    }
}
