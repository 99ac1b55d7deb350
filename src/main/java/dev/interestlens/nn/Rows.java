package dev.interestlens.nn;

import java.nio.FloatBuffer;

/** Where the rows of a table stand: an array that is trained, or a mapped file that is only read. */
public interface Rows {
    /** Copies a row to {@code target[at …)}. */
    void read(int row, float[] target, int at);

    /** All values, row-major; throws {@link UnsupportedOperationException} where the rows are mapped. */
    float[] array();

    /** All values, copied where they are mapped. */
    float[] copy();

    static Rows of(float[] values, int width) {
        return new Rows() {
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

    /** Rows in mapped memory; a table of more than 2 GB comes in chunks of whole rows. */
    static Rows mapped(FloatBuffer[] chunks, int rowsPerChunk, int width, int rows) {
        return new Rows() {
            @Override
            public void read(int row, float[] target, int at) {
                chunks[row / rowsPerChunk].get(row % rowsPerChunk * width, target, at, width);
            }

            @Override
            public float[] array() {
                throw new UnsupportedOperationException("These rows are mapped for reading");
            }

            @Override
            public float[] copy() {
                float[] values = new float[rows * width];
                for (int row = 0; row < rows; row++) {
                    read(row, values, row * width);
                }
                return values;
            }
        };
    }
}
