package dev.interestlens.model;

import dev.interestlens.nn.graph.Graph;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One family of models.
 *
 * @param id as in JSON and on the command line
 * @param configType the record of its switches
 * @param presets its four presets
 * @param factory builds a model, whose parameters are not made yet
 * @param graph the same model as a graph that is exported
 * @param serving the same model as two graphs, of a user and of candidates
 */
public record ModelFamily<C extends ModelConfig>(
        String id,
        Class<C> configType,
        Function<Preset, C> presets,
        BiFunction<C, ModelInput, CtrModel> factory,
        ModelGraph<C> graph,
        ServingGraph<C> serving) {

    public C preset(Preset preset) {
        return presets.apply(preset);
    }

    CtrModel make(ModelConfig config, ModelInput input) {
        return factory.apply(configType.cast(config), input);
    }

    GraphModel describe(ModelConfig config, ModelInput input, Graph target) {
        return graph.describe(configType.cast(config), input, target);
    }

    ServingForm serve(ModelConfig config, ModelInput input, ServingGraphs graphs) {
        return serving.describe(configType.cast(config), input, graphs);
    }
}
