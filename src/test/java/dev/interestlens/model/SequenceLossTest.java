package dev.interestlens.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDScope;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.RawBatch.Shared;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.embedding.TouchedRows;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.RowTable;
import dev.interestlens.nn.Tensors;
import dev.interestlens.store.ArrayFill;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The loss of whole sequences against the logits of each of their beginnings. */
class SequenceLossTest {
    private static final Tensors TENSORS = Tensors.onCpu();
    private static final int ITEMS = 28;

    @BeforeAll
    static void computeOnOneThread() {
        Ops.threads(1);
    }

    @AfterAll
    static void free() {
        TENSORS.close();
    }

    private static CtrModel model() {
        ModelConfig tiny = TinyConfigs.all(TinyBatches.INPUT).stream()
                .filter(one -> one.name().equals("sasrec balanced"))
                .findFirst()
                .orElseThrow()
                .config();
        CtrModel model = ModelCatalog.create(tiny, TinyBatches.INPUT);
        model.create(TENSORS, 11, true);
        for (RowTable table : model.parameters().tables()) {
            float[] values = table.values();
            for (int i = 0; i < values.length; i++) {
                values[i] *= 12;
            }
        }
        return model;
    }

    /** All items, each once. */
    private static RawBatch catalogue() {
        RawBatch any = TinyBatches.of(2, 0, new int[ITEMS]);
        int[][] ids = any.candidate.clone();
        ids[0] = new int[ITEMS];
        Arrays.setAll(ids[0], i -> i + 2);
        return new RawBatch(
                new RawBatch.Histories(
                        any.offsets, new RawBatch.Fields(any.history, any.historyNumbers), any.gaps, null),
                new RawBatch.Fields(ids, any.candidateNumbers),
                new RawBatch.Fields(any.user, any.userNumbers),
                new RawBatch.Fields(any.context, any.contextNumbers),
                RawBatch.Negatives.NONE,
                any.labels);
    }

    /** Items that the catalogue holds, with the fields that they have there. */
    private static RawBatch known(RawBatch batch) {
        RawBatch all = catalogue();
        for (int[][] fields : new int[][][] {batch.history, batch.candidate}) {
            Arrays.setAll(fields[0], i -> 2 + fields[0][i] % ITEMS);
            for (int f = 1; f < fields.length; f++) {
                int width = all.candidate[f].length / ITEMS;
                for (int i = 0; i < fields[f].length; i++) {
                    fields[f][i] = all.candidate[f][(fields[0][i / width] - 2) * width + i % width];
                }
            }
        }
        return batch;
    }

    private static double loss(CtrModel model, RawBatch sequences) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            model.parameters().track();
            try {
                return model.sequenceLoss(model.features(model.plan(sequences), true), ForwardContext.TRAIN)
                        .toFloatArray()[0];
            } finally {
                model.parameters().untrack();
            }
        }
    }

    /** −ln softmax of what came next, from each beginning of the sequence scored by itself. */
    private static double expected(CtrModel model, RawBatch single) {
        double sum = 0;
        int n = single.length();
        for (int step = 0; step <= n; step++) {
            RawBatch beginning = beginning(single, step);
            double[] logits = logits(model, beginning);
            int next = step < n ? single.history[0][step] : single.candidate[0][0];
            double all = Arrays.stream(logits).map(Math::exp).sum();
            sum += Math.log(all) - logits[next - 2];
        }
        return sum / (n + 1);
    }

    private static RawBatch beginning(RawBatch single, int length) {
        boolean[] hidden = new boolean[single.length()];
        Arrays.fill(hidden, length, hidden.length, true); // what comes later is not there
        return single.withHidden(hidden);
    }

    private static double[] logits(CtrModel model, RawBatch single) {
        try (CatalogueScorer scorer = new CatalogueScorer(model, catalogue())) {
            float[] logits = scorer.logits(single);
            double[] doubles = new double[logits.length];
            Arrays.setAll(doubles, i -> logits[i]);
            return doubles;
        }
    }

    /** The gradient of the loss by the embedding of each item, and by how much the loss changes with it. */
    private static void gradientsAreDifferences(Shared shared) {
        try (CtrModel model = model()) {
            RawBatch sequences = known(TinyBatches.of(9, 0, 6, 3, 0)).withShared(shared);
            RowTable items = model.parameters().tables().iterator().next();
            float[] gradient = new float[items.values().length];
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                model.parameters().track();
                Features features = model.features(model.plan(sequences), true);
                CtrOutput.of(null).backward(model.sequenceLoss(features, ForwardContext.TRAIN));
                TouchedRows touched = features.touched().get(0);
                assertThat(touched.table()).isSameAs(items);
                float[] of = Ops.gradient(touched.rows()).toFloatArray();
                for (int i = 0; i < of.length; i++) {
                    gradient[touched.ids()[i / items.width()] * items.width() + i % items.width()] = of[i];
                }
                model.parameters().untrack();
            }
            float step = 0.01f;
            for (int at = 0; at < gradient.length; at += 7) {
                float before = items.values()[at];
                items.values()[at] = before + step;
                double more = loss(model, sequences);
                items.values()[at] = before - step;
                double less = loss(model, sequences);
                items.values()[at] = before;
                assertThat((double) gradient[at]).isCloseTo((more - less) / 2 / step, within(2e-3));
            }
        }
    }

    @Test
    void itsGradientIsItsChange() {
        gradientsAreDifferences(new Shared(catalogue(), null));
        gradientsAreDifferences(new Shared(catalogue(), ArrayFill.floats(ITEMS, i -> -1 - 0.1f * i)));
    }

    @Test
    void overTheWholeCatalogueItIsThatOfEachBeginning() {
        try (CtrModel model = model()) {
            RawBatch single = known(TinyBatches.of(9, 0, 6));
            assertThat(loss(model, single.withShared(new Shared(catalogue(), null))))
                    .isCloseTo(expected(model, single), within(1e-4));
        }
    }

    @Test
    void drawnItemsThatAreAllItemsGiveTheSame() {
        try (CtrModel model = model()) {
            RawBatch single = known(TinyBatches.of(9, 0, 6));
            double whole = loss(model, single.withShared(new Shared(catalogue(), null)));
            double drawn = loss(model, single.withShared(new Shared(catalogue(), new float[ITEMS])));
            assertThat(drawn).isCloseTo(whole, within(1e-4));
        }
    }

    @Test
    void theShiftFollowsTheMeanSumOverTheCatalogue() {
        try (CtrModel model = model()) {
            RawBatch single = known(TinyBatches.of(9, 0, 6)).withShared(new Shared(catalogue(), null));
            assertThat(model.parameters().bufferNamed("score_shift").values()[0])
                    .isZero();
            loss(model, single);
            assertThat(model.parameters().bufferNamed("score_shift").values()[0])
                    .isNotZero();
        }
    }
}
