package dev.interestlens.nn;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Fills a new parameter; the same seed and name give the same values, independent of the rest of the model. */
@FunctionalInterface
public interface Initializer {
    void fill(float[] values, int from, int count, RandomGenerator random);

    static Initializer constant(float value) {
        return (values, from, count, random) -> Arrays.fill(values, from, from + count, value);
    }

    /** Uniform in ±bound. */
    static Initializer uniform(double bound) {
        return (values, from, count, random) -> {
            for (int i = from; i < from + count; i++) {
                values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
            }
        };
    }

    static Initializer normal(double deviation) {
        return (values, from, count, random) -> {
            for (int i = from; i < from + count; i++) {
                values[i] = (float) (random.nextGaussian() * deviation);
            }
        };
    }

    /** The bound that torch gives a Linear's weight and bias: 1/√in. */
    static Initializer fanIn(long in) {
        return uniform(1 / Math.sqrt(in));
    }

    /** A matrix (out, in) whose last columns are the identity, so that the end of its input passes unchanged; the others as {@link #fanIn}. */
    static Initializer endingInIdentity(int in, int out) {
        return (values, from, count, random) -> {
            fanIn(in).fill(values, from, count, random);
            for (int row = 0; row < out; row++) {
                int end = from + (row + 1) * in;
                Arrays.fill(values, end - out, end, 0);
                values[end - out + row] = 1;
            }
        };
    }

    /** The same with the identity in front: the beginning of its input, {@code kept} ≤ {@code out} numbers, passes unchanged. */
    static Initializer beginningInIdentity(int in, int out, int kept) {
        return (values, from, count, random) -> {
            fanIn(in).fill(values, from, count, random);
            for (int row = 0; row < out; row++) {
                int begin = from + row * in;
                Arrays.fill(values, begin, begin + kept, 0);
                if (row < kept) {
                    values[begin + row] = 1;
                }
            }
        };
    }

    /** A matrix (out, in) that takes the mean of the in/out parts of its input. */
    static Initializer meanOfParts(int in, int out) {
        return (values, from, count, random) -> {
            Arrays.fill(values, from, from + count, 0);
            for (int row = 0; row < out; row++) {
                for (int column = row; column < in; column += out) {
                    values[from + row * in + column] = (float) out / in;
                }
            }
        };
    }

    /**
     * A matrix (out, in) whose rows begin nearly alike: the first as {@link #fanIn}, each other as the first and a tenth of its own. Outputs that have
     * the same work then learn as fast as one alone, and part only where that lowers the loss.
     */
    static Initializer rowsAlike(int in) {
        return (values, from, count, random) -> {
            fanIn(in).fill(values, from, count, random);
            for (int i = in; i < count; i++) {
                values[from + i] = values[from + i % in] + 0.1f * values[from + i];
            }
        };
    }

    /** Uniform with the bound √(6/(in + out)) of Glorot and Bengio. */
    static Initializer glorot(long in, long out) {
        return uniform(Math.sqrt(6.0 / (in + out)));
    }

    static RandomGenerator random(long seed, String name) {
        long hash = seed;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return new SplittableRandom(hash);
    }
}
