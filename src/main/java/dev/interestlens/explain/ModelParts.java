package dev.interestlens.explain;

import dev.interestlens.explain.FidelityReport.Part;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.Weights;
import dev.interestlens.store.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Models made of another's weights with some parts changed, for controls. The caller closes them. */
final class ModelParts {
    private static final String EMBEDDING = "_embedding.weight";

    private final TrainedModel model;
    private final TrainedModel untrained;

    ModelParts(TrainedModel model, TrainedModel untrained) {
        this.model = model;
        this.untrained = untrained;
    }

    /** With these parts as before training. */
    TrainedModel reinitialised(Set<Part> parts) {
        Map<String, Tensor> before = untrained.weights().tensors();
        Map<String, Tensor> mixed = new LinkedHashMap<>();
        model.weights()
                .tensors()
                .forEach((name, tensor) -> mixed.put(name, parts.contains(part(name)) ? before.get(name) : tensor));
        return TrainedModel.of(model.config(), model.input(), new Weights(mixed));
    }

    /**
     * With scores that do not depend on what is read, so that softmax weighs everything alike: the unit's weights are zero, of self-attention those of
     * queries and keys. Empty where there are no such weights.
     */
    Optional<TrainedModel> uniform() {
        Map<String, Tensor> flat = new LinkedHashMap<>();
        boolean[] changed = new boolean[1];
        model.weights().tensors().forEach((name, tensor) -> {
            Tensor zeroed = flat(name, tensor);
            changed[0] |= zeroed != tensor;
            flat.put(name, zeroed);
        });
        return changed[0]
                ? Optional.of(TrainedModel.of(model.config(), model.input(), new Weights(flat)))
                : Optional.empty();
    }

    static Part part(String name) {
        if (name.startsWith("prediction_")) {
            return Part.HEAD;
        }
        return name.endsWith(EMBEDDING) ? Part.EMBEDDINGS : Part.ATTENTION;
    }

    private static Tensor flat(String name, Tensor tensor) {
        boolean unit = name.startsWith("attention") || name.contains(".attention_");
        boolean projection = name.contains("in_proj");
        if (!unit && !projection || name.contains("running")) {
            return tensor;
        }
        float[] values = tensor.floats();
        Arrays.fill(values, 0, unit ? values.length : values.length / 3 * 2, 0);
        return Tensor.of(values, tensor.shape());
    }
}
