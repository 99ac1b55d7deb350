package dev.interestlens.data.source.load;

import dev.interestlens.data.ColumnSum;
import dev.interestlens.data.ColumnWriter;
import dev.interestlens.data.Field;
import dev.interestlens.data.TextWriter;
import dev.interestlens.store.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the texts of one field row by row and turns them into ids, numbered in the order of their UTF-8 bytes. */
final class FieldEncoder {

    private static final int NONE = -1;

    private final String name;
    private final int mostValues;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private int[] ids = new int[1024];
    private int rows;
    private int width = 1;
    private long cut;

    FieldEncoder(String name, int mostValues) {
        this.name = name;
        this.mostValues = mostValues;
    }

    /** Adds a row; values beyond the cap are counted and left out. */
    void add(List<String> values) {
        int kept = Math.min(values.size(), mostValues);
        cut += values.size() - kept;
        width = Math.max(width, kept);
        int from = rows * mostValues;
        if (ids.length < from + mostValues) {
            ids = Arrays.copyOf(ids, Math.max(ids.length * 2, from + mostValues));
        }
        for (int k = 0; k < mostValues; k++) {
            ids[from + k] = k < kept ? provisional(values.get(k)) : NONE;
        }
        rows++;
    }

    private int provisional(String value) {
        return seen.computeIfAbsent(value, text -> {
            texts.add(text);
            return texts.size() - 1;
        });
    }

    Field field() {
        return Field.categorical(name, texts.size() + Field.FIRST, width);
    }

    /** Values that were left out because a row had more than the cap. */
    long cut() {
        return cut;
    }

    /**
     * Writes ids and vocabulary.
     *
     * @param ownIds rows before the first one: padding and unknown, or 0 for none
     */
    List<ColumnSum> write(Disk disk, Path folder, String file, int ownIds) throws IOException {
        Integer[] order = new Integer[texts.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b)));
        int[] id = new int[order.length];
        List<ColumnSum> sums = new ArrayList<>();
        try (TextWriter vocabulary = new TextWriter(disk, folder, file)) {
            for (int rank = 0; rank < order.length; rank++) {
                id[order[rank]] = rank + Field.FIRST;
                vocabulary.add(texts.get(order[rank]));
            }
            sums.addAll(vocabulary.finish());
        }
        try (ColumnWriter column = new ColumnWriter(disk, folder, file)) {
            for (int row = -ownIds; row < rows; row++) {
                for (int k = 0; k < width; k++) {
                    column.putInt(row < 0 ? k == 0 ? row + ownIds : Field.PADDING : value(id, row, k));
                }
            }
            sums.add(column.finish());
        }
        return sums;
    }

    private byte[] bytes(int text) {
        return texts.get(text).getBytes(StandardCharsets.UTF_8);
    }

    // A row without any value is unknown, so that a model can learn from its absence.
    private int value(int[] id, int row, int k) {
        int provisional = ids[row * mostValues + k];
        if (provisional == NONE) {
            return k == 0 ? Field.UNKNOWN : Field.PADDING;
        }
        return id[provisional];
    }
}
