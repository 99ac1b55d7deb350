package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowSource;
import dev.interestlens.nn.RowTable;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What followed what, as a term of the logit: w Σ_j a(age of j) S_jc over the behaviours j that are read, where the age is the number of behaviours
 * between j and the candidate c. S, a sparse table, and a are made from the training events before a run begins and never trained; w is. While a true
 * item is learnt, what its own user added to S is subtracted, since the model would learn to look itself up. N positions, L behaviours.
 */
public final class NeighbourTerm {
    /** Names of what is saved: the items that follow each one, ascending behind zeros, how strongly, a, and w. */
    public static final String ITEMS = "neighbours.items";

    public static final String VALUES = "neighbours.values";
    public static final String AGES = "neighbours.ages";
    public static final String WEIGHT = "neighbours.weight";

    /** What one user added at each age, the power to which sums are taken, and the factors that S then has of the item before and after. */
    private static final String OWN = "neighbours.own";

    private static final String POWER = "neighbours.power";
    private static final String FACTORS = "neighbours.factors";
    private static final int MAX_WIDTH = 128;
    private static final int CELLS = 16_000_000;

    private final int length;
    private final int width;
    private final RowTable items;
    private final RowTable values;
    private final RowTable ages;
    private final RowTable own;
    private final RowTable power;
    private final RowTable factors;
    private final Parameter weight;
    private Known known;

    /** What is read of the tables, as long as they are the same. */
    private record Known(
            RowSource of,
            int[] ids,
            float[] values,
            float[] ages,
            float[] own,
            float power,
            float[] factors,
            int window) {}

    /** S, and a: the items that follow each one, ascending behind zeros, and how strongly; rows are those of the item's embeddings. */
    public record Table(int[] ids, float[] values, float[] ages) {}

    /** What is made before a run begins: S, a, and what is subtracted while a true item is learnt. */
    public record Made(Table table, float[] own, float power, float[] before, float[] after) {}

    NeighbourTerm(Parameters parameters, ModelInput input) {
        length = input.historyLength();
        int rows = input.schema().itemFields().get(Schema.ITEM).size();
        width = width(rows);
        items = parameters.fixed(ITEMS, rows, width, this::someItems);
        values = parameters.fixed(VALUES, rows, width, Initializer.uniform(.02));
        ages = parameters.fixed(AGES, length, 1, (all, from, count, random) -> {
            for (int age = 0; age < count; age++) {
                all[from + age] = (float) Math.pow(.8, age);
            }
        });
        own = parameters.fixed(OWN, length, 1, Initializer.constant(0));
        power = parameters.fixed(POWER, 1, 1, Initializer.constant(1));
        factors = parameters.fixed(FACTORS, rows, 2, Initializer.constant(0));
        weight = parameters.dense(WEIGHT, Initializer.constant(1), 1);
    }

    /** How many items are kept beside each, of so many rows. */
    public static int width(int rows) {
        return Math.max(1, Math.min(Math.min(MAX_WIDTH, rows - Field.FIRST), CELLS / rows));
    }

    /** The same of this model. */
    public int width() {
        return width;
    }

    /** The longest history. */
    public int length() {
        return length;
    }

    /** Random followers, of a model that is not trained. */
    private void someItems(float[] all, int from, int count, RandomGenerator random) {
        int rows = count / width;
        for (int row = 0; row < rows; row++) {
            int first = from + row * width;
            for (int k = 0; k < width; k++) {
                all[first + k] = Field.FIRST + random.nextInt(rows - Field.FIRST);
            }
            Arrays.sort(all, first, first + width);
            float last = 0;
            for (int k = first; k < first + width; k++) {
                float id = all[k];
                all[k] = id == last ? 0 : id;
                last = id;
            }
            Arrays.sort(all, first, first + width);
        }
    }

    /** Sets S and a. */
    public void load(Made made) {
        load(made.table());
        float[] both = new float[2 * made.before().length];
        for (int item = 0; item < made.before().length; item++) {
            both[2 * item] = made.before()[item];
            both[2 * item + 1] = made.after()[item];
        }
        own.load(RowSource.of(made.own(), 1));
        power.load(RowSource.of(new float[] {made.power()}, 1));
        factors.load(RowSource.of(both, 2));
    }

    /** Sets S and a alone: with others a model scores, but must not be trained. */
    public void load(Table table) {
        items.load(RowSource.of(ArrayFill.floats(table.ids().length, i -> table.ids()[i]), width));
        values.load(RowSource.of(table.values(), width));
        ages.load(RowSource.of(table.ages(), 1));
    }

    /** S and a. */
    public Table table() {
        return new Table(known().ids(), known().values(), known().ages());
    }

    /** By how much each further behaviour back counts less. */
    public double decay() {
        float[] byAge = known().ages();
        return byAge.length < 2 ? 1 : byAge[1] / byAge[0];
    }

    private Known known() {
        if (known == null || known.of() != items.storage()) {
            float[] ids = items.storage().copy();
            int[] whole = ArrayFill.ints(ids.length, i -> (int) ids[i]);
            float[] byAge = ages.storage().copy();
            int window = byAge.length; // ages from here on count nothing
            while (window > 0 && byAge[window - 1] == 0) {
                window--;
            }
            known = new Known(
                    items.storage(),
                    whole,
                    values.storage().copy(),
                    byAge,
                    own.storage().copy(),
                    power.storage().copy()[0],
                    factors.storage().copy(),
                    window);
        }
        return known;
    }

    /** a · S of one behaviour and a candidate, less what the own user added where {@code learnt}. */
    private double term(Known of, int behaviour, int candidate, int age, boolean learnt) {
        if (age < 0 || age >= of.window() || candidate < Field.FIRST) {
            return 0;
        }
        int from = behaviour * width;
        int at = Arrays.binarySearch(of.ids(), from, from + width, candidate);
        if (at < 0) {
            return 0;
        }
        double value = of.values()[at];
        double factor = (double) of.factors()[2 * behaviour] * of.factors()[2 * candidate + 1];
        if (learnt && factor > 0) { // else nothing is made yet
            double sum = Math.pow(Math.max(0, value / factor), 1 / of.power());
            value = factor * Math.pow(Math.max(0, sum - of.own()[age]), of.power());
        }
        return of.ages()[age] * value;
    }

    /** a S of each position with each of its candidates, 0 where it may not be read: N · candidates of a history. */
    double[] terms(BatchPlan plan, boolean training) {
        Known of = known();
        RawBatch raw = plan.raw();
        float[] mask = plan.layout().mask();
        int each = plan.each();
        double[] terms = new double[mask.length * each];
        for (int at = 0; at < mask.length; at++) {
            int behaviour = mask[at] == 0 ? -1 : plan.behaviour(at);
            for (int k = 0; k < each && behaviour >= 0; k++) {
                int sample = plan.sampleAt(plan.firstPlace(at) + k);
                boolean learnt = training && raw.labels[sample] == 1;
                int item = raw.history[Schema.ITEM][behaviour];
                terms[at * each + k] = term(of, item, raw.candidate[Schema.ITEM][sample], plan.after(at), learnt);
            }
        }
        return terms;
    }

    /** The same as an array of the engine: (N). */
    public NDArray terms(Features features, boolean training) {
        return array(features, terms(features.plan(), training));
    }

    /** One number a sample or a position, as an array of the engine. */
    static NDArray array(Features features, double[] numbers) {
        if (features.type() == DataType.FLOAT64) {
            return features.tensors().doubles(numbers, numbers.length);
        }
        return features.tensors().floats(ArrayFill.floats(numbers.length, i -> numbers[i]), numbers.length);
    }

    /** Logits (B) with the term of each sample. */
    NDArray add(NDArray logits, Features features, boolean training) {
        return Ops.add(logits, weighted(array(features, sums(features.plan(), training))));
    }

    private double[] sums(BatchPlan plan, boolean training) {
        double[] terms = terms(plan, training);
        double[] sums = new double[plan.samples()];
        for (int i = 0; i < terms.length; i++) {
            sums[plan.firstPlace(i / plan.each()) + i % plan.each()] += terms[i];
        }
        return sums;
    }

    /** What it adds to the logit of each sample of a plan in the plain layout. */
    double[] added(BatchPlan plan) {
        double w = weight();
        return Arrays.stream(sums(plan, false)).map(sum -> w * sum).toArray();
    }

    /** Sums of terms times w. */
    public NDArray weighted(NDArray sums) {
        return Ops.mul(sums, weight.value());
    }

    /** w. */
    public float weight() {
        return weight.value().toType(DataType.FLOAT32, false).toFloatArray()[0];
    }

    /** Adds the term to the logits of some items for one history, of which only what is kept can be read. */
    void addTo(float[] logits, RawBatch single, boolean[] kept, int[] candidates) {
        float w = weight();
        double[] sums = sums(table(), single, kept);
        for (int i = 0; i < logits.length; i++) {
            logits[i] += candidates[i] < Field.FIRST ? 0 : (float) (w * sums[candidates[i]]);
        }
    }

    /**
     * The sums that w is multiplied with, by the id of the item.
     *
     * @param of this table, or another one
     * @param kept what can be read of the history; null for all
     */
    public double[] sums(Table of, RawBatch single, boolean[] kept) {
        float[] byAge = of.ages();
        double[] sums = new double[of.ids().length / width];
        for (int k = 0; k < single.length(); k++) {
            int age = single.places == null
                    ? single.length() - 1 - k
                    : single.places.after()[k];
            boolean read = (single.hidden == null || !single.hidden[k]) && (kept == null || kept[k]);
            if (read && age < byAge.length && byAge[age] != 0) {
                int last = (single.history[Schema.ITEM][k] + 1) * width - 1;
                for (int at = last; at > last - width && of.ids()[at] != 0; at--) {
                    sums[of.ids()[at]] += (double) byAge[age] * of.values()[at];
                }
            }
        }
        return sums;
    }

    /** The removal of the rest of the logit, with the term of what is kept. */
    Removal with(Removal rest, BatchPlan single, Removal.Table stands) {
        double[] all = terms(single, false);
        int n = single.raw().length();
        double w = weight();
        return rest.plus(stands, kept -> {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += kept[j] ? all[j] : 0;
            }
            return w * sum;
        });
    }

    /** The part of the diagram. */
    static List<Diagram.Part> part(List<Diagram.Part> before) {
        List<Diagram.Part> parts = new ArrayList<>(before);
        parts.add(Diagram.part(Diagram.NEIGHBOURS, List.of(Diagram.HISTORY, Diagram.CANDIDATE), 1)
                .learned("neighbours."));
        return parts;
    }
}
