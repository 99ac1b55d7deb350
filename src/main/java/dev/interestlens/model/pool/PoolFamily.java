package dev.interestlens.model.pool;

import dev.interestlens.model.FamilyParts;
import dev.interestlens.model.ModelFamily;
import dev.interestlens.model.family.DataFinding;
import dev.interestlens.model.family.Suitability;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.model.family.TeachingStep.Over;
import dev.interestlens.model.family.TeachingSteps;
import dev.interestlens.nn.TraceNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that belongs to the pooling baseline apart from its model. */
public final class PoolFamily implements ModelFamily<PoolConfig> {
    @Override
    public FamilyParts<PoolConfig> parts() {
        return new FamilyParts<>(
                "pool", PoolConfig.class, PoolConfig::preset, Pool::new, PoolGraph::describe, PoolServing::describe);
    }

    @Override
    public List<TeachingStep> teaching(PoolConfig config) {
        PoolConfig.Pooling pooling = config.pooling();
        TeachingSteps steps = new TeachingSteps(texts());
        if (pooling != PoolConfig.Pooling.NONE) {
            steps.add("weigh").shows(TraceNames.ATTENTION, Over.HISTORY).formula(pooling);
            steps.add("pool").shows(TraceNames.INTEREST, Over.UNITS).title(pooling);
            if (config.head().multiplies()) {
                steps.addProducts();
            }
        }
        steps.add("head")
                .shows(TraceNames.LOGIT, Over.UNITS)
                .formula(pooling == PoolConfig.Pooling.NONE ? "candidateAlone" : "both");
        return steps.list();
    }

    @Override
    public Optional<Suitability> suitability() {
        return Optional.of(new Suitability(0, Map.of(DataFinding.SHORT_HISTORIES, 2)));
    }
}
