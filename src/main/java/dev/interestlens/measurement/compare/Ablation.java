package dev.interestlens.measurement.compare;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.ModelFamily;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.family.AblationVariant;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ablations of a paper, as configurations that differ from the full model in one part only.
 *
 * @param family id of the full model
 * @param variants the full model first
 */
public record Ablation(String family, List<AblationVariant> variants) {
    public Ablation {
        variants = List.copyOf(variants);
    }

    /** Those of all families. */
    public static List<Ablation> published() {
        return ModelCatalog.families().stream()
                .filter(family -> !family.ablations().isEmpty())
                .map(Ablation::of)
                .toList();
    }

    private static Ablation of(ModelFamily<?> family) {
        return new Ablation(
                family.id(),
                Stream.concat(
                                Stream.of(AblationVariant.of(family.id(), AblationVariant.FULL)),
                                family.ablations().stream())
                        .toList());
    }

    /** The configuration of a variant of a full model. */
    public static ExperimentConfig config(AblationVariant variant, ExperimentConfig full, Preset preset) {
        ExperimentConfig config = full.model().id().equals(variant.model())
                ? full
                : new ExperimentConfig(
                        full.data(), ModelCatalog.family(variant.model()).preset(preset), full.training());
        for (String setting : variant.settings()) {
            config = ConfigJson.set(config, setting);
        }
        return config;
    }
}
