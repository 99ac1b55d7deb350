package dev.interestlens.question;

import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * How a model is trained for an experiment: the quick preset of its family with a few settings, so that the command line can do the same.
 *
 * @param settings as {@code --set} takes them
 */
public record Recipe(String family, List<String> settings) {
    public Recipe {
        settings = List.copyOf(settings);
    }

    /** The same with more settings. */
    public Recipe with(String... more) {
        List<String> all = new ArrayList<>(settings);
        all.addAll(List.of(more));
        return new Recipe(family, all);
    }

    /** The same with another seed of training. */
    public Recipe withSeed(long seed) {
        return with("training.seed=" + seed);
    }

    ExperimentConfig config() {
        ExperimentConfig config = ExperimentConfig.preset(family, Preset.QUICK);
        for (String setting : settings) {
            config = ConfigJson.set(config, setting);
        }
        return config;
    }

    /** The arguments of the command that does it. */
    public String command(String data, String run) {
        StringBuilder line = new StringBuilder("train --data " + data + " --run " + run + " --model " + family);
        settings.forEach(setting -> line.append(" --set ").append(setting));
        return line.toString();
    }
}
