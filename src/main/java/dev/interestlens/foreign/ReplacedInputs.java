package dev.interestlens.foreign;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.foreign.mapping.MappedInput;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Attention;
import dev.interestlens.foreign.mapping.Mapping.Role;
import dev.interestlens.foreign.mapping.Mapping.Rule;
import dev.interestlens.model.PartScorer;
import dev.interestlens.model.ScorePart;
import dev.interestlens.model.ScorePart.Kind;
import dev.interestlens.model.Trace;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Replaces the fields and the time of one behaviour in the inputs of a file, and reads its weight where its attention was found. The raw score is the
 * logit of a weight that is a share: up to what the other behaviours give, which stay as they are, that is the score before the softmax. A weight that is
 * no share is the score itself. What else such a model may read of a behaviour, such as its position, is not replaced.
 *
 * @param own the places of fields whose numbers are those of this program
 */
record ReplacedInputs(
        List<ScorePart> parts,
        Map<String, Integer> own,
        List<Row> others,
        int[] places,
        Function<List<Row>, List<Trace>> traces)
        implements PartScorer {
    /** Each is a few hundred rows. */
    private static final int MOST = 4;

    private static final int ROWS = 128;
    private static final double LEAST = 1e-12;
    private static final double SUMS = 1e-3;

    /** Empty where no attention over the history was found, or none that reads a field or the time. */
    static Optional<ReplacedInputs> of(
            Mapping mapping,
            Schema schema,
            RawBatch histories,
            double[] drawn,
            Function<List<Row>, List<Trace>> traces) {
        List<String> known =
                schema.categoricalItemFields().stream().map(Field::name).toList();
        Map<String, Integer> ours = new HashMap<>();
        List<ScorePart> parts = new ArrayList<>();
        for (String field : mapping.vocabularies().keySet()) {
            boolean own = mapping.vocabularies().get(field).rule() == Rule.OWN && known.contains(field);
            boolean moves =
                    mapping.attention().stream().map(Attention::fields).anyMatch(fields -> fields.contains(field));
            if (own) {
                ours.put(field, known.indexOf(field));
            }
            if (!field.equals(Mapping.USER) && (own || moves)) {
                parts.add(ScorePart.field(field));
            }
        }
        if (mapping.parts().stream().map(MappedInput::role).anyMatch(role -> role == Role.GAPS)) {
            parts.add(ScorePart.of(Kind.TIME));
        }
        List<Row> others = Row.of(histories);
        int[] places = ArrayFill.ints(
                drawn.length, k -> (int) (drawn[k] * others.get(k).length()));
        return mapping.attention().isEmpty() || parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReplacedInputs(parts, ours, others, places, traces));
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public List<Scores> of(RawBatch single, int[] behaviours) {
        int sets = 1 << parts.size();
        double[][] values = new double[behaviours.length][sets];
        List<Row> rows = new ArrayList<>();
        for (int behaviour : behaviours) {
            for (int set = 0; set < sets; set++) {
                for (int k = 0; k < places.length; k++) {
                    rows.add(replaced(single, behaviour, set, k));
                }
            }
        }
        boolean share = isShare(weights(List.of(Row.of(single).get(0)))[0]);
        for (int from = 0; from < rows.size(); from += ROWS) {
            double[][] weights = weights(rows.subList(from, Math.min(rows.size(), from + ROWS)));
            for (int i = 0; i < weights.length; i++) {
                int at = (from + i) / places.length;
                double weight = weights[i][behaviours[at / sets]];
                values[at / sets][at % sets] += (share ? logit(weight) : weight) / places.length;
            }
        }
        return List.of(new Scores(0, 0, parts, values));
    }

    private static boolean isShare(double[] weights) {
        return Arrays.stream(weights).allMatch(weight -> weight >= 0)
                && Arrays.stream(weights).sum() <= 1 + SUMS;
    }

    private static double logit(double weight) {
        double inside = Math.max(LEAST, Math.min(1 - LEAST, weight));
        return Math.log(inside / (1 - inside));
    }

    /** The sample with the parts that are not in the set taken from a drawn behaviour. */
    private Row replaced(RawBatch single, int behaviour, int set, int drawn) {
        Row from = others.get(drawn);
        int at = from.raw().offsets[from.sample()] + places[drawn];
        RawBatch raw = single.samples(new int[] {0}); // a copy
        Row whole = Row.of(single).get(0);
        Map<String, int[]> items = new HashMap<>();
        for (int p = 0; p < parts.size(); p++) {
            String field = parts.get(p).field();
            if ((set >> p & 1) == 1) {
                continue;
            }
            if (parts.get(p).kind() == Kind.TIME) {
                raw.gaps[behaviour] = from.raw().gaps[at];
            } else if (own.containsKey(field)) {
                int[] ids = raw.history[own.get(field)];
                int width = ids.length / raw.length();
                System.arraycopy(from.raw().history[own.get(field)], at * width, ids, behaviour * width, width);
            } else {
                int[] all = ArrayFill.ints(whole.length(), whole::item);
                all[behaviour] = from.item(places[drawn]);
                items.put(field, all);
            }
        }
        return new Row(raw, 0, whole.read(), items);
    }

    /** The weights over the history: of the whole model, or of the candidate in its last layer, on average over its heads. */
    private double[][] weights(List<Row> rows) {
        List<Trace> all = traces.apply(rows);
        Trace attention = Trace.attention(all).orElseGet(() -> last(all));
        long[] shape = attention.shape();
        int rank = shape.length;
        int keys = (int) shape[rank - 1];
        int heads = rank == 2 ? 1 : (int) shape[1];
        int queries = rank == 2 ? 1 : (int) shape[2];
        double[][] weights = new double[rows.size()][rank == 2 ? keys : keys - 1];
        for (int b = 0; b < weights.length; b++) {
            for (int h = 0; h < heads; h++) {
                for (int j = 0; j < weights[b].length; j++) {
                    int row = (b * heads + h) * queries + queries - 1;
                    weights[b][j] += attention.values()[row * keys + j] / heads;
                }
            }
        }
        return weights;
    }

    private static Trace last(List<Trace> all) {
        List<Trace> layers =
                all.stream().filter(trace -> trace.shape().length == 4).toList();
        return layers.get(layers.size() - 1);
    }
}
