package dev.interestlens.export.onnx;

import dev.interestlens.store.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Computes a graph in a file. An untrusted graph may never end, take all memory or crash its process, so that its runner computes in another process;
 * {@link OnnxSession#once} computes in this one.
 */
@FunctionalInterface
public interface GraphRunner {
    /**
     * One batch.
     *
     * @param inputs every input of the graph, by its name
     * @param outputs names of the requested outputs
     * @return these outputs, by their names
     * @throws dev.interestlens.store.ProblemException where the file is not a graph, does not take the inputs, or does not end in time
     */
    Map<String, Tensor> run(Path graph, Map<String, Tensor> inputs, List<String> outputs);
}
