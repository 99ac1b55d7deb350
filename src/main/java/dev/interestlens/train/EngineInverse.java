package dev.interestlens.train;

import ai.djl.ndarray.NDArray;
import dev.interestlens.data.protocol.SymmetricInverse;
import dev.interestlens.nn.Tensors;

/** The inverse by the engine on the CPU, in 64 bits: 6,000 rows take about fifteen seconds of one core and, while they last, 1.2 GB. */
public record EngineInverse() implements SymmetricInverse {
    @Override
    public double[] of(double[] matrix, int n) {
        try (Tensors tensors = Tensors.onCpu();
                NDArray array = tensors.doubles(matrix, n, n);
                NDArray inverse = array.inverse()) {
            return inverse.toDoubleArray();
        }
    }
}
