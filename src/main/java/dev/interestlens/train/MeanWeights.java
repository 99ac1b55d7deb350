package dev.interestlens.train;

import dev.interestlens.model.Weights;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowSource;
import dev.interestlens.nn.RowTable;
import dev.interestlens.store.Tensor;
import dev.interestlens.train.config.TrainingConfig;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The mean of a model's weights and running statistics over the last part of training, which is validated and saved in place of the last ones
 * (stochastic weight averaging: Izmailov et al. 2018, 1803.05407). The steps themselves do not use it. It is over at most {@link #MAX} states at equal
 * distances, the one after the last step among them, so that whole tables are read only so often, however many steps there are.
 */
final class MeanWeights {
    private static final int MAX = 100;
    private static final String PREFIX = "mean.";
    private static final String COUNT = PREFIX + "count";

    private final Parameters parameters;
    private final long steps;
    private final long from;
    private final long distance;
    private final Map<String, Tensor> means = new LinkedHashMap<>();
    private int count;

    /** @param steps of the whole training */
    MeanWeights(Parameters parameters, TrainingConfig config, long steps) {
        this.parameters = parameters;
        this.steps = steps;
        long averaged = Math.round(config.averaged() * steps);
        from = steps - averaged;
        distance = Math.max(1, (averaged + MAX - 1) / MAX);
    }

    /** Includes the present weights, where it is time after so many steps. */
    void after(long step) {
        if (step > from && (steps - step) % distance == 0) {
            count++;
            Weights.of(parameters).tensors().forEach(this::include);
        }
    }

    private void include(String name, Tensor tensor) {
        float[] now = tensor.floats();
        float[] mean = count == 1 ? now : means.get(name).floats();
        float share = 1f / count;
        for (int i = 0; i < mean.length; i++) {
            mean[i] += share * (now[i] - mean[i]);
        }
        means.put(name, Tensor.view(mean, tensor.shape()));
    }

    /** The result of work with the mean as the model's weights; with the last weights, where there is no mean yet. */
    <T> T use(Supplier<T> work) {
        if (count == 0) {
            return work.get();
        }
        Map<RowTable, RowSource> rows = new HashMap<>();
        parameters.tables().forEach(table -> rows.put(table, table.storage()));
        Weights last = Weights.of(parameters);
        new Weights(means).copyInto(parameters);
        try {
            return work.get();
        } finally {
            last.copyInto(parameters);
            rows.forEach(RowTable::load);
        }
    }

    /** Its state, by names that begin with {@code mean.}; empty where there is no mean yet. */
    Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        means.forEach((name, mean) -> state.put(PREFIX + name, mean));
        if (count > 0) {
            state.put(COUNT, Tensor.of(new float[] {count}, 1));
        }
        return state;
    }

    /** Restores a saved state. */
    void load(Map<String, Tensor> tensors) {
        means.clear();
        count = 0;
        if (tensors.containsKey(COUNT)) {
            count = (int) tensors.get(COUNT).floats()[0];
            Weights saved = validated(tensors, Weights.of(parameters).tensors().keySet());
            saved.check(parameters);
            saved.tensors().forEach((name, mean) -> means.put(name, Tensor.view(mean.floats(), mean.shape())));
        }
    }

    /**
     * The weights that were validated after a step, of its saved state.
     *
     * @param names of a model's weights
     */
    static Weights validated(Map<String, Tensor> state, Set<String> names) {
        String prefix = state.containsKey(COUNT) ? PREFIX : "";
        Map<String, Tensor> weights = new LinkedHashMap<>();
        names.forEach(name -> weights.put(name, state.get(prefix + name)));
        return new Weights(weights);
    }
}
