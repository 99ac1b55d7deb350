package dev.interestlens.model.embedding;

import dev.interestlens.store.ArrayFill;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * Which rows of one table a batch touches, and where.
 *
 * @param ids the distinct rows, in the order of their first appearance; the first {@code count} count
 * @param count number of distinct rows
 * @param index for each place · value the number of its row among the distinct ones
 * @param weights for each place · value its weight in the place's mean, or null where every place has one value
 * @param width values a place
 */
public record Lookup(int[] ids, int count, int[] index, float[] weights, int width) {
    /** @param value the k-th id that stands at a place */
    public static Lookup of(int places, int width, IntBinaryOperator value) {
        TupleIndex distinct = new TupleIndex(1, places * width);
        int[] index = new int[places * width];
        float[] weights = width == 1 ? null : new float[places * width];
        int[] tuple = new int[1];
        for (int place = 0; place < places; place++) {
            int real = 0;
            for (int k = 0; k < width; k++) {
                tuple[0] = value.applyAsInt(place, k);
                real += tuple[0] != 0 ? 1 : 0;
                index[place * width + k] = distinct.add(tuple);
            }
            for (int k = 0; weights != null && k < width; k++) {
                weights[place * width + k] = value.applyAsInt(place, k) != 0 ? 1f / real : 0;
            }
        }
        int[] ids = ArrayFill.ints(distinct.count(), i -> distinct.id(i, 0));
        return new Lookup(ids, ids.length, index, weights, width);
    }

    /** True where place i has row i. */
    public boolean isIdentity() {
        return width == 1 && index.length == count && IntStream.range(0, count).allMatch(i -> index[i] == i);
    }
}
