package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.nn.KeptRows;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Logits of a whole catalogue, or a part of it, for one history at a time, by a model's {@link CatalogueForm} where it has one, else by batches in
 * which the history is repeated. Item fields are the catalogue's; user and context fields are the sample's. Valid until the model changes; one thread
 * at a time, the model's own. Closing frees its arrays.
 */
public final class CatalogueScorer implements AutoCloseable {
    /** Candidates in a block: their arrays fit the processor's cache. */
    private static final int ROWS = 512;

    private static final int ITEM_ROWS = 4096;

    /** The same where each candidate is scored with many parts of a history. */
    private static final int PAIRS = 4096;

    private static final int PARTS = 512;

    /** Scores of pairs are kept from so many items on: fewer are scored faster for all behaviours of a history at once. */
    private static final int MIN_KEPT = 2000;

    private static final long BYTES_KEPT = 192L << 20;

    /** Keeping them pays only where this many histories of the longest kind fit. */
    private static final int HISTORIES_KEPT = 4;

    private final CtrModel model;
    private final Function<RawBatch, float[]> scoring;
    private final RawBatch catalogue;
    private final CatalogueForm form;
    private final List<NDArray[]> pieces = new ArrayList<>();
    private NDArray[] all;
    private CatalogueForm.PairScores pairScores;
    private KeptRows kept; // scores of a behaviour with all items, by its embedding; null where none are kept

    /**
     * Of the current state of a model.
     *
     * @param catalogue whose candidates are the items; its histories are empty and its user and context fields are not read
     */
    public static CatalogueScorer of(CtrModel model, RawBatch catalogue) {
        return new CatalogueScorer(model, catalogue);
    }

    /** Of any function that scores batches: nothing is shared among candidates. */
    public static CatalogueScorer of(Function<RawBatch, float[]> scoring, RawBatch catalogue) {
        return new CatalogueScorer(null, scoring, null, catalogue, 0);
    }

    /** @param catalogue whose candidates are the items; its histories are empty and its user and context fields are not read */
    CatalogueScorer(CtrModel model, RawBatch catalogue) {
        this(model, catalogue, MIN_KEPT);
    }

    /** @param kept from so many items on, scores are kept from one history to the next where the model allows it */
    CatalogueScorer(CtrModel model, RawBatch catalogue, int kept) {
        this(model, model::logits, model.shared().orElse(null), catalogue, kept);
    }

    private CatalogueScorer(
            CtrModel model, Function<RawBatch, float[]> scoring, CatalogueForm form, RawBatch catalogue, int kept) {
        if (catalogue.length() > 0) {
            throw new IllegalArgumentException("a catalogue has no histories");
        }
        this.model = model;
        this.catalogue = catalogue;
        this.scoring = scoring;
        this.form = form;
        if (form != null && catalogue.size() > 0) {
            prepare(kept);
        }
    }

    private void prepare(int minKept) {
        all = model.parameters().untracked(() -> {
            List<NDArray[]> parts = new ArrayList<>();
            for (int from = 0; from < catalogue.size(); from += ITEM_ROWS) {
                int[] rows = IntStream.range(from, Math.min(catalogue.size(), from + ITEM_ROWS))
                        .toArray();
                RawBatch some = catalogue.candidates(rows);
                parts.add(form.items(model.features(model.plainPlan(some), false)));
            }
            NDArray[] whole = new NDArray[parts.get(0).length];
            Arrays.setAll(whole, i -> {
                NDArray joined = Ops.concat(0, parts.stream().map(p -> p[i]).toArray(NDArray[]::new));
                return Tensors.keep(joined.duplicate());
            });
            for (int from = 0; from < catalogue.size(); from += ROWS) {
                int begin = from;
                int end = Math.min(catalogue.size(), from + ROWS);
                pieces.add(Arrays.stream(whole)
                        .map(a -> Tensors.keep(Ops.slice(a, 0, begin, end)))
                        .toArray(NDArray[]::new));
            }
            return whole;
        });
        long max = BYTES_KEPT / (Float.BYTES * (long) items());
        if (items() >= minKept && max >= (long) HISTORIES_KEPT * model.readLength()) {
            pairScores = form.scores().orElse(null);
            kept = pairScores == null ? null : new KeptRows(max, behaviour -> pairScores.of(behaviour, all));
        }
    }

    /** Whether what depends on the user only is computed once for each history. */
    public boolean shares() {
        return form != null;
    }

    /** Whether a candidate costs little compared with the history. */
    public boolean light() {
        return form != null && form.light();
    }

    /** Number of items. */
    public int items() {
        return catalogue.size();
    }

    /**
     * The logit of each item, in the catalogue's order.
     *
     * @throws dev.interestlens.store.ProblemException where one is not a number, as with damaged weights
     */
    public float[] logits(RawBatch single) {
        return logits(single, () -> false).orElseThrow();
    }

    /**
     * The same; empty where it was interrupted.
     *
     * @param interrupted asked every few milliseconds
     */
    public Optional<float[]> logits(RawBatch single, BooleanSupplier interrupted) {
        float[] logits = new float[items()];
        if (form == null) {
            return repeated(single, IntStream.range(0, items()).toArray(), interrupted)
                    .map(TrainedModel::finite);
        }
        boolean whole = within(single, features -> all(features.get(), logits, interrupted));
        addTerms(logits, single, null, catalogue.candidate[Schema.ITEM]);
        return whole ? Optional.of(TrainedModel.finite(logits)) : Optional.empty();
    }

    /** Whether it was not interrupted. */
    private boolean all(Features features, float[] logits, BooleanSupplier interrupted) {
        if (kept == null || features.layout().positions() == 0) {
            CatalogueForm.Pairs pairs = form.user(features);
            return each(logits, interrupted, (piece, from) -> pairs.logits(piece));
        }
        NDArray scores = kept.of(features.history(), interrupted); // (L, items)
        CatalogueForm.Scored scored = pairScores.user(features);
        return scores != null
                && each(logits, interrupted, (piece, from) -> {
                    long to = from + piece[0].getShape().get(0);
                    return scored.logits(piece, Ops.transpose(Ops.slice(scores, 1, from, to), 0, 1));
                });
    }

    private interface Piece {
        /** Rows of the catalogue from one on -> their logits. */
        NDArray logits(NDArray[] piece, int from);
    }

    private boolean each(float[] logits, BooleanSupplier interrupted, Piece form) {
        int at = 0;
        for (NDArray[] piece : pieces) {
            if (interrupted.getAsBoolean()) {
                return false;
            }
            at = read(form, piece, logits, at);
        }
        return true;
    }

    /** The logit of each of some items, given by their places in the catalogue. */
    public float[] logits(RawBatch single, int[] items) {
        return scoring(single, some -> some.logits(items));
    }

    /** Scores some items of the catalogue for one history, given by their places: their logits. */
    @FunctionalInterface
    public interface Some {
        float[] logits(int[] items);
    }

    /** Work that scores items for one history, which is read once, at the first of them; meanwhile nothing else may be scored. */
    public <T> T scoring(RawBatch single, Function<Some, T> work) {
        if (form == null) {
            return work.apply(items ->
                    TrainedModel.finite(repeated(single, items, () -> false).orElseThrow()));
        }
        return within(single, features -> work.apply(new Prepared(single, features)));
    }

    /** One history. */
    private final class Prepared implements Some {
        private final RawBatch single;
        private final Supplier<Features> features;
        private CatalogueForm.Pairs pairs;

        Prepared(RawBatch single, Supplier<Features> features) {
            this.single = single;
            this.features = features;
        }

        @Override
        public float[] logits(int[] items) {
            pairs = pairs == null ? form.user(features.get()) : pairs;
            float[] logits = new float[items.length];
            for (int from = 0; from < items.length; from += ROWS) {
                int begin = from;
                int[] some = Arrays.copyOfRange(items, from, Math.min(items.length, from + ROWS));
                Tensors.scoped(() -> read((piece, at) -> pairs.logits(piece), picked(some), logits, begin));
            }
            addTerms(logits, single, null, of(items));
            return TrainedModel.finite(logits);
        }
    }

    /** Whether many parts of a history cost far less than as many histories; false where a search reads other behaviours in place of removed ones. */
    public boolean removesTogether() {
        return form != null
                && form.removesTogether()
                && model.reading().choice().isEmpty();
    }

    /**
     * The logit of each of some items when only a part of the history can be read. Hidden behaviours stay hidden.
     *
     * @param single with no more behaviours than the model reads
     * @param kept parts of the history, true where a behaviour can be read
     * @param items places in the catalogue
     * @return for each part, one logit for each item
     */
    public float[][] kept(RawBatch single, List<boolean[]> kept, int[] items) {
        float[][] logits = new float[kept.size()][];
        if (!removesTogether() || single.length() == 0) {
            Arrays.setAll(logits, s -> logits(single.keeping(kept.get(s)), items));
            return logits;
        }
        for (int from = 0; from < logits.length; from += PARTS) {
            List<boolean[]> some = kept.subList(from, Math.min(logits.length, from + PARTS));
            float[][] part = within(single, features -> parts(features.get(), some, items));
            System.arraycopy(part, 0, logits, from, part.length);
        }
        for (int s = 0; s < logits.length; s++) {
            addTerms(logits[s], single, kept.get(s), of(items));
            TrainedModel.finite(logits[s]);
        }
        return logits;
    }

    /**
     * The part of an item's logit that comes from what followed what when only parts of the history can be read; 0 where the model has no such table.
     *
     * @param item its place in the catalogue
     */
    public double[] byTable(RawBatch single, List<boolean[]> kept, int item) {
        return model == null
                ? new double[kept.size()]
                : model.byTable(single.before(catalogue, new int[] {item}), kept);
    }

    /** Ids of items by their places. */
    private int[] of(int[] items) {
        return Arrays.stream(items)
                .map(item -> catalogue.candidate[Schema.ITEM][item])
                .toArray();
    }

    private void addTerms(float[] logits, RawBatch single, boolean[] kept, int[] candidates) {
        model.neighbours().ifPresent(term -> term.addTo(logits, model.read(single), kept, candidates));
        model.trend().ifPresent(term -> term.addTo(logits, single, candidates));
    }

    private float[][] parts(Features features, List<boolean[]> kept, int[] items) {
        int n = features.layout().positions();
        float[] masks = ArrayFill.floats(kept.size() * n, at -> kept.get(at / n)[at % n] ? 1 : 0);
        CatalogueForm.Parts parts =
                form.kept(features, features.tensors().floats(masks, masks.length, features.type(), kept.size(), n));
        int rows = Math.max(1, PAIRS / kept.size());
        float[][] logits = new float[kept.size()][items.length];
        for (int from = 0; from < items.length; from += rows) {
            int[] some = Arrays.copyOfRange(items, from, Math.min(items.length, from + rows));
            float[] found = Tensors.scoped(() -> parts.logits(picked(some)).toFloatArray());
            for (int at = 0; at < found.length; at++) {
                logits[at % kept.size()][from + at / kept.size()] = found[at];
            }
        }
        return logits;
    }

    /** Embeddings of some items as candidates, by their places: (n, W); empty where the model does not give them. */
    public Optional<float[][]> vectors(int[] items) {
        if (model == null) {
            return Optional.empty();
        }
        float[][] vectors = new float[items.length][];
        for (int from = 0; from < items.length; from += ITEM_ROWS) {
            int[] some = Arrays.copyOfRange(items, from, Math.min(items.length, from + ITEM_ROWS));
            float[] all = model.parameters()
                    .untracked(() -> model.features(model.plainPlan(catalogue.candidates(some)), false)
                            .candidate()
                            .toFloatArray());
            int width = all.length / some.length;
            for (int i = 0; i < some.length; i++) {
                vectors[from + i] = Arrays.copyOfRange(all, i * width, (i + 1) * width);
            }
        }
        return Optional.of(vectors);
    }

    private NDArray[] picked(int[] items) {
        NDArray index = model.parameters().tensors().longs(items);
        return Arrays.stream(all).map(a -> Ops.rows(index, a)).toArray(NDArray[]::new);
    }

    private static int read(Piece form, NDArray[] piece, float[] logits, int at) {
        float[] some = Tensors.scoped(() -> form.logits(piece, at).toFloatArray());
        System.arraycopy(some, 0, logits, at, some.length);
        return at + some.length;
    }

    private <T> T within(RawBatch single, Function<Supplier<Features>, T> work) {
        if (single.size() != 1) {
            throw new IllegalArgumentException(single.size() + " histories at a time");
        }
        Tensors tensors = model.parameters().tensors();
        tensors.pool();
        try {
            return model.parameters().untracked(() -> work.apply(() -> model.features(model.plainPlan(single), false)));
        } finally {
            tensors.recycle();
        }
    }

    /** The history with some candidates; where a model searches, only what is read of it for each candidate. */
    private RawBatch before(RawBatch single, int[] some) {
        boolean searched = model != null
                && single.places == null
                && model.reading().choice().isPresent();
        return searched
                ? single.mostRecent(model.input().historyLength()).before(catalogue, some, model.reading())
                : single.before(catalogue, some);
    }

    private Optional<float[]> repeated(RawBatch single, int[] items, BooleanSupplier interrupted) {
        float[] logits = new float[items.length];
        for (int from = 0; from < items.length; from += ROWS) {
            if (interrupted.getAsBoolean()) {
                return Optional.empty();
            }
            int[] some = Arrays.copyOfRange(items, from, Math.min(items.length, from + ROWS));
            float[] part = scoring.apply(before(single, some));
            System.arraycopy(part, 0, logits, from, part.length);
        }
        return Optional.of(logits);
    }

    @Override
    public void close() {
        if (kept != null) {
            kept.close();
        }
        pieces.forEach(piece -> Arrays.stream(piece).forEach(NDArray::close));
        if (all != null) {
            Arrays.stream(all).forEach(NDArray::close);
        }
    }
}
