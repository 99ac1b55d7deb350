package dev.interestlens.store;

import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** Arrays by what stands at each place, of the types for which {@link java.util.Arrays#setAll} has no form. */
public final class ArrayFill {
    private ArrayFill() {}

    public static float[] floats(int length, IntToDoubleFunction value) {
        float[] filled = new float[length];
        for (int i = 0; i < length; i++) {
            filled[i] = (float) value.applyAsDouble(i);
        }
        return filled;
    }

    public static boolean[] flags(int length, IntPredicate holds) {
        boolean[] filled = new boolean[length];
        for (int i = 0; i < length; i++) {
            filled[i] = holds.test(i);
        }
        return filled;
    }
}
