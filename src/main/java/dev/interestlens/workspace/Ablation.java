package dev.interestlens.workspace;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.Preset;
import dev.interestlens.train.ConfigJson;
import dev.interestlens.train.ExperimentConfig;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a paper takes away from its model, to see what each part is worth, as configurations that differ from the full model in that part only.
 *
 * @param family id of the full model
 * @param variants the full model first
 */
public record Ablation(String family, List<Variant> variants) {
    /** The full model. */
    public static final String FULL = "full";

    /**
     * One line of the paper's table.
     *
     * @param id names its texts: {@code ablation.FAMILY.ID}
     * @param model id of the family it is trained with
     * @param settings what is set differently from the full model, as {@code --set} takes it
     */
    public record Variant(String id, String model, List<String> settings) {
        public Variant {
            settings = List.copyOf(settings);
        }

        /** Its configuration beside a full model's. */
        public ExperimentConfig of(ExperimentConfig full, Preset preset) {
            ExperimentConfig config = full.model().id().equals(model)
                    ? full
                    : new ExperimentConfig(
                            full.data(), ModelCatalog.family(model).preset(preset), full.training());
            for (String setting : settings) {
                config = ConfigJson.set(config, setting);
            }
            return config;
        }
    }

    public Ablation {
        variants = List.copyOf(variants);
    }

    /** Those of the three papers. */
    public static List<Ablation> published() {
        return List.of(din(), dien(), bst());
    }

    /** Zhou et al. 2018, tables 4 and 5, and section 4.3 on the softmax that is left out; beside it several attentions, which are not the paper's. */
    private static Ablation din() {
        return of(
                "din",
                other("pool", "pool"),
                variant("din", "four", "model.interests=4"),
                variant("din", "concat", "model.unit.inputs=concat"),
                variant("din", "softmax", "model.normalisation=softmax"),
                variant("din", "raw", "model.normalisation=none"),
                variant("din", "prelu", "model.unit.activation=prelu", "model.head.activation=prelu"),
                variant("din", "dice", "model.unit.activation=dice", "model.head.activation=dice"),
                variant(
                        "din",
                        "regularised",
                        "model.regularisation.kind=miniBatchAware",
                        "model.regularisation.strength=0.01"));
    }

    /** Zhou et al. 2019, tables 4 and 5: from the base model to AUGRU, without the auxiliary loss and with it. */
    private static Ablation dien() {
        return of(
                "dien",
                other("pool", "pool"),
                variant("dien", "gru", "model.evolution=gru", "model.auxiliary.kind=none"),
                variant("dien", "aigru", "model.evolution=aigru", "model.auxiliary.kind=none"),
                variant("dien", "agru", "model.evolution=agru", "model.auxiliary.kind=none"),
                variant("dien", "augru", "model.evolution=augru", "model.auxiliary.kind=none"));
    }

    /** Chen et al. 2019, table 2 on the number of blocks, and section 2.1 on positions. */
    private static Ablation bst() {
        return of(
                "bst",
                other("pool", "pool"),
                other("din", "din"),
                variant("bst", "blocks2", "model.encoder.blocks=2"),
                variant("bst", "blocks3", "model.encoder.blocks=3"),
                variant("bst", "noPosition", "model.position.kind=none"),
                variant("bst", "sinusoid", "model.position.kind=sinusoid"),
                variant("bst", "oneHead", "model.encoder.heads=1"));
    }

    private static Ablation of(String family, Variant... others) {
        return new Ablation(
                family,
                Stream.concat(Stream.of(new Variant(FULL, family, List.of())), Stream.of(others))
                        .toList());
    }

    private static Variant variant(String family, String id, String... settings) {
        return new Variant(id, family, List.of(settings));
    }

    private static Variant other(String id, String family) {
        return new Variant(id, family, List.of());
    }
}
