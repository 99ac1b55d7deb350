package dev.interestlens.export.bundle;

import dev.interestlens.export.torch.TorchExport;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.graph.GraphInput;
import java.util.List;

/**
 * Inputs and outputs of the graphs of a bundle.
 *
 * @param inputs in their order
 * @param outputs in their order
 */
public record Signature(List<GraphInput> inputs, List<String> outputs) {
    public Signature {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    static Signature of(TrainedModel model) {
        return new Signature(TorchExport.inputs(model), TorchExport.outputs(model));
    }
}
