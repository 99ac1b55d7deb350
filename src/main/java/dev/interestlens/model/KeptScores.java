package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import java.nio.IntBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Scores of behaviours with all items of a catalogue, kept from one history to the next where they depend on the two items alone: what many people
 * touched is scored once. Holds those that were used last, in bounded memory. Each behaviour is scored by itself, so that the others never change a
 * digit. L behaviours, W width of an item.
 */
final class KeptScores implements AutoCloseable {
    /** A smaller catalogue is scored faster for all behaviours of a history at once. */
    static final int MIN_ITEMS = 2000;

    private static final long BYTES = 192L << 20;

    /** Worth it only where this many histories of the longest kind fit. */
    private static final int HISTORIES = 4;

    private final CatalogueForm.PairScores scoring;
    private final NDArray[] items;
    private final long max;
    private final Map<IntBuffer, NDArray> rows = new LinkedHashMap<>(16, .75f, true); // by embeddings, each (items)

    /** @param max how many behaviours' scores are kept, at least the length of the longest history */
    KeptScores(CatalogueForm.PairScores scoring, NDArray[] items, long max) {
        this.scoring = scoring;
        this.items = items;
        this.max = max;
    }

    /**
     * Empty where the form has no such scores, or keeping them does not pay.
     *
     * @param items what the form gave for the items
     * @param min the fewest items for which it pays
     * @param length of the longest history
     */
    static Optional<KeptScores> of(CatalogueForm form, NDArray[] items, int min, int length) {
        long count = items[0].getShape().get(0);
        long max = BYTES / (Float.BYTES * count);
        return count < min || max < (long) HISTORIES * length
                ? Optional.empty()
                : form.scores().map(scoring -> new KeptScores(scoring, items, max));
    }

    CatalogueForm.PairScores scoring() {
        return scoring;
    }

    /** Embeddings of one history, which is not empty, (L, W) -> (L, items); null where it was interrupted. */
    NDArray of(NDArray history, BooleanSupplier interrupted) {
        NDArray[] all = new NDArray[(int) history.getShape().get(0)];
        float[] embeddings = history.toFloatArray();
        int width = embeddings.length / all.length;
        for (int at = 0; at < all.length; at++) {
            int from = at * width;
            IntBuffer key = IntBuffer.wrap(IntStream.range(from, from + width)
                    .map(i -> Float.floatToRawIntBits(embeddings[i]))
                    .toArray());
            NDArray row = rows.get(key);
            if (row == null) {
                if (interrupted.getAsBoolean()) {
                    return null;
                }
                row = scored(Ops.slice(history, 0, at, at + 1L));
                rows.put(key, row);
            }
            all[at] = Ops.unsqueeze(row, 0);
        }
        NDArray scores = Ops.concat(0, all);
        Iterator<NDArray> oldest = rows.values().iterator();
        while (rows.size() > max) {
            oldest.next().close();
            oldest.remove();
        }
        return scores;
    }

    /** (1, W) -> (items). */
    private NDArray scored(NDArray behaviour) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return Tensors.keep(Ops.view(scoring.of(behaviour, items), -1));
        }
    }

    /** Of all scores those of some items from one on, whose rows they are: (n, L). */
    static NDArray some(NDArray scores, int from, NDArray[] rows) {
        return Ops.transpose(
                Ops.slice(scores, 1, from, from + rows[0].getShape().get(0)), 0, 1);
    }

    @Override
    public void close() {
        rows.values().forEach(NDArray::close);
    }
}
