package dev.interestlens.foreign;

import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Attention;
import dev.interestlens.foreign.mapping.Mapping.Read;
import dev.interestlens.model.Trace;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.store.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts the attention of a batch from a model's arrays to the usual traces: behaviours oldest first, then the candidate where it is one of the
 * positions.
 */
final class Looks {
    /** Logits with a smaller difference are equal up to rounding. */
    private static final double ALIKE = 1e-6;

    private final Mapping mapping;
    private final List<Row> rows;
    private final int longest;
    private final Map<Attention, float[]> over = new LinkedHashMap<>();
    private final Map<Attention, float[]> between = new LinkedHashMap<>();
    private final Map<Attention, Integer> heads = new HashMap<>();
    private final Map<Integer, float[]> interests = new HashMap<>();

    Looks(Mapping mapping, List<Row> rows) {
        this.mapping = mapping;
        this.rows = rows;
        longest = rows.stream().mapToInt(Row::length).max().orElse(0);
    }

    /** Arrays of some of the rows. */
    void add(List<Integer> places, List<Row> some, Map<String, Tensor> arrays, Scoring scoring) {
        int length = scoring.length(some);
        for (Attention each : mapping.attention()) {
            Tensor array = arrays.get(each.tensor());
            float[] values = array.floats();
            int samples = each.axes().get(0).equals("sample") ? (int) array.shape()[0] : some.size();
            int size = values.length / samples;
            int keys = Weights.keys(array, each);
            for (int i = 0; i < some.size(); i++) {
                int[] at = scoring.feed().places().of(some.get(i), length);
                if (each.betweenPositions() || each.byCandidate()) {
                    positions(each, places.get(i), some.get(i), values, i * size, size, keys, at, length);
                } else {
                    history(each, places.get(i), some.get(i), values, i * size, size, keys, at);
                }
            }
        }
        List<String> pooled = mapping.attention().stream()
                .map(Attention::pooled)
                .filter(name -> name != null)
                .toList();
        for (int i = 0; i < some.size() && !pooled.isEmpty(); i++) {
            interests.put(places.get(i), interest(arrays, pooled, i));
        }
    }

    /** Mean over heads. */
    private void history(Attention each, int sample, Row row, float[] values, int from, int size, int keys, int[] at) {
        float[] all = over.computeIfAbsent(each, a -> new float[rows.size() * longest]);
        int count = size / keys;
        for (int j = 0; j < at.length; j++) {
            for (int r = 0; at[j] >= 0 && row.reads(j) && r < count; r++) {
                all[sample * longest + j] += values[from + r * keys + at[j]] / count;
            }
        }
    }

    private int positions(Attention each) {
        return each.withCandidate() ? longest + 1 : longest;
    }

    private void positions(
            Attention each, int sample, Row row, float[] values, int from, int size, int keys, int[] at, int length) {
        int t = positions(each);
        int queries = each.byCandidate() ? 1 : keys;
        int h = Math.max(1, size / (keys * queries));
        heads.put(each, h);
        float[] all = between.computeIfAbsent(each, a -> new float[rows.size() * h * t * t]);
        int[] place = new int[t];
        for (int p = 0; p < t; p++) {
            boolean behaviour = p < at.length && row.reads(p);
            place[p] = behaviour ? at[p] : p == longest ? length : -1;
        }
        for (int head = 0; head < h; head++) {
            for (int q = 0; q < t; q++) {
                int asks = queries > 1 ? place[q] : q == longest ? 0 : -1;
                for (int k = 0; k < t; k++) {
                    if (asks >= 0 && place[k] >= 0) {
                        all[((sample * h + head) * t + q) * t + k] =
                                values[from + (head * queries + asks) * keys + place[k]];
                    }
                }
            }
        }
    }

    /** All traces, with the logit. */
    List<Trace> traces(float[] logits) {
        List<Trace> traces = new ArrayList<>();
        int b = rows.size();
        List<AxisKind> overHistory = List.of(AxisKind.SAMPLE, AxisKind.HISTORY);
        long[] shape = {b, longest};
        if (!over.isEmpty()) {
            traces.add(new Trace(TraceNames.ATTENTION, overHistory, shape, mean()));
            if (over.size() > 1) {
                int[] number = {0};
                over.forEach((each, values) -> traces.add(
                        new Trace(TraceNames.ATTENTION.of(name(each, number[0]++)), overHistory, shape, values)));
            }
        }
        int layer = 0;
        for (Map.Entry<Attention, float[]> each : between.entrySet()) {
            long h = heads.get(each.getKey());
            long t = positions(each.getKey());
            traces.add(new Trace(
                    TraceNames.attention(layer++),
                    List.of(AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.QUERY, AxisKind.KEY),
                    new long[] {b, h, t, t},
                    each.getValue()));
        }
        if (over.isEmpty() && !between.isEmpty()) {
            Attention last = new ArrayList<>(between.keySet()).get(between.size() - 1);
            if (last.read() != Read.CANDIDATE && !last.byCandidate()) {
                traces.add(new Trace(TraceNames.ATTENTION, overHistory, shape, read(last)));
            }
        }
        if (interests.size() == b && b > 0) {
            int width = interests.get(0).length;
            float[] all = new float[b * width];
            interests.forEach((sample, values) -> System.arraycopy(values, 0, all, sample * width, width));
            traces.add(new Trace(
                    TraceNames.INTEREST, List.of(AxisKind.SAMPLE, AxisKind.UNIT), new long[] {b, width}, all));
        }
        traces.add(new Trace(TraceNames.LOGIT, List.of(AxisKind.SAMPLE), new long[] {b}, logits));
        return traces;
    }

    private static String name(Attention each, int number) {
        return each.fields().size() == 1 ? each.fields().get(0) : String.valueOf(number);
    }

    /** The mean over the attentions that differ from even weights; a plain mean over the history is used only where there is no other. */
    private float[] mean() {
        List<float[]> looking = over.entrySet().stream()
                .filter(each -> each.getKey().matters() > ALIKE)
                .map(Map.Entry::getValue)
                .toList();
        Collection<float[]> counted = looking.isEmpty() ? over.values() : looking;
        float[] mean = new float[rows.size() * longest];
        for (float[] values : counted) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += values[i] / counted.size();
            }
        }
        return mean;
    }

    /** The weights in the rows that are read: that of the newest behaviour, or the mean of all. */
    private float[] read(Attention last) {
        float[] values = between.get(last);
        int t = positions(last);
        int h = heads.get(last);
        float[] look = new float[rows.size() * longest];
        for (int b = 0; b < rows.size(); b++) {
            List<Integer> queries = queries(last, rows.get(b), t);
            for (int q : queries) {
                for (int head = 0; head < h; head++) {
                    for (int k = 0; k < longest; k++) {
                        look[b * longest + k] += values[((b * h + head) * t + q) * t + k] / (h * queries.size());
                    }
                }
            }
        }
        return look;
    }

    private List<Integer> queries(Attention last, Row row, int t) {
        List<Integer> all = new ArrayList<>();
        for (int j = 0; j < row.length(); j++) {
            if (row.reads(j)) {
                all.add(j);
            }
        }
        boolean newest = last.read() == Read.LAST || last.read() == Read.LAST_REAL;
        if (newest && !all.isEmpty()) {
            return List.of(all.get(all.size() - 1));
        }
        if (last.withCandidate()) {
            all.add(t - 1);
        }
        return all;
    }

    /** The weighted sums of one sample, concatenated. */
    static float[] interest(Map<String, Tensor> arrays, List<String> pooled, int sample) {
        int width = pooled.stream().mapToInt(name -> width(arrays.get(name))).sum();
        float[] all = new float[width];
        int at = 0;
        for (String name : pooled) {
            int each = width(arrays.get(name));
            System.arraycopy(arrays.get(name).floats(), sample * each, all, at, each);
            at += each;
        }
        return all;
    }

    private static int width(Tensor array) {
        return (int) (array.elements() / array.shape()[0]);
    }

    /** The inverse: a vector as the arrays of one sample. */
    static Map<String, Tensor> given(Map<String, Tensor> arrays, List<String> pooled, float[] interest) {
        Map<String, Tensor> given = new HashMap<>();
        int at = 0;
        for (String name : pooled) {
            Tensor array = arrays.get(name);
            float[] values = array.floats();
            int each = width(array);
            for (int i = 0; i < values.length; i++) {
                values[i] = interest[at + i % each];
            }
            given.put(name, Tensor.of(values, array.shape()));
            at += each;
        }
        return given;
    }
}
