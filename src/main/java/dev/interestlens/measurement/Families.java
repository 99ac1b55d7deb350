package dev.interestlens.measurement;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.util.List;
import java.util.function.Supplier;

/** The families that a measurement may train, by their ids. */
final class Families implements Supplier<List<String>> {
    @Override
    public List<String> get() {
        return ModelCatalog.ids();
    }

    /**
     * The configuration of such a training.
     *
     * @param set settings that differ from the preset
     */
    static ExperimentConfig config(String family, Preset preset, List<String> set) {
        ExperimentConfig config = ExperimentConfig.preset(family, preset).withUsualReading();
        for (String setting : set) {
            config = ConfigJson.set(config, setting);
        }
        return config;
    }
}
