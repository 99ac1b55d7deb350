package dev.interestlens.workspace.play;

import dev.interestlens.data.synth.PlayLaw;
import dev.interestlens.data.synth.PlaySettings;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that decides what is seen on the playground.
 *
 * @param switches values of the family's switches by their dotted names; the usual one where a switch is missing
 * @param seed of shop and training
 */
public record PlaySetup(PlayLaw law, String family, Map<String, String> switches, long seed) {
    /** The families, in the order in which they are offered. */
    public static final List<String> FAMILIES = List.of("din", "dien", "bst", "pool");

    /**
     * Small and quick, on one thread, so that the same seed gives the same numbers; nothing stands in for attention. Without dropout: of so narrow a model
     * it takes what the law needs, and DIN found kind and brand together from two seeds of five instead of four.
     */
    private static final List<String> RECIPE = List.of(
            "model.embeddingSize=8",
            "model.fieldEmbeddingSize=8",
            "model.embeddingDropout=0",
            "model.head.dropout=0",
            "training.epochs=12",
            "training.batchSize=256",
            "training.metric=auc",
            "training.patience=0",
            "training.averaged=0",
            "training.threads=1",
            "training.checkpointSeconds=3600",
            "training.validateEverySteps=0",
            "training.itemEmbeddingsFrom=");

    private static final String RATE = "0.01";

    /** Measured: with the others' rate it finds the brand of long ago no more. */
    private static final String RATE_OF_BST = "0.005";

    private static final List<String> NO_TABLE = List.of("model.neighbours.kind=none", "model.neighbours.trend=false");

    public PlaySetup {
        Map<String, String> all = new LinkedHashMap<>();
        for (PlaySwitch each : PlaySwitch.ofFamily(family)) {
            String value = switches.getOrDefault(each.setting(), each.usual());
            if (!each.choices().contains(value)) {
                throw new IllegalArgumentException(each.setting() + "=" + value);
            }
            all.put(each.setting(), value);
        }
        switches = Map.copyOf(all);
    }

    /** A family as it is usually switched. */
    public static PlaySetup of(PlayLaw law, String family) {
        return new PlaySetup(law, family, Map.of(), 1);
    }

    public PlaySetup withLaw(PlayLaw other) {
        return new PlaySetup(other, family, switches, seed);
    }

    public PlaySetup withFamily(String other) {
        return new PlaySetup(law, other, Map.of(), seed);
    }

    public PlaySetup withSeed(long other) {
        return new PlaySetup(law, family, switches, other);
    }

    /** The same with one switch turned. */
    public PlaySetup with(String setting, String value) {
        Map<String, String> turned = new LinkedHashMap<>(switches);
        turned.put(setting, value);
        return new PlaySetup(law, family, turned, seed);
    }

    /** The shop. */
    public PlaySettings shop() {
        return PlaySettings.of(law, seed);
    }

    /** The configuration of the run. */
    public ExperimentConfig config() {
        List<String> settings = new ArrayList<>(RECIPE);
        if (!family.equals("pool")) {
            settings.addAll(NO_TABLE);
        }
        settings.add("training.learningRate=" + (family.equals("bst") ? RATE_OF_BST : RATE));
        settings.add("training.seed=" + seed);
        switches.forEach((name, value) -> settings.add(name + "=" + value));
        ExperimentConfig config = ExperimentConfig.preset(family, Preset.QUICK);
        for (String setting : settings) {
            config = ConfigJson.set(config, setting);
        }
        return config;
    }
}
