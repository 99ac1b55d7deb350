package dev.interestlens.model;

import dev.interestlens.data.Field;
import dev.interestlens.data.HistoryChoice.Past;
import dev.interestlens.model.reading.ItemScores;
import dev.interestlens.nn.RowTable;
import java.util.Arrays;
import java.util.List;

/** ⟨A q, B k⟩ of a candidate and a behaviour. E width of an item's embeddings, S of the search's space. */
final class Products implements ItemScores.Similarity {
    /** Items whose embeddings stay in the cache of a core. */
    private static final int BLOCK = 512;

    /** Terms that are added at once. */
    private static final int TERMS = 4;

    private final List<RowTable> tables;
    private final List<Field> fields;
    private final float[] query;
    private final float[] key;
    private final int width;
    private final float[] item;
    private final float[] row;
    private final float[] wanted;
    private final float[] wide;

    /**
     * @param tables of the item fields
     * @param query A, (S, E)
     * @param key B, (S, E)
     */
    Products(List<RowTable> tables, List<Field> fields, float[] query, float[] key) {
        this.tables = tables;
        this.fields = fields;
        this.query = query;
        this.key = key;
        width = tables.stream().mapToInt(RowTable::width).sum();
        item = new float[width];
        wanted = new float[width];
        wide = new float[query.length / width];
        row = new float[tables.stream().mapToInt(RowTable::width).max().orElse(0)];
    }

    /** Sets the candidate: Bᵀ A q is computed once. */
    @Override
    public void before(Past past) {
        want(past, -1);
    }

    private void want(Past past, int step) {
        read(past, step);
        for (int s = 0; s < wide.length; s++) {
            wide[s] = product(query, s * width, item);
        }
        Arrays.fill(wanted, 0);
        for (int s = 0; s < wide.length; s++) {
            for (int e = 0; e < width; e++) {
                wanted[e] += wide[s] * key[s * width + e];
            }
        }
    }

    @Override
    public float of(Past past, int step) {
        read(past, step);
        return product(wanted, 0, item);
    }

    /**
     * As {@link ItemScores.Together}: block after block of items, each with its embeddings side by side, so that a term is added to many sums at once.
     * Every sum adds its terms in the same order as that of a single item.
     */
    float[][] ofAll(Past items, int[] candidates) {
        float[][] asked = new float[candidates.length][];
        for (int c = 0; c < asked.length; c++) {
            want(items, candidates[c]);
            asked[c] = wanted.clone();
        }
        float[][] all = new float[candidates.length][items.length()];
        float[][] block = new float[width][BLOCK];
        float[] sums = new float[BLOCK];
        for (int from = 0; from < items.length(); from += BLOCK) {
            int count = Math.min(BLOCK, items.length() - from);
            for (int i = 0; i < count; i++) {
                read(items, from + i);
                for (int e = 0; e < width; e++) {
                    block[e][i] = item[e];
                }
            }
            for (int c = 0; c < asked.length; c++) {
                Arrays.fill(sums, 0);
                for (int e = 0; e < width; e += TERMS) {
                    add(sums, asked[c], block, e);
                }
                System.arraycopy(sums, 0, all[c], from, count);
            }
        }
        return all;
    }

    /** Adds the terms from e on. The loops are such that the compiler uses instructions for several numbers: all arrays begin at 0. */
    private void add(float[] sums, float[] factors, float[][] block, int e) {
        if (e + TERMS <= width) {
            float f0 = factors[e];
            float f1 = factors[e + 1];
            float f2 = factors[e + 2];
            float f3 = factors[e + 3];
            float[] t0 = block[e];
            float[] t1 = block[e + 1];
            float[] t2 = block[e + 2];
            float[] t3 = block[e + 3];
            for (int i = 0; i < BLOCK; i++) {
                sums[i] = sums[i] + f0 * t0[i] + f1 * t1[i] + f2 * t2[i] + f3 * t3[i];
            }
            return;
        }
        for (int rest = e; rest < width; rest++) {
            float factor = factors[rest];
            float[] terms = block[rest];
            for (int i = 0; i < BLOCK; i++) {
                sums[i] += factor * terms[i];
            }
        }
    }

    private float product(float[] a, int from, float[] b) {
        float sum = 0;
        for (int e = 0; e < width; e++) {
            sum += a[from + e] * b[e];
        }
        return sum;
    }

    /** The embedding of a behaviour, or of the candidate for step −1: fields of several values give the mean of those that are there. */
    private void read(Past past, int step) {
        int at = 0;
        for (int f = 0; f < tables.size(); f++) {
            RowTable table = tables.get(f);
            int values = fields.get(f).width();
            if (values == 1) {
                table.storage().read(id(past, f, step, 0), item, at);
            } else {
                mean(past, f, step, at);
            }
            at += table.width();
        }
    }

    private void mean(Past past, int f, int step, int at) {
        RowTable table = tables.get(f);
        Arrays.fill(item, at, at + table.width(), 0);
        int real = 0;
        for (int k = 0; k < fields.get(f).width(); k++) {
            int id = id(past, f, step, k);
            if (id != Field.PADDING) {
                real++;
                table.storage().read(id, row, 0);
                for (int e = 0; e < table.width(); e++) {
                    item[at + e] += row[e];
                }
            }
        }
        for (int e = 0; real > 1 && e < table.width(); e++) {
            item[at + e] /= real;
        }
    }

    private static int id(Past past, int field, int step, int k) {
        return step < 0 ? past.candidate(field, k) : past.id(field, step, k);
    }
}
