package dev.interestlens.measurement.trust;

import dev.interestlens.data.plant.PlantSettings;
import dev.interestlens.data.plant.PlantedLaw;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.util.List;

/**
 * What is measured.
 *
 * @param config that is trained, but for its seed
 * @param preset that it was made from
 * @param laws at least one
 * @param seeds plantings of each law, each with a training of its own
 */
public record TrustSettings(ExperimentConfig config, String preset, List<PlantedLaw> laws, int seeds) {
    /** Plantings unless another number is given. */
    public static final int SEEDS = 3;

    private static final int LONG = 400;

    public TrustSettings {
        laws = laws.stream().distinct().sorted().toList();
    }

    /** The seed of the first training and planting; the others follow. */
    private long seed() {
        return config.training().seed();
    }

    long seed(int planting) {
        return seed() + planting;
    }

    PlantSettings planting(PlantedLaw law, int planting) {
        return new PlantSettings(law, PlantSettings.SHARE, seed(planting));
    }

    /** Causes that are far back need histories that reach there. */
    ExperimentConfig config(PlantedLaw law, int planting) {
        ExperimentConfig seeded = ConfigJson.set(config, "training.seed=" + seed(planting));
        return law.behind() < config.protocol().history().maxLength()
                ? seeded
                : ConfigJson.set(seeded, "data.protocol.history.maxLength=" + LONG)
                        .withUsualReading();
    }
}
