package dev.interestlens.model.embedding;

import java.util.Arrays;

/** Numbers distinct tuples of ids in the order of their first appearance: open addressing, no boxing. */
public final class TupleIndex {
    private final int width;
    private int[] ids;
    private int[] slots;
    private int count;

    /** @param width ids a tuple */
    public TupleIndex(int width, int expected) {
        this.width = width;
        ids = new int[Math.max(8, expected) * width];
        slots = new int[Integer.highestOneBit(Math.max(8, expected)) * 4];
    }

    public int count() {
        return count;
    }

    /** Id number {@code at} of a tuple. */
    public int id(int tuple, int at) {
        return ids[tuple * width + at];
    }

    /** The number of the tuple at {@code tuple[0 … width)}, new or known. */
    public int add(int[] tuple) {
        int hash = 1;
        for (int i = 0; i < width; i++) {
            hash = (hash ^ tuple[i]) * 0x9E3779B1;
            hash ^= hash >>> 15;
        }
        int slot = hash & slots.length - 1;
        while (slots[slot] != 0) {
            int known = slots[slot] - 1;
            if (Arrays.equals(ids, known * width, (known + 1) * width, tuple, 0, width)) {
                return known;
            }
            slot = slot + 1 & slots.length - 1;
        }
        if ((count + 1) * width > ids.length) {
            ids = Arrays.copyOf(ids, ids.length * 2);
        }
        System.arraycopy(tuple, 0, ids, count * width, width);
        slots[slot] = ++count;
        if (count * 2 > slots.length) {
            grow();
        }
        return count - 1;
    }

    private void grow() {
        int known = count;
        int[] old = ids;
        ids = new int[old.length];
        slots = new int[slots.length * 2];
        count = 0;
        int[] tuple = new int[width];
        for (int k = 0; k < known; k++) {
            System.arraycopy(old, k * width, tuple, 0, width);
            add(tuple);
        }
    }
}
