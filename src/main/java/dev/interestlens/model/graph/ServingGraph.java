package dev.interestlens.model.graph;

import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;

/** A model's plain form in evaluation as two graphs, of a user and of candidates, tested to be equal to the plain one. */
@FunctionalInterface
public interface ServingGraph<C extends ModelConfig> {
    /** Writes everything but the outputs of the second graph. */
    ServingForm describe(C config, ModelInput input, ServingGraphs graphs);
}
