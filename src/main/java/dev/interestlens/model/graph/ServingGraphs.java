package dev.interestlens.model.graph;

import dev.interestlens.nn.graph.Graph;
import java.util.Optional;

/**
 * The graphs that a model is described to when it is served.
 *
 * @param lookup takes the embeddings of behaviours and candidates, where they are to be a separate graph, such as for timing the stages
 * @param user takes a user's history
 * @param candidate takes the candidates of one user
 */
public record ServingGraphs(Optional<Graph> lookup, Graph user, Graph candidate) {
    /** Two graphs, each with its own lookups. */
    public static ServingGraphs pair(Graph user, Graph candidate) {
        return new ServingGraphs(Optional.empty(), user, candidate);
    }
}
