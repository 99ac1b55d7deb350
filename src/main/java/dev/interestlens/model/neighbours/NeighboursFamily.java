package dev.interestlens.model.neighbours;

import dev.interestlens.model.FamilyParts;
import dev.interestlens.model.ModelFamily;
import dev.interestlens.model.config.NeighbourConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.model.family.TeachingStep.Over;
import dev.interestlens.model.family.TeachingSteps;
import dev.interestlens.model.family.TrainingPresets;
import dev.interestlens.nn.TraceNames;
import java.util.List;

/** Everything that belongs to the simple scorers apart from their model. */
public final class NeighboursFamily implements ModelFamily<NeighboursConfig> {
    @Override
    public FamilyParts<NeighboursConfig> parts() {
        return new FamilyParts<>(
                "neighbours",
                NeighboursConfig.class,
                preset -> new NeighboursConfig(NeighbourConfig.AUTO),
                (config, input) -> new Neighbours(input),
                (config, source) -> NeighboursGraph.describe(source),
                (config, input, graphs) -> NeighboursGraph.serve(input, graphs));
    }

    @Override
    public List<TeachingStep> teaching(NeighboursConfig config) {
        TeachingSteps steps = new TeachingSteps(texts());
        steps.add("table");
        steps.add("terms").shows(TraceNames.ATTENTION, Over.HISTORY);
        steps.add("sum").shows(TraceNames.LOGIT, Over.UNITS);
        return steps.list();
    }

    /** The table is made before the first step; a few steps fit the scale of its sums. */
    @Override
    public List<String> training(Preset preset) {
        return switch (preset) {
            case QUICK, BALANCED -> TrainingPresets.scale(200);
            case PAPER, REFERENCE, SIM, TWIN -> List.of();
        };
    }
}
