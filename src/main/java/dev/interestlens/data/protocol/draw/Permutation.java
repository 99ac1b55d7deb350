package dev.interestlens.data.protocol.draw;

/**
 * A pseudo-random order of 0 … n − 1 that needs no memory: a Feistel network over the next power of four, applied again until the number is below n
 * (cycle walking, Black and Rogaway, 2002).
 */
public final class Permutation {

    private static final int ROUNDS = 6;

    private final int n;
    private final int half;
    private final int mask;
    private final long[] keys = new long[ROUNDS];

    public Permutation(int n, long seed) {
        this.n = n;
        int bits = Math.max(2, Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, n - 1L)));
        half = (bits + 1) / 2;
        mask = (1 << half) - 1;
        for (int r = 0; r < ROUNDS; r++) {
            keys[r] = Mix.draw(seed, r);
        }
    }

    /** The number at a position. */
    public int at(int place) {
        long x = place;
        do {
            long left = x >>> half;
            long right = x & mask;
            for (long key : keys) {
                long next = left ^ (Mix.hash(right + key) & mask);
                left = right;
                right = next;
            }
            x = left << half | right;
        } while (x >= n);
        return (int) x;
    }
}
