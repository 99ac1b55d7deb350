package dev.interestlens.train.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.ProblemException;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;

/** Everything that determines a run, besides the data set itself; read from and written to one JSON file. */
public record ExperimentConfig(DataConfig data, ModelConfig model, TrainingConfig training) {
    public ExperimentConfig {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(training, "training");
    }

    /** Default protocol and training for a model. With sequences all positions train, since they are cheap. */
    public static ExperimentConfig of(ModelConfig model) {
        ProtocolConfig protocol = ProtocolConfig.defaults();
        return model.readsSequences()
                ? new ExperimentConfig(new DataConfig(protocol.withPositions(0)), model, TrainingConfig.ofSequences())
                : new ExperimentConfig(new DataConfig(protocol), model, TrainingConfig.defaults());
    }

    /** A preset of a family, with the training that it was tuned with. */
    public static ExperimentConfig preset(String family, Preset preset) {
        ExperimentConfig config = of(ModelCatalog.family(family).preset(preset));
        for (String setting : ModelCatalog.family(family).training(preset)) {
            config = ConfigJson.set(config, setting);
        }
        return config;
    }

    /**
     * Another preset, of this family or another. Settings of training and protocol that were made by hand are kept; those of the old preset are
     * replaced.
     *
     * @param old the preset that this configuration was made from
     */
    public ExperimentConfig moved(Preset old, String family, Preset preset) {
        JsonNode before = ConfigJson.tree(preset(model.id(), old));
        ObjectNode byHand = ConfigJson.changes(before, ConfigJson.tree(this));
        byHand.remove("model");
        return ConfigJson.overlay(preset(family, preset), byHand).withUsualReading();
    }

    /** The same on another data set: settings that are those of the one before, or of the preset, become those of the new one. */
    public ExperimentConfig adapted(DatasetInfo before, DatasetInfo now) {
        return before.usualProtocol().equals(now.usualProtocol())
                ? this
                : adapted(before.usualProtocol(), now.usualProtocol());
    }

    /** The same for a data set where nothing was chosen by hand. */
    public ExperimentConfig adapted(DatasetInfo data) {
        return adapted(Map.of(), data.usualProtocol());
    }

    private ExperimentConfig adapted(Map<String, String> before, Map<String, String> now) {
        JsonNode preset = ConfigJson.tree(nearest());
        ExperimentConfig adapted = this;
        for (Map.Entry<String, String> each : before.entrySet()) {
            adapted = adapted.with(each.getKey(), each.getValue(), text(preset, each.getKey()));
        }
        for (Map.Entry<String, String> each : now.entrySet()) {
            adapted = adapted.with(each.getKey(), text(preset, each.getKey()), each.getValue());
        }
        return adapted;
    }

    private ExperimentConfig with(String name, String from, String to) {
        boolean has = ConfigJson.set(this, name + "=" + from).equals(this);
        return has ? ConfigJson.set(this, name + "=" + to) : this;
    }

    /** The same with these settings, by their dotted names. */
    public ExperimentConfig with(Map<String, String> settings) {
        ExperimentConfig changed = this;
        for (Map.Entry<String, String> each : settings.entrySet()) {
            changed = ConfigJson.set(changed, each.getKey() + "=" + each.getValue());
        }
        return changed;
    }

    private static String text(JsonNode tree, String name) {
        return tree.at("/" + name.replace('.', '/')).asText();
    }

    /** The training of this family's preset from which the fewest settings of this training differ. */
    public TrainingConfig nearestTraining() {
        return nearest().training();
    }

    private ExperimentConfig nearest() {
        JsonNode own = ConfigJson.tree(this).get("training");
        return ModelCatalog.family(model.id()).presets().stream()
                .map(each -> preset(model.id(), each))
                .min(Comparator.comparingInt(
                        each -> ConfigJson.changes(ConfigJson.tree(each).get("training"), own)
                                .size()))
                .orElseThrow();
    }

    /**
     * The same with the default way of reading for the length of its histories: long ones are searched, where the model can. One that reads the recent
     * ones alone or by category was chosen, by a preset or by hand, and stays.
     */
    public ExperimentConfig withUsualReading() {
        ReadingConfig.Kind now = model.reading().kind();
        if (now != ReadingConfig.Kind.ALL && now != ReadingConfig.Kind.DOT) {
            return this;
        }
        boolean isLong = protocol().history().maxLength() > ReadingConfig.SHORT;
        try {
            return with(isLong ? ReadingConfig.Kind.DOT : ReadingConfig.Kind.ALL);
        } catch (ProblemException cannotSearch) {
            return with(ReadingConfig.Kind.ALL);
        }
    }

    /** Adapts the way of reading to a changed history length, if it was the default one. */
    public ExperimentConfig withReadingOf(ExperimentConfig before) {
        boolean usual = before.model.reading().kind()
                        == before.withUsualReading().model.reading().kind()
                && model.reading().kind() == before.model.reading().kind();
        return usual ? withUsualReading() : this;
    }

    private ExperimentConfig with(ReadingConfig.Kind kind) {
        boolean chooses =
                ConfigJson.tree(model).has("reading") && model.reading().kind() != kind;
        return chooses ? ConfigJson.set(this, "model.reading.kind=" + EnumNames.name(kind)) : this;
    }

    /** The same with another number of engine threads; 0 for all cores but one. */
    public ExperimentConfig withThreads(int count) {
        return new ExperimentConfig(data, model, training.withThreads(count));
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
        return model.readsSequences() && training.learning().softmax();
    }

    /** How many samples of a batch train together with one history: a true item with its negatives, or 1 where each is learnt by itself. */
    public int together(boolean loggedNegatives) {
        boolean grouped = training.learning().softmax() && !bySequence() && !loggedNegatives;
        return grouped ? 1 + training.learning().beside() : 1;
    }

    /**
     * The training loss of scores that are all 0, from which a training begins: ln 2 of a label, and of C samples with one history ln C more, as the
     * softmax of a true item among them. Of sequences, whose negatives are those of the batch, it is unknown: NaN.
     */
    public double lossOfGuessing(boolean loggedNegatives) {
        return bySequence() ? Double.NaN : Math.log(2) + Math.log(together(loggedNegatives));
    }
}
