package dev.interestlens.model;

import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingGraphs;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What every family of models has.
 *
 * @param id as in JSON and on the command line
 * @param config the record of its switches
 * @param preset the switches of a preset; null where the family does not have it
 * @param model a model, whose parameters are not made yet
 * @param graph the same model as a graph that is exported
 * @param serving the same model as two graphs, of a user and of candidates
 */
public record FamilyParts<C extends ModelConfig>(
        String id,
        Class<C> config,
        Function<Preset, C> preset,
        BiFunction<C, ModelInput, CtrModel> model,
        BiFunction<C, FeatureSource, GraphModel> graph,
        Served<C> serving) {

    /** A model that is described as two graphs. */
    @FunctionalInterface
    public interface Served<C> {
        ServingForm in(C config, ModelInput input, ServingGraphs graphs);
    }
}
