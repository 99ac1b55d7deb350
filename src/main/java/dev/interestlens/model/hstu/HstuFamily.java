package dev.interestlens.model.hstu;

import dev.interestlens.model.FamilyParts;
import dev.interestlens.model.ModelFamily;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.described.DescribedGraph;
import dev.interestlens.model.family.AblationVariant;
import dev.interestlens.model.family.DataFinding;
import dev.interestlens.model.family.Suitability;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.model.family.TeachingStep.Over;
import dev.interestlens.model.family.TeachingSteps;
import dev.interestlens.model.family.TrainingPresets;
import dev.interestlens.nn.TraceNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that belongs to HSTU apart from its model. */
public final class HstuFamily implements ModelFamily<HstuConfig> {
    @Override
    public FamilyParts<HstuConfig> parts() {
        return new FamilyParts<>(
                "hstu",
                HstuConfig.class,
                HstuConfig::preset,
                Hstu::new,
                (config, source) -> DescribedGraph.describe(HstuLayers.of(config, source.input()), source),
                (config, input, graphs) -> DescribedGraph.serve(HstuLayers.of(config, input), input, graphs));
    }

    @Override
    public List<TeachingStep> teaching(HstuConfig config) {
        TeachingSteps steps = new TeachingSteps(texts());
        steps.add("project");
        steps.add("weigh")
                .shows(config.heads() > 1 ? TraceNames.ATTENTION_HEADS : TraceNames.ATTENTION, Over.HISTORY)
                .formula(config.position(), steps.words("count." + config.divisor()))
                .text(config.divisor());
        steps.add("gate").shows(TraceNames.INTEREST, Over.UNITS);
        if (config.blocks() > 1) {
            steps.add("stack").with(config.blocks());
        }
        if (config.nextItem() > 0) {
            steps.add("nextItem").with(config.nextItem());
        }
        if (config.head().multiplies()) {
            steps.addProducts();
        }
        steps.add("head").shows(TraceNames.LOGIT, Over.UNITS);
        return steps.list();
    }

    /** Of a few steps: raw weights grow from almost nothing, and take a greater rate for it than weights that sum to 1. */
    @Override
    public List<String> training(Preset preset) {
        return preset == Preset.QUICK
                ? TrainingPresets.candidates(8, "0.006", 1, 2300)
                : ModelFamily.super.training(preset);
    }

    /** Zhai et al. 2024, table 5: the relative bias; and what is ours: the divisor, the start, the number of layers, the loss on the next item. */
    @Override
    public List<AblationVariant> ablations() {
        return List.of(
                AblationVariant.instead("pool"),
                AblationVariant.instead("din"),
                AblationVariant.instead("bst"),
                AblationVariant.of(id(), "noBias", "model.position=none"),
                AblationVariant.of(id(), "noTime", "model.position=index"),
                AblationVariant.of(id(), "longest", "model.divisor=longest"),
                AblationVariant.of(id(), "random", "model.start=random"),
                AblationVariant.of(id(), "blocks2", "model.blocks=2"),
                AblationVariant.of(id(), "nextItem", "model.nextItem=0.1"));
    }

    @Override
    public Optional<Suitability> suitability() {
        return Optional.of(new Suitability(3, Map.of(DataFinding.LONG_HISTORIES, 1)));
    }
}
