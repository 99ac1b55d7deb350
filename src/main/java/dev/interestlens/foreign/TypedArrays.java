package dev.interestlens.foreign;

import dev.interestlens.foreign.onnx.GraphFile;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.DType;
import dev.interestlens.store.Tensor;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Converts numbers to arrays of the type that an input requires, and back. */
final class TypedArrays {
    private TypedArrays() {}

    /** Ids as floats are exact up to 2²⁴, and no table is larger. */
    static Tensor of(GraphFile.Type type, double[] values, long[] shape) {
        return switch (type) {
            case FLOAT -> Tensor.of(floats(values), shape);
            case DOUBLE -> Tensor.of(values, shape);
            case INT32 ->
                Tensor.of(Arrays.stream(values).mapToInt(value -> (int) value).toArray(), shape);
            case BOOL -> new Tensor(DType.BOOL, shape, ByteBuffer.wrap(flags(values)));
            default ->
                Tensor.of(Arrays.stream(values).mapToLong(value -> (long) value).toArray(), shape);
        };
    }

    private static float[] floats(double[] values) {
        return ArrayFill.floats(values.length, i -> values[i]);
    }

    private static byte[] flags(double[] values) {
        byte[] flags = new byte[values.length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = (byte) (values[i] != 0 ? 1 : 0);
        }
        return flags;
    }

    /** The numbers of an array, whatever its type. */
    static double[] doubles(Tensor array) {
        return array.dtype() == DType.F32 || array.dtype() == DType.F64
                ? array.doubles()
                : Arrays.stream(array.longs()).asDoubleStream().toArray();
    }
}
