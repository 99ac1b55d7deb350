package dev.interestlens.model.onetrans;

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

/** Everything that belongs to OneTrans apart from its model. */
public final class OneTransFamily implements ModelFamily<OneTransConfig> {
    @Override
    public FamilyParts<OneTransConfig> parts() {
        return new FamilyParts<>(
                "onetrans",
                OneTransConfig.class,
                OneTransConfig::preset,
                OneTrans::new,
                (config, source) -> DescribedGraph.describe(OneTransLayers.of(config, source.input()), source),
                (config, input, graphs) -> DescribedGraph.serve(OneTransLayers.of(config, input), input, graphs));
    }

    @Override
    public List<TeachingStep> teaching(OneTransConfig config) {
        TeachingSteps steps = new TeachingSteps(texts());
        steps.add("tokens");
        steps.add("weigh")
                .shows(config.heads() > 1 ? TraceNames.ATTENTION_HEADS : TraceNames.ATTENTION, Over.HISTORY)
                .formula(config.position());
        steps.add("feed").shows(TraceNames.INTEREST, Over.UNITS);
        if (config.blocks() > 1) {
            steps.add("stack").with(config.blocks());
        }
        if (config.head().multiplies()) {
            steps.addProducts();
        }
        steps.add("head").shows(TraceNames.LOGIT, Over.UNITS);
        return steps.list();
    }

    @Override
    public List<String> training(Preset preset) {
        return preset == Preset.QUICK
                ? TrainingPresets.candidates(8, "0.004", 1, 2300)
                : ModelFamily.super.training(preset);
    }

    /** What is ours, and the number of layers. */
    @Override
    public List<AblationVariant> ablations() {
        return List.of(
                AblationVariant.instead("pool"),
                AblationVariant.instead("din"),
                AblationVariant.instead("bst"),
                AblationVariant.instead("hstu"),
                AblationVariant.of(id(), "noBias", "model.position=none"),
                AblationVariant.of(id(), "random", "model.start=random"),
                AblationVariant.of(id(), "blocks2", "model.blocks=2"));
    }

    @Override
    public Optional<Suitability> suitability() {
        return Optional.of(new Suitability(3, Map.of(DataFinding.MIDDLING_HISTORIES, 1)));
    }
}
