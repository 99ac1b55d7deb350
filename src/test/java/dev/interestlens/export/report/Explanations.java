package dev.interestlens.export.report;

import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.din.DinConfig;
import java.util.List;
import java.util.Optional;

/** Explanations of a small model whose titles are hostile. */
public final class Explanations {
    static final String HOSTILE = "<script>alert('x')</script> & \"quotes\"\u0007";
    public static final Provenance SOURCE = new Provenance("my <run>", "DIN", "shop", "", "test 17", 1_700_000_000);

    private Explanations() {}

    public static Explanation of(int behaviours) {
        return of(DinConfig.preset(Preset.QUICK), behaviours);
    }

    public static Explanation of(ModelConfig config, int behaviours) {
        Impression plain = Fixtures.impression(behaviours);
        List<Behaviour> history = plain.history().stream()
                .map(behaviour -> new Behaviour(
                        behaviour.position(),
                        new Item(behaviour.item().number(), "=1+1", new Text(HOSTILE, "-恶意,标题"), Text.same("@c")),
                        behaviour.position() == 0 ? Behaviour.UNTIMED : 1_600_000_000))
                .toList();
        Impression hostile = new Impression(
                plain.user(),
                "u\"1",
                1,
                new Item(20, "i20", new Text(HOSTILE, "候选"), Text.same("c")),
                history,
                plain.batch(),
                plain.others(),
                plain.otherBatch());
        try (TrainedModel model = Fixtures.model(config)) {
            return new Explainer(model, Optional.empty())
                    .explain(hostile, () -> false)
                    .orElseThrow();
        }
    }
}
