package dev.interestlens.model.pool;

import dev.interestlens.model.CtrModel;
import dev.interestlens.model.ModelFamily;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.family.DataFinding;
import dev.interestlens.model.family.Suitability;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.model.family.TeachingStep.Over;
import dev.interestlens.model.family.TeachingSteps;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingGraphs;
import dev.interestlens.nn.graph.Graph;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that belongs to the pooling baseline apart from its model. */
public final class PoolFamily implements ModelFamily<PoolConfig> {
    @Override
    public String id() {
        return "pool";
    }

    @Override
    public Class<PoolConfig> configType() {
        return PoolConfig.class;
    }

    @Override
    public PoolConfig preset(Preset preset) {
        return PoolConfig.preset(preset);
    }

    @Override
    public CtrModel model(PoolConfig config, ModelInput input) {
        return new Pool(config, input);
    }

    @Override
    public GraphModel graph(PoolConfig config, ModelInput input, Graph target) {
        return PoolGraph.describe(config, input, target);
    }

    @Override
    public ServingForm serving(PoolConfig config, ModelInput input, ServingGraphs graphs) {
        return PoolServing.describe(config, input, graphs);
    }

    @Override
    public List<TeachingStep> teaching(PoolConfig config) {
        PoolConfig.Pooling pooling = config.pooling();
        TeachingSteps steps = new TeachingSteps(texts());
        if (pooling != PoolConfig.Pooling.NONE) {
            steps.add("weigh").shows("attention", Over.HISTORY).formula(pooling);
            steps.add("pool").shows("interest", Over.UNITS).title(pooling);
            if (config.head().multiplies()) {
                steps.addProducts();
            }
        }
        steps.add("head")
                .shows("logit", Over.UNITS)
                .formula(pooling == PoolConfig.Pooling.NONE ? "candidateAlone" : "both");
        return steps.list();
    }

    @Override
    public Optional<Suitability> suitability() {
        return Optional.of(new Suitability(0, Map.of(DataFinding.SHORT_HISTORIES, 2)));
    }
}
