package dev.interestlens.store;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/** Arrays by what stands at each place. */
public final class ArrayFill {
    private ArrayFill() {}

    public static float[] floats(int length, IntToDoubleFunction value) {
        float[] filled = new float[length];
        for (int i = 0; i < length; i++) {
            filled[i] = (float) value.applyAsDouble(i);
        }
        return filled;
    }

    public static double[] doubles(int length, IntToDoubleFunction value) {
        double[] filled = new double[length];
        Arrays.setAll(filled, value);
        return filled;
    }

    public static int[] ints(int length, IntUnaryOperator value) {
        int[] filled = new int[length];
        Arrays.setAll(filled, value);
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
