package dev.interestlens.explain.effect;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The candidates of the training rows that {@link FieldValues} looks at, each once, to be found by their fields. */
final class TrainingItems {
    private static final int UNSEEN = -1;

    private final List<FieldValues> fields;
    private final int[] items;
    private final List<Map<List<Double>, Integer>> codes = new ArrayList<>();
    private final int[][] has; // of each field, the code of each item's value

    /** @param fields the candidate's */
    TrainingItems(SampleSet samples, List<FieldValues> fields) {
        this.fields = fields;
        items = Arrays.stream(FieldValues.rows(samples))
                .map(row -> samples.sample(Part.TRAIN, row).candidate())
                .distinct()
                .toArray();
        RawBatch batch = samples.custom(new int[0], new long[0], -1, items);
        has = new int[fields.size()][items.length];
        for (int f = 0; f < has.length; f++) {
            Map<List<Double>, Integer> seen = new HashMap<>();
            for (int i = 0; i < items.length; i++) {
                has[f][i] = seen.computeIfAbsent(fields.get(f).at(batch, i), any -> seen.size());
            }
            codes.add(seen);
        }
    }

    /**
     * Items with a value of a field that agree with another item in as many of its other fields as any of them do; ids are not compared.
     *
     * @param of a batch of that other item
     * @param max how many at most; fewer where there are fewer
     */
    int[] like(RawBatch of, int field, List<Double> value, int max) {
        int wanted = codes.get(field).getOrDefault(value, UNSEEN);
        int[] own = new int[fields.size()];
        Arrays.setAll(own, f -> codes.get(f).getOrDefault(fields.get(f).at(of, 0), UNSEEN));
        int[] with = IntStream.range(0, items.length)
                .filter(i -> has[field][i] == wanted)
                .toArray();
        int best = Arrays.stream(with).map(i -> agreeing(i, own, field)).max().orElse(0);
        return Arrays.stream(with)
                .filter(i -> agreeing(i, own, field) == best)
                .limit(max)
                .map(i -> items[i])
                .toArray();
    }

    private int agreeing(int item, int[] own, int but) {
        int count = 0;
        for (int f = 0; f < own.length; f++) {
            count += f != but && !fields.get(f).isItem() && has[f][item] == own[f] ? 1 : 0;
        }
        return count;
    }
}
