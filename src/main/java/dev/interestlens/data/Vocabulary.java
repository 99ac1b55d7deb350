package dev.interestlens.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The texts of ids, read from mapped files. Keys are sorted by their UTF-8 bytes, so that a key can be looked up. */
record Vocabulary(MappedColumn text, MappedColumn starts, int size) {
    static Vocabulary of(DatasetSums sums, String name, int size) {
        MappedColumn starts = MappedColumn.of(sums, Layout.starts(name), (size + 1L) * Long.BYTES);
        return new Vocabulary(MappedColumn.of(sums, Layout.text(name), starts.longAt(size)), starts, size);
    }

    /** The text of an index from 0; empty where there is none. */
    String get(int index) {
        return new String(bytes(index), StandardCharsets.UTF_8);
    }

    private byte[] bytes(int index) {
        long from = starts.longAt(index);
        byte[] bytes = new byte[(int) (starts.longAt(index + 1L) - from)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = text.byteAt(from + i);
        }
        return bytes;
    }

    /** Index of a key in a sorted vocabulary, or −1. */
    int indexOf(String key) {
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compareUnsigned(bytes(middle), wanted);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
