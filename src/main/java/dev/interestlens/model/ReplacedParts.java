package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.data.RawBatch;
import dev.interestlens.model.PartedAttention.Input;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces parts by rows: every set of parts of all behaviours at once, in few batches. The rows of the drawn behaviours are computed once. n
 * behaviours, K drawn ones, P parts, A scores side by side.
 */
final class ReplacedParts implements PartScorer {
    /** Rows computed at a time: few enough that the layers between find them in the processor's cache. */
    private static final int BLOCK = 8192;

    /** Behaviours of a history that is read as a whole. */
    private static final int MOST = 256;

    private final CtrModel model;
    private final int drawn;
    /** Of every attention and input (K, width), row by row. */
    private final List<List<float[]>> others;

    /**
     * @param histories K samples, with one behaviour at least
     * @param places where in what is read of each the drawn behaviour is, from 0 to below 1
     */
    ReplacedParts(CtrModel model, RawBatch histories, double[] places) {
        this.model = model;
        drawn = places.length;
        others = model.parameters().untracked(() -> {
            BatchPlan plan = model.plainPlan(histories);
            int[] rows = new int[drawn];
            for (int k = 0; k < drawn; k++) {
                rows[k] = k * plan.layout().groupLength(0)
                        + (int) (places[k] * plan.raw().length(k));
            }
            NDArray index = tensors().longs(rows);
            return model.parted(model.features(plan, false)).stream()
                    .map(each -> each.inputs().stream()
                            .map(input -> Ops.rows(index, input.rows()).toFloatArray())
                            .toList())
                    .toList();
        });
    }

    /** Whether there is any attention of which it can tell. */
    boolean isEmpty() {
        return others.isEmpty();
    }

    private Tensors tensors() {
        return model.parameters().tensors();
    }

    @Override
    public List<Scores> of(RawBatch single, int[] behaviours) {
        return model.parameters().untracked(() -> {
            List<Scores> found = new ArrayList<>();
            List<PartedAttention> attentions = model.parted(model.features(model.plainPlan(single), false));
            for (int i = 0; i < attentions.size(); i++) {
                found.addAll(scores(attentions.get(i), others.get(i), behaviours));
            }
            return found;
        });
    }

    @Override
    public int most() {
        return MOST;
    }

    private List<Scores> scores(PartedAttention attention, List<float[]> drawnRows, int[] behaviours) {
        int parts = attention.inputs().size();
        int sets = 1 << parts;
        int n = behaviours.length;
        NDArray own = tensors().longs(behaviours);
        List<NDArray> tables = new ArrayList<>(); // (n + K, width)
        for (int p = 0; p < parts; p++) {
            Input input = attention.inputs().get(p);
            float[] rows = drawnRows.get(p);
            NDArray of = tensors().floats(rows, rows.length, DataType.FLOAT32, drawn, rows.length / drawn);
            tables.add(Ops.concat(0, Ops.rows(own, input.rows()), of));
        }
        int step = Math.max(1, BLOCK / (n * drawn));
        double[][][] values = null; // (A, n, sets)
        for (int from = 0; from < sets; from += step) {
            int to = Math.min(sets, from + step);
            List<NDArray> rows = new ArrayList<>();
            for (int p = 0; p < parts; p++) {
                rows.add(Ops.rows(tensors().longs(index(from, to, p, n)), tables.get(p)));
            }
            NDArray scores = attention.scores().apply(rows); // (sets · n · K, A)
            int heads = (int) (scores.size() / ((long) (to - from) * n * drawn));
            NDArray mean = Ops.scale(Ops.sum(Ops.view(scores, -1, drawn, heads), 1), 1.0 / drawn);
            values = values == null ? new double[heads][n][sets] : values;
            spread(mean.toFloatArray(), from, values);
        }
        List<Scores> found = new ArrayList<>();
        for (int h = 0; values != null && h < values.length; h++) {
            List<ScorePart> read = attention.inputs().stream().map(Input::part).toList();
            found.add(new Scores(attention.layer(), attention.head() + h, read, values[h]));
        }
        return found;
    }

    /** Where the rows of a part are: of the behaviours where the set has the part, of the drawn ones where not. */
    private int[] index(int from, int to, int part, int n) {
        int[] index = new int[(to - from) * n * drawn];
        for (int i = 0; i < index.length; i++) {
            boolean own = ((from + i / (n * drawn)) >> part & 1) == 1;
            index[i] = own ? i / drawn % n : n + i % drawn;
        }
        return index;
    }

    private static void spread(float[] mean, int from, double[][][] values) {
        int heads = values.length;
        int n = values[0].length;
        for (int i = 0; i < mean.length; i++) {
            int row = i / heads;
            values[i % heads][row % n][from + row / n] = mean[i];
        }
    }
}
