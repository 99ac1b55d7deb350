package dev.interestlens.data.synth;

/** Random numbers that are the same on every machine and in every version: SplitMix64 (Steele, Lea and Flood 2014) and {@link StrictMath}. */
final class Draws {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private Draws(long state) {
        this.state = state;
    }

    /** An independent sequence for every pair, so that one user's draws never depend on another's. */
    static Draws of(long seed, long stream) {
        return new Draws(mix(mix(seed + STEP) + stream * STEP));
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    long bits() {
        state += STEP;
        return mix(state);
    }

    /** In [0, 1), 53 bits. */
    double uniform() {
        return (bits() >>> 11) * 0x1p-53;
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** In [0, bound). */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Exponential with mean 1. */
    double exponential() {
        return -StrictMath.log(1 - uniform());
    }

    /** An index, drawn in proportion to the weights; one of weight zero never. */
    int weighted(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double at = uniform() * sum;
        int last = -1;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                at -= weights[i];
                if (at < 0) {
                    return i;
                }
            }
        }
        return last; // rounding
    }

    /** Shuffles in place (Fisher and Yates). */
    void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }
}
