package dev.interestlens.model.embedding;

import dev.interestlens.nn.RowSource;
import dev.interestlens.store.Tensor;

/** The rows of a table in a mapped file: read one at a time, never loaded whole. */
public record MappedRows(Tensor tensor, int width) implements RowSource {
    @Override
    public void read(int row, float[] target, int at) {
        tensor.slice((long) row * width, width).asFloatBuffer().get(target, at, width);
    }

    @Override
    public float[] array() {
        throw new UnsupportedOperationException("These rows are mapped for reading");
    }

    @Override
    public float[] copy() {
        return tensor.floats();
    }
}
