package dev.interestlens.nn;

/** The storage of a table's rows: an array that is trained, or a mapped file that is only read. */
public interface RowSource {
    /** Copies a row to {@code target[at …)}. */
    void read(int row, float[] target, int at);

    /** All values, row-major; throws {@link UnsupportedOperationException} where the rows are mapped. */
    float[] array();

    /** All values, copied where they are mapped. */
    float[] copy();

    static RowSource of(float[] values, int width) {
        return new RowSource() {
            @Override
            public void read(int row, float[] target, int at) {
                System.arraycopy(values, row * width, target, at, width);
            }

            @Override
            public float[] array() {
                return values;
            }

            @Override
            public float[] copy() {
                return values.clone();
            }
        };
    }
}
