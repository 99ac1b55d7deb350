package dev.interestlens.data.protocol.draw;

/**
 * Random numbers as a function of their purpose, by the step of SplitMix64 (Steele, Lea, Flood, 2014): the same place always gives the same numbers,
 * in any order and on any thread.
 */
public final class Mix {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Mix() {}

    static long hash(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The place of a stream of draws. */
    public static long place(long seed, long epoch, long row) {
        return hash(hash(hash(seed + GOLDEN) ^ (epoch + 1) * GOLDEN) ^ (row + 1) * 0xD1B54A32D192ED03L);
    }

    /** The n-th draw of a stream. */
    public static long draw(long place, long n) {
        return hash(place + (n + 1) * GOLDEN);
    }

    /** A draw as a number 0 … bound − 1; the bias is below bound / 2⁶⁴. */
    public static int below(long draw, int bound) {
        return (int) Math.multiplyHigh(draw >>> 1, (long) bound << 1);
    }

    /** A draw as a number 0 … bound − 1. */
    public static long below(long draw, long bound) {
        return Math.multiplyHigh(draw >>> 1, bound << 1);
    }

    /** A draw as a number from 0 to below 1. */
    public static double unit(long draw) {
        return (draw >>> 11) * 0x1p-53;
    }
}
