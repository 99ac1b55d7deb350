package dev.interestlens.nn;

import ai.djl.ndarray.NDArray;

/**
 * The randomness of dropout: a mask for each place that drops, drawn afresh each step. It is a function of the step's seed and of the order of the
 * places alone, so that neither the engine's threads nor its versions change it. Drawing here costs a tenth of what the engine's own generator
 * takes on a CPU; on a GPU the engine draws.
 */
public final class Noise {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long MIX = 0xE7037ED1A0B428DBL;
    private static final int LEVELS = 1 << 16;

    private Tensors tensors;
    private long seed;
    private int[] bits = new int[0];

    /** Begins a step. */
    public void seed(long now) {
        seed = now;
    }

    void on(Tensors device) {
        tensors = device;
    }

    /** In training each element is 0 with the given probability, in steps of 1/65536, and else divided by 1 − rate. Any shape, F32. */
    public NDArray drop(NDArray x, double rate, boolean training) {
        if (!training || rate <= 0) {
            return x;
        }
        if (tensors.device().isGpu()) {
            return Ops.dropout(x, rate);
        }
        int count = Math.toIntExact(x.size());
        if (bits.length < count + 4) {
            bits = new int[count + 4];
        }
        int dropped = (int) Math.round(rate * LEVELS);
        float kept = (float) (LEVELS / (double) (LEVELS - dropped));
        seed = seed * MIX + STEP;
        draw(bits, count, seed, dropped, Float.floatToRawIntBits(kept));
        return Ops.mul(x, tensors.floatBits(bits, count, x.getShape().getShape()));
    }

    /** Four elements of each mixed 64-bit number. */
    private static void draw(int[] target, int count, long from, int dropped, int kept) {
        for (int i = 0; i < count; i += 4) {
            long z = from + i * STEP;
            z = Math.multiplyHigh(z, MIX) ^ z * MIX;
            target[i] = dropped - 1 - (int) (z & 0xffff) >> 31 & kept;
            target[i + 1] = dropped - 1 - (int) (z >>> 16 & 0xffff) >> 31 & kept;
            target[i + 2] = dropped - 1 - (int) (z >>> 32 & 0xffff) >> 31 & kept;
            target[i + 3] = dropped - 1 - (int) (z >>> 48) >> 31 & kept;
        }
    }
}
