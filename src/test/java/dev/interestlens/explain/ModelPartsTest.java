package dev.interestlens.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.FidelityReport.Part;
import dev.interestlens.model.ModelConfig;
import dev.interestlens.model.Preset;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.model.pool.PoolConfig;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelPartsTest {
    @Test
    void uniformAttentionWeighsEverythingAlike() {
        for (ModelConfig config : new ModelConfig[] {DinConfig.preset(Preset.QUICK), DienConfig.preset(Preset.QUICK)}) {
            assertThat(uniform(config).kind()).isEqualTo(LookKind.UNIFORM);
        }
        Looked bst = uniform(BstConfig.preset(Preset.QUICK));
        for (double look : bst.look()) {
            assertThat(look).isCloseTo(bst.look()[0], within(1e-6));
        }
    }

    @Test
    void poolHasNoAttentionToFlatten() {
        try (TrainedModel model = Fixtures.model(PoolConfig.preset(Preset.QUICK))) {
            assertThat(new ModelParts(model, model).uniform()).isEmpty();
        }
    }

    @Test
    void anotherHeadKeepsWhereDinLooks() {
        DinConfig config = DinConfig.preset(Preset.QUICK);
        try (TrainedModel model = Fixtures.model(config);
                TrainedModel untrained = TrainedModel.untrained(config, Fixtures.INPUT, 3);
                TrainedModel head = new ModelParts(model, untrained).reinitialised(Set.of(Part.HEAD));
                TrainedModel attention = new ModelParts(model, untrained).reinitialised(Set.of(Part.ATTENTION))) {
            assertThat(look(head).look()).isEqualTo(look(model).look());
            assertThat(look(head).logit()).isNotEqualTo(look(model).logit());
            assertThat(look(attention).look()).isNotEqualTo(look(model).look());
        }
    }

    private static Looked uniform(ModelConfig config) {
        try (TrainedModel model = Fixtures.model(config);
                TrainedModel flat = new ModelParts(model, model).uniform().orElseThrow()) {
            return look(flat);
        }
    }

    private static Looked look(TrainedModel model) {
        return new Explainer(model, Optional.empty()).look(Fixtures.impression(6));
    }
}
