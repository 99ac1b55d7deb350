package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.data.Field;
import dev.interestlens.data.FieldScale;
import dev.interestlens.data.RawBatch;
import dev.interestlens.model.embedding.Embeddings;
import dev.interestlens.model.embedding.Lookup;
import dev.interestlens.model.embedding.TouchedRows;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.nn.RowMask;
import dev.interestlens.nn.RowTable;
import dev.interestlens.nn.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A planned batch as arrays of the engine: embeddings of behaviours (N, W), candidates (B, W) and negatives (N·K, W), the profile (B, P) and the mask
 * (N), all in the order of the plan. The table rows that it uses are leaves. It is valid within the scope in which it was made.
 */
public final class Features {
    private final BatchPlan plan;
    private final Tensors tensors;
    private final DataType type;
    private final boolean tracked;
    private final List<TouchedRows> touched = new ArrayList<>();
    private final NDArray items;
    private final List<Field> itemNumbers; // those that the model reads
    private final NDArray profile;
    private NDArray candidate;
    private NDArray history;
    private RowMask rows;
    private NDArray sampleIndex;

    /**
     * @param type F32, or F64 where removal is measured
     * @param tracked whether the rows ask for gradients
     */
    public Features(BatchPlan plan, Embeddings embeddings, Tensors tensors, DataType type, boolean tracked) {
        this.plan = plan;
        this.tensors = tensors;
        this.type = type;
        this.tracked = tracked;
        NDArray[] parts = new NDArray[embeddings.items().size()];
        Arrays.setAll(
                parts, f -> embed(embeddings.items().get(f), plan.itemFields().get(f), plan.items()));
        items = Ops.concat(1, parts); // (items, W without numbers)
        itemNumbers = embeddings.itemOnly() ? List.of() : embeddings.schema().itemNumbers();
        int numbers = itemNumbers.size();
        int b = plan.samples();
        candidate = withNumbers(Ops.rows(tensors.longs(plan.candidateItem(), b), items), candidateNumbers(numbers), b);
        profile = profile(embeddings);
    }

    private NDArray embed(RowTable table, Lookup lookup, int places) {
        NDArray leaf = table.gather(tensors, lookup.ids(), lookup.count(), type); // (count, width)
        if (tracked) {
            leaf.setRequiresGradient(true);
        }
        touched.add(new TouchedRows(table, lookup.ids(), lookup.count(), leaf));
        if (lookup.isIdentity()) {
            return leaf;
        }
        NDArray picked = Ops.rows(tensors.longs(lookup.index()), leaf); // (places · values, width)
        if (lookup.weights() == null) {
            return picked;
        }
        NDArray values = Ops.view(picked, places, lookup.width(), table.width());
        NDArray weights = tensors.floats(lookup.weights(), lookup.weights().length, type, places, 1, lookup.width());
        return Ops.squeeze(Ops.matmul(weights, values), 1); // mean of the real values, (places, width)
    }

    /** Rows of a further table, which are leaves like those of the items: ids (n) -> (n, width). */
    public NDArray lookUp(RowTable table, int[] ids) {
        return embed(table, Lookup.of(ids.length, 1, (place, k) -> ids[place]), ids.length);
    }

    private NDArray withNumbers(NDArray embedded, float[] numbers, int rows) {
        return itemNumbers.isEmpty() ? embedded : Ops.concat(1, embedded, scaled(numbers, itemNumbers, rows));
    }

    private NDArray scaled(float[] numbers, List<Field> fields, int rows) {
        return tensors.floats(FieldScale.scaled(numbers, fields), numbers.length, type, rows, fields.size());
    }

    private float[] candidateNumbers(int count) {
        float[] numbers = new float[plan.samples() * count];
        for (int place = 0; place < plan.samples(); place++) {
            System.arraycopy(plan.raw().candidateNumbers, plan.sampleAt(place) * count, numbers, place * count, count);
        }
        return numbers;
    }

    private float[] historyNumbers(int count) {
        float[] numbers = new float[layout().positions() * count];
        for (int at = 0; count > 0 && at < layout().positions(); at++) {
            int behaviour = plan.shown(at);
            if (behaviour >= 0) {
                System.arraycopy(plan.raw().historyNumbers, behaviour * count, numbers, at * count, count);
            }
        }
        return numbers;
    }

    private NDArray profile(Embeddings embeddings) {
        List<NDArray> parts = new ArrayList<>();
        int b = plan.samples();
        for (int f = 0; f < embeddings.users().size(); f++) {
            parts.add(embed(embeddings.users().get(f), plan.userFields().get(f), b));
        }
        addNumbers(parts, plan.raw().userNumbers, embeddings.schema().userNumbers());
        for (int f = 0; f < embeddings.contexts().size(); f++) {
            parts.add(embed(embeddings.contexts().get(f), plan.contextFields().get(f), b));
        }
        addNumbers(parts, plan.raw().contextNumbers, embeddings.schema().contextNumbers());
        return parts.isEmpty() ? null : Ops.concat(1, parts.toArray(new NDArray[0]));
    }

    private void addNumbers(List<NDArray> parts, float[] numbers, List<Field> fields) {
        int count = fields.size();
        if (count == 0) {
            return;
        }
        int b = plan.samples();
        float[] sorted = new float[b * count];
        for (int place = 0; place < b; place++) {
            System.arraycopy(numbers, plan.sampleAt(place) * count, sorted, place * count, count);
        }
        parts.add(scaled(sorted, fields, b));
    }

    /** Makes the behaviours' embeddings a leaf of their own, so that a backward pass ends there. */
    public NDArray trackHistory() {
        history = Ops.leaf(history());
        return history;
    }

    /** The same for the candidates' embeddings. */
    public NDArray trackCandidate() {
        candidate = Ops.leaf(candidate);
        return candidate;
    }

    /** Replaces the behaviours' embeddings, shape (N, W). */
    public void history(NDArray replacement) {
        history = replacement;
    }

    /** (N, W), made where it is read: kernels take the items instead. */
    public NDArray history() {
        if (history == null) {
            int n = layout().positions();
            NDArray rows = Ops.rows(tensors.longs(plan.historyItem(), n), items);
            history = withNumbers(rows, historyNumbers(itemNumbers.size()), n);
        }
        return history;
    }

    /** The behaviours' fields apart. */
    public List<PartedAttention.Input> historyFields(Embeddings embeddings) {
        List<String> names = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        for (int f = 0; f < embeddings.items().size(); f++) {
            names.add(embeddings.schema().categoricalItemFields().get(f).name());
            widths.add(embeddings.items().get(f).width());
        }
        itemNumbers.forEach(field -> {
            names.add(field.name());
            widths.add(1);
        });
        return PartedAttention.fields(history(), names, widths);
    }

    /** (B, W). */
    public NDArray candidate() {
        return candidate;
    }

    /** The embeddings of the batch's distinct items, (items, W without numbers). */
    public NDArray items() {
        return items;
    }

    /** (S, W): the items that the loss compares true ones with; only where the batch has some. */
    public NDArray shared() {
        RawBatch others = plan.raw().shared.items();
        NDArray rows = Ops.rows(tensors.longs(plan.sharedItem()), items);
        return withNumbers(rows, others.candidateNumbers, others.size());
    }

    /** (B, P), or null without user and context fields. */
    public NDArray profile() {
        return profile;
    }

    /** Which positions may be read. */
    public RowMask rows() {
        if (rows == null) {
            rows = RowMask.of(tensors, layout().mask(), type);
        }
        return rows;
    }

    /** (N), 1 where a position may be read. */
    public NDArray mask() {
        return Ops.squeeze(rows().column(), 1);
    }

    /** (N), the place of each position. */
    public NDArray sampleIndex() {
        if (sampleIndex == null) {
            sampleIndex = layout().sampleIndex(tensors);
        }
        return sampleIndex;
    }

    public RaggedBatch layout() {
        return plan.layout();
    }

    public BatchPlan plan() {
        return plan;
    }

    public Tensors tensors() {
        return tensors;
    }

    public DataType type() {
        return type;
    }

    /** The rows that were gathered as leaves. */
    public List<TouchedRows> touched() {
        return touched;
    }
}
