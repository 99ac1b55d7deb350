package dev.interestlens.train;

import dev.interestlens.model.Preset;
import java.util.List;

/**
 * How the presets of each family train, where that is not the default, as {@code --set} takes it. Chosen on validation data alone: the tables in {@code
 * src/test/resources/dev/interestlens/tuning} hold what was tried. Paper and Reference train as published.
 */
final class PresetTraining {
    private PresetTraining() {}

    static List<String> settings(String family, Preset preset) {
        return List.of();
    }
}
