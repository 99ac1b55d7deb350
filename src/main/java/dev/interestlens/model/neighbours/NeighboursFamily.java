package dev.interestlens.model.neighbours;

import dev.interestlens.model.CtrModel;
import dev.interestlens.model.ModelFamily;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.NeighbourConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.model.family.TeachingStep.Over;
import dev.interestlens.model.family.TeachingSteps;
import dev.interestlens.model.family.TrainingPresets;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingGraphs;
import dev.interestlens.nn.graph.Graph;
import java.util.List;

/** Everything that belongs to the simple scorers apart from their model. */
public final class NeighboursFamily implements ModelFamily<NeighboursConfig> {
    @Override
    public String id() {
        return "neighbours";
    }

    @Override
    public Class<NeighboursConfig> configType() {
        return NeighboursConfig.class;
    }

    @Override
    public NeighboursConfig preset(Preset preset) {
        return new NeighboursConfig(NeighbourConfig.AUTO);
    }

    @Override
    public CtrModel model(NeighboursConfig config, ModelInput input) {
        return new Neighbours(input);
    }

    @Override
    public GraphModel graph(NeighboursConfig config, ModelInput input, Graph target) {
        return NeighboursGraph.describe(input, target);
    }

    @Override
    public ServingForm serving(NeighboursConfig config, ModelInput input, ServingGraphs graphs) {
        return NeighboursGraph.serve(input, graphs);
    }

    @Override
    public List<TeachingStep> teaching(NeighboursConfig config) {
        TeachingSteps steps = new TeachingSteps(texts());
        steps.add("table");
        steps.add("terms").shows("attention", Over.HISTORY);
        steps.add("sum").shows("logit", Over.UNITS);
        return steps.list();
    }

    /** The table is made before the first step; a few steps fit the scale of its sums. */
    @Override
    public List<String> training(Preset preset) {
        return switch (preset) {
            case QUICK, BALANCED -> TrainingPresets.scale(200);
            case PAPER, REFERENCE -> List.of();
        };
    }
}
