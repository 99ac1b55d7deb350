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
public final class MeanWeights {
    private static final int MAX = 100;

    /** The largest share for a model that begins at random: before, it is on its initial plateau. */
    private static final double MAX_FROM_RANDOM = 0.5;

    private static final String PREFIX = "mean.";
    private static final String WHEN = PREFIX + "when";

    private final Parameters parameters;
    private final double share;
    private final long steps;
    private final Map<String, Tensor> means = new LinkedHashMap<>();
    private long from;
    private long count;

    /** @param steps of the whole training */
    MeanWeights(Parameters parameters, TrainingConfig config, long steps) {
        this.parameters = parameters;
        this.steps = steps;
        share = config.averaged();
    }

    /** @param learnt whether the model begins from item embeddings that were learnt before, not at random */
    void begin(boolean learnt) {
        from = steps - Math.round((learnt ? share : Math.min(share, MAX_FROM_RANDOM)) * steps);
    }

    /** Includes the present weights, where it is time after so many steps. */
    void after(long step) {
        long distance = Math.max(1, (steps - from + MAX - 1) / MAX);
        if (share > 0 && step > from && (steps - step) % distance == 0) {
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
        return with(new Weights(means), parameters, work);
    }

    /** The result of work with other weights of a model, which has its own again afterwards. */
    static <T> T with(Weights others, Parameters parameters, Supplier<T> work) {
        Map<RowTable, RowSource> rows = new HashMap<>();
        parameters.stored().forEach(table -> rows.put(table, table.storage()));
        Weights last = Weights.of(parameters);
        others.copyInto(parameters);
        try {
            return work.get();
        } finally {
            last.copyInto(parameters);
            rows.forEach(RowTable::load);
        }
    }

    /** Its state, by names that begin with {@code mean.}; empty where nothing is averaged. */
    Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        means.forEach((name, mean) -> state.put(PREFIX + name, mean));
        if (share > 0) {
            state.put(WHEN, Tensor.of(new long[] {from, count}, 2));
        }
        return state;
    }

    /** Restores a saved state. */
    void load(Map<String, Tensor> tensors) {
        if (share == 0) {
            return;
        }
        long[] when = tensors.get(WHEN).longs();
        from = when[0];
        count = when[1];
        means.clear();
        if (count > 0) {
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
        Map<String, Tensor> validated = new LinkedHashMap<>(validated(state).tensors());
        validated.keySet().retainAll(names);
        return new Weights(validated);
    }

    /** The same beside the other arrays of the state. */
    public static Weights validated(Map<String, Tensor> state) {
        Map<String, Tensor> validated = new LinkedHashMap<>(state);
        if (state.containsKey(WHEN) && state.get(WHEN).longs()[1] > 0) {
            state.forEach((name, tensor) -> {
                if (name.startsWith(PREFIX)) {
                    validated.put(name.substring(PREFIX.length()), tensor);
                }
            });
        }
        return new Weights(validated);
    }
}
