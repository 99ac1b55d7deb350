package dev.interestlens.explain.fidelity;

import dev.interestlens.explain.fidelity.FidelityReport.Part;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.Weights;
import dev.interestlens.nn.Role;
import dev.interestlens.store.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Copies of a model with some parts changed, for controls. The caller closes them. */
record ModelParts(TrainedModel model, TrainedModel untrained) {
    /** With these parts reset to their initial weights. */
    TrainedModel reinitialised(Set<Part> parts) {
        Map<String, Tensor> before = untrained.weights().tensors();
        Map<String, Tensor> mixed = new LinkedHashMap<>();
        model.weights()
                .tensors()
                .forEach((name, tensor) ->
                        mixed.put(name, parts.contains(part(model.role(name))) ? before.get(name) : tensor));
        return TrainedModel.of(model.config(), model.input(), new Weights(mixed));
    }

    static Part part(Role role) {
        return switch (role) {
            case HEAD -> Part.HEAD;
            case EMBEDDING -> Part.EMBEDDINGS;
            case SCORES, OTHER -> Part.ATTENTION;
        };
    }
}
