package dev.interestlens.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * An embedding table. Its rows are in Java memory (or in a mapped checkpoint), and only the rows that a batch uses become an array of the engine: the
 * cost of a step depends on the rows used, not on the vocabulary. Row 0 is padding: zero and never trained, unless the table was made with {@link
 * Padding#TRAINED}.
 */
public final class RowTable {
    /** Whether row 0 is an ordinary row. */
    public enum Padding {
        ZERO,
        TRAINED
    }

    private final String name;
    private final int rows;
    private final int width;
    private final Padding padding;
    private RowSource storage;

    public RowTable(String name, int rows, int width, Padding padding) {
        if ((long) rows * width > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(name + ": " + rows + " rows of " + width + " exceed one table");
        }
        this.name = name;
        this.rows = rows;
        this.width = width;
        this.padding = padding;
    }

    public String name() {
        return name;
    }

    public int rows() {
        return rows;
    }

    public int width() {
        return width;
    }

    public Padding padding() {
        return padding;
    }

    /** Sets the rows; their number and width must be those of this table. */
    public void load(RowSource rows) {
        storage = rows;
    }

    /** The trainable values, row-major (rows · width). Throws where the rows are only mapped for reading. */
    public float[] values() {
        return storage.array();
    }

    public RowSource storage() {
        return storage;
    }

    void initialize(Initializer initializer, long seed) {
        float[] values = new float[rows * width];
        initializer.fill(values, 0, values.length, Initializer.random(seed, name));
        if (padding == Padding.ZERO) {
            java.util.Arrays.fill(values, 0, width, 0f);
        }
        storage = RowSource.of(values, width);
    }

    /** The given rows as one array. Shape (count, width). */
    public NDArray gather(Tensors tensors, int[] ids, int count, DataType type) {
        float[] picked = new float[count * width];
        for (int i = 0; i < count; i++) {
            storage.read(ids[i], picked, i * width);
        }
        return tensors.floats(picked, count * width, type, count, width);
    }
}
