package dev.interestlens.model.graph;

import dev.interestlens.model.config.ModelInput;
import dev.interestlens.nn.graph.Graph;

/** Where a description gets what it reads: what a file is given, or a batch that is computed. */
public interface FeatureSource {
    Graph graph();

    ModelInput input();

    /**
     * What is read.
     *
     * @param read the input, or the part of it that the model reads
     * @param itemOnly whether further item fields are left out
     * @param literal whether padding is an ordinary row, as in the reference code
     */
    GraphFeatures features(ModelInput read, boolean itemOnly, boolean literal);

    /** The same of the whole input. */
    default GraphFeatures features(boolean itemOnly, boolean literal) {
        return features(input(), itemOnly, literal);
    }

    /** Of a file with ids and numbers. */
    record OfFile(Graph graph, ModelInput input) implements FeatureSource {
        @Override
        public GraphFeatures features(ModelInput read, boolean itemOnly, boolean literal) {
            return new FileFeatures(graph, read, itemOnly, literal);
        }
    }
}
