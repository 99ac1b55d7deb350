package dev.interestlens.explain.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.fidelity.FidelityReport.Part;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.din.DinConfig;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelPartsTest {
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

    private static LookResult look(TrainedModel model) {
        return new Explainer(model, Optional.empty()).look(Fixtures.impression(6));
    }
}
