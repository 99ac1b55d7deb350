package dev.interestlens.export.onnx;

import dev.interestlens.store.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Computes a graph that is a file. One of a stranger may never end, take all memory or crash its process: it is given to a runner that computes in
 * another process; {@link OnnxSession#once} computes in this one.
 */
@FunctionalInterface
public interface GraphRunner {
    /**
     * One batch.
     *
     * @param inputs every input of the graph, by its name
     * @param outputs names of those that are wanted
     * @return these outputs, by their names
     * @throws dev.interestlens.store.ProblemException where the file is no graph, does not take the inputs, or does not come to an end
     */
    Map<String, Tensor> run(Path graph, Map<String, Tensor> inputs, List<String> outputs);
}
