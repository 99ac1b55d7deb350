package dev.interestlens.train;

import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.model.ModelConfig;
import java.util.Objects;

/** Everything that decides a run, besides the data set itself: one JSON file both ways. */
public record ExperimentConfig(DataConfig data, ModelConfig model, TrainingConfig training) {
    public ExperimentConfig {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(training, "training");
    }

    /** Default protocol and training for a model. Sequences are cheap: all of their positions train. */
    public static ExperimentConfig of(ModelConfig model) {
        ProtocolConfig protocol = ProtocolConfig.defaults();
        return model.readsSequences()
                ? new ExperimentConfig(new DataConfig(protocol.withPositions(0)), model, TrainingConfig.ofSequences())
                : new ExperimentConfig(new DataConfig(protocol), model, TrainingConfig.defaults());
    }

    public ProtocolConfig protocol() {
        return data.protocol();
    }

    /** The seed of the samples of validation and test. */
    public long evaluationSeed() {
        return protocol().seed() == ProtocolConfig.AS_TRAINING
                ? training.seed()
                : protocol().seed();
    }

    /** Whether a step learns from whole sequences instead of single samples. */
    public boolean bySequence() {
        return model.readsSequences() && training.objective() == TrainingConfig.Objective.SOFTMAX;
    }
}
