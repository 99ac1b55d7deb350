package dev.interestlens.model.graph;

import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.nn.graph.Graph;

/** A model's plain form in evaluation as a graph, written beside its forward pass and tested to be equal to it. */
@FunctionalInterface
public interface ModelGraph<C extends ModelConfig> {
    /** Writes everything but the outputs. */
    GraphModel describe(C config, ModelInput input, Graph graph);
}
