package dev.interestlens.model;

import dev.interestlens.data.RawBatch;
import dev.interestlens.nn.ForwardContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Removal for a model that reads a part of the history: without a behaviour the search runs again and may find another one. Subsets of which the same
 * behaviours are read have exactly the same logit, so that a behaviour that is not read has no effect. In double precision, except for the search.
 */
final class SearchedRemoval implements Removal {
    private static final int ROWS = 256;

    private final CtrModel model;
    private final RawBatch single;

    /** @param single one sample with its whole history */
    SearchedRemoval(CtrModel model, RawBatch single) {
        this.model = model;
        this.single = single.mostRecent(model.input().historyLength());
    }

    @Override
    public int behaviours() {
        return single.length();
    }

    @Override
    public double[] logits(List<boolean[]> kept) {
        return ofRead(kept, this::scored);
    }

    @Override
    public Table table() {
        return model.table();
    }

    @Override
    public double[] byTable(List<boolean[]> kept) {
        return model.neighbours()
                .map(term -> ofRead(kept, read -> term.added(plan(read))))
                .orElseGet(() -> new double[kept.size()]);
    }

    /** A number of what is read of each subset, computed once for those that read the same. */
    private double[] ofRead(List<boolean[]> kept, Function<List<int[]>, double[]> numbers) {
        Map<String, Integer> known = new HashMap<>();
        List<int[]> read = new ArrayList<>();
        int[] of = new int[kept.size()];
        for (int i = 0; i < of.length; i++) {
            int[] steps = model.reading().begin().steps(single.pastOfFirst(kept.get(i)));
            of[i] = known.computeIfAbsent(Arrays.toString(steps), key -> {
                read.add(steps);
                return read.size() - 1;
            });
        }
        double[] found = Removal.inPieces(read, ROWS, numbers);
        return Arrays.stream(of).mapToDouble(i -> found[i]).toArray();
    }

    private double[] scored(List<int[]> read) {
        BatchPlan plan = plan(read);
        return model.parameters().inDouble(() -> model.forward(model.doubleFeatures(plan), ForwardContext.EVALUATE)
                .logits()
                .toDoubleArray());
    }

    private BatchPlan plan(List<int[]> read) {
        return model.plainPlan(single.repeatedWith(read));
    }
}
