package dev.interestlens.export.serving;

import dev.interestlens.data.RawBatch;
import dev.interestlens.export.ModelInputTensor;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.store.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The inputs of the two graphs of a model.
 *
 * @param limits of its histories
 */
public record PairInputs(ServingForm form, ModelInput limits) {
    /** Inputs of the graph of a user for users whose history begins here. */
    public Map<String, Tensor> ofUsers(RawBatch batch) {
        return ofUsers(batch, zeros(batch.size()));
    }

    /** The same after states of earlier behaviours. */
    Map<String, Tensor> ofUsers(RawBatch batch, Map<String, Tensor> before) {
        Map<String, Tensor> inputs =
                ModelInputTensor.arrays(ModelInputTensor.of(form.user().fields(), limits, batch));
        inputs.putAll(before);
        return inputs;
    }

    /** The states before the first behaviour. */
    Map<String, Tensor> zeros(int users) {
        Map<String, Tensor> states = new LinkedHashMap<>();
        for (ServingForm.Carried each : form.carried()) {
            states.put(each.before(), Tensor.of(new float[users * each.width()], users, each.width()));
        }
        return states;
    }

    /** Inputs of the graph of candidates, without what the first graph gives. */
    public Map<String, Tensor> ofCandidates(RawBatch single, RawBatch candidates) {
        return ModelInputTensor.arrays(
                ModelInputTensor.ofCandidates(form.candidate().fields(), limits, single, candidates));
    }
}
