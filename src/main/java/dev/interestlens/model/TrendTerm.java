package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowSource;
import dev.interestlens.nn.RowTable;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What is popular just then, as a term of the logit: w T_dc for the candidate c on the day d of the impression. T, a sparse table, is made before a run
 * begins from the training events of the days before d, so that no impression sees itself. The model is trained without the term; w is chosen on the
 * validation part at the end of an epoch. Days before those of the table, and days that are not known, have no term; later ones have that of the last
 * day.
 */
public final class TrendTerm {
    /** Names of what is saved: the items of each day, ascending behind zeros, how popular they are, the day of the first row, and w. */
    public static final String ITEMS = "trend.items";

    public static final String VALUES = "trend.values";
    public static final String FIRST = "trend.first";
    public static final String WEIGHT = "trend.weight";

    /** Days of the table; the first row is empty, for those before. */
    public static final int DAYS = 1024;

    private static final int MAX_WIDTH = 64;

    private final int rows;
    private final int width;
    private final RowTable items;
    private final RowTable values;
    private final RowTable first;
    private final RowTable weight;
    private Known known;

    /** What is read of the tables, as long as they are the same. */
    private record Known(RowSource of, int[] ids, float[] values, int first) {}

    /** T: for each day the ids of its items, ascending behind zeros, and how popular they are; and which day the first row is. */
    public record Table(int[] ids, float[] values, int first) {}

    TrendTerm(Parameters parameters, ModelInput input) {
        rows = input.schema().itemFields().get(Schema.ITEM).size();
        width = width(rows);
        items = parameters.fixed(ITEMS, DAYS, width, (all, from, count, random) -> someItems(all, from, random));
        values = parameters.fixed(VALUES, DAYS, width, Initializer.uniform(.5));
        first = parameters.fixed(FIRST, 1, 1, Initializer.constant(1));
        weight = parameters.fixed(WEIGHT, 1, 1, Initializer.constant(0));
    }

    /** How many items are kept for each day, of so many rows of the item's embeddings. */
    public static int width(int rows) {
        return Math.max(1, Math.min(MAX_WIDTH, rows - Field.FIRST));
    }

    /** The same of this model. */
    public int width() {
        return width;
    }

    /** Random items, of a model that is not trained: the same ones on all days but the first. */
    private void someItems(float[] all, int from, RandomGenerator random) {
        float[] some = new float[width];
        for (int k = 0; k < width; k++) {
            int room = (rows - Field.FIRST) / width;
            some[k] = Field.FIRST + k * room + random.nextInt(Math.max(1, room));
        }
        for (int day = 1; day < DAYS; day++) {
            System.arraycopy(some, 0, all, from + day * width, width);
        }
        Arrays.fill(all, from, from + width, 0);
    }

    /** Sets T and w. */
    public void load(Table table, float w) {
        items.load(RowSource.of(ArrayFill.floats(table.ids().length, i -> table.ids()[i]), width));
        values.load(RowSource.of(table.values(), width));
        first.load(RowSource.of(new float[] {table.first()}, 1));
        weigh(w);
    }

    /** Sets w; 0 leaves the term out. */
    public void weigh(float w) {
        weight.load(RowSource.of(new float[] {w}, 1));
    }

    /** w. */
    public float weight() {
        return weight.storage().copy()[0];
    }

    private Known known() {
        if (known == null || known.of() != items.storage()) {
            float[] ids = items.storage().copy();
            int[] whole = ArrayFill.ints(ids.length, i -> (int) ids[i]);
            known = new Known(items.storage(), whole, values.storage().copy(), (int)
                    first.storage().copy()[0]);
        }
        return known;
    }

    /** T of an item on the day of a sample, without w. */
    private double value(RawBatch raw, int sample, int item) {
        Known of = known();
        int from = row(raw, sample);
        int at = item < Field.FIRST ? -1 : Arrays.binarySearch(of.ids(), from, from + width, item);
        return at < 0 ? 0 : of.values()[at];
    }

    private int row(RawBatch raw, int sample) {
        int day = raw.days == null ? 0 : raw.days[sample];
        return Math.max(0, Math.min(DAYS - 1, day - known().first())) * width;
    }

    /** T of all items on the day of the only sample, by the item's id, without w. */
    public double[] values(RawBatch single) {
        Known of = known();
        double[] values = new double[rows];
        int from = row(single, 0);
        for (int at = from; at < from + width; at++) {
            values[of.ids()[at]] = of.values()[at];
        }
        return values;
    }

    /** Adds the term to the logit of each item on the day of the only sample. */
    void addTo(float[] logits, RawBatch single, int[] candidates) {
        float w = weight();
        for (int i = 0; w != 0 && i < logits.length; i++) {
            logits[i] += (float) (w * value(single, 0, candidates[i]));
        }
    }

    /** Logits (B) with the term of each sample. */
    NDArray add(NDArray logits, Features features) {
        float w = weight();
        if (w == 0) {
            return logits;
        }
        RawBatch raw = features.plan().raw();
        double[] terms = new double[raw.size()];
        for (int at = 0; at < terms.length; at++) {
            int sample = features.plan().sampleAt(at);
            terms[at] = w * value(raw, sample, raw.candidate[Schema.ITEM][sample]);
        }
        return Ops.add(logits, NeighbourTerm.array(features, terms));
    }

    /** The part of the diagram. */
    static List<Diagram.Part> part(List<Diagram.Part> before) {
        List<Diagram.Part> parts = new ArrayList<>(before);
        parts.add(Diagram.part(Diagram.TREND, List.of(Diagram.CANDIDATE), 1).learned("trend."));
        return parts;
    }

    /** The removal of the rest of the logit with the term, which no behaviour changes. */
    Removal with(Removal rest, RawBatch single) {
        double term = weight() * value(single, 0, single.candidate[Schema.ITEM][0]);
        return term == 0 ? rest : rest.plus(term);
    }
}
