package dev.interestlens.recommend;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.ContractCases;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import java.nio.file.Path;

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
        return ContractCases.enlarged(config, input, LARGE);
    }

    @Override
    public void close() {
        data.close();
    }
}
