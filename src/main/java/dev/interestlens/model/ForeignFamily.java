package dev.interestlens.model;

import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.model.family.TeachingSteps;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingGraphs;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Texts;
import java.util.List;
import java.util.Locale;

/** The family of models given as files: known when a run is read, but not built from a configuration. */
final class ForeignFamily implements ModelFamily<ForeignConfig> {
    @Override
    public String id() {
        return ForeignConfig.ID;
    }

    @Override
    public Class<ForeignConfig> configType() {
        return ForeignConfig.class;
    }

    @Override
    public ForeignConfig preset(Preset preset) {
        return ForeignConfig.NONE;
    }

    @Override
    public CtrModel model(ForeignConfig config, ModelInput input) {
        throw refused();
    }

    @Override
    public GraphModel graph(ForeignConfig config, ModelInput input, Graph target) {
        throw refused();
    }

    @Override
    public ServingForm serving(ForeignConfig config, ModelInput input, ServingGraphs graphs) {
        throw refused();
    }

    @Override
    public List<TeachingStep> teaching(ForeignConfig config) {
        return List.of();
    }

    @Override
    public Texts texts() {
        return Texts.beside(TeachingSteps.class);
    }

    @Override
    public String name(Locale language) {
        return texts().text("foreign.name", language);
    }

    private static ProblemException refused() {
        return Problem.usage(ForeignConfig.class, "notTrainedHere").exception();
    }
}
