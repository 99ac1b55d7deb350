package dev.interestlens.recommend;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.Weights;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.store.DType;
import dev.interestlens.store.Tensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A data set, and models for it with weights so large that behaviours matter. Closing it closes the data set. */
final class Stocked implements AutoCloseable {
    private static final float LARGE = 30;

    private final PreparedDataset data;
    private final SampleSet samples;

    Stocked(Path dataset) {
        this(dataset, ProtocolConfig.defaults());
    }

    Stocked(Path dataset, ProtocolConfig protocol) {
        data = PreparedDataset.open(dataset);
        samples = SampleSet.build(data, protocol, 1);
    }

    SampleSet samples() {
        return samples;
    }

    PreparedDataset data() {
        return data;
    }

    TrainedModel model(ModelConfig config) {
        ModelInput input =
                new ModelInput(data.schema(), samples.config().history().maxLength());
        Map<String, Tensor> scaled = new LinkedHashMap<>();
        try (TrainedModel fresh = TrainedModel.untrained(config, input, 7)) {
            fresh.weights().tensors().forEach((name, tensor) -> scaled.put(name, scaled(name, tensor)));
        }
        return TrainedModel.of(config, input, new Weights(scaled));
    }

    private static Tensor scaled(String name, Tensor tensor) {
        if (tensor.dtype() != DType.F32 || !name.endsWith("embedding.weight")) {
            return tensor;
        }
        float[] values = tensor.floats();
        for (int i = 0; i < values.length; i++) {
            values[i] *= LARGE;
        }
        return Tensor.of(values, tensor.shape());
    }

    @Override
    public void close() {
        data.close();
    }
}
