package dev.interestlens.model.din;

import dev.interestlens.model.FamilyParts;
import dev.interestlens.model.ModelFamily;
import dev.interestlens.model.PositionTables;
import dev.interestlens.model.din.DinConfig.Normalisation;
import dev.interestlens.model.family.AblationVariant;
import dev.interestlens.model.family.BenchmarkShape;
import dev.interestlens.model.family.DataFinding;
import dev.interestlens.model.family.Suitability;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.model.family.TeachingStep.Over;
import dev.interestlens.model.family.TeachingSteps;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.store.KeyedText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that belongs to DIN apart from its model. */
public final class DinFamily implements ModelFamily<DinConfig> {
    @Override
    public FamilyParts<DinConfig> parts() {
        return new FamilyParts<>(
                "din", DinConfig.class, DinConfig::preset, Din::new, DinGraph::describe, DinServing::describe);
    }

    @Override
    public List<TeachingStep> teaching(DinConfig config) {
        AttentionConfig attention = config.attention();
        TeachingSteps steps = new TeachingSteps(texts());
        KeyedText inputs = steps.words("inputs." + attention.unit().inputs(), "c", "eⱼ");
        PositionTables.Row row = attention.positionRow();
        boolean few = row.learned() < row.width();
        steps.add("embed").shows(TraceNames.CANDIDATE, Over.UNITS);
        steps.add("score")
                .shows(TraceNames.SCORES, Over.HISTORY)
                .formula(attention.position(), inputs)
                .text(attention.position(), few ? steps.words("few", row.learned()) : "");
        steps.add("weigh")
                .shows(TraceNames.ATTENTION, Over.HISTORY)
                .title(attention.normalisation() == Normalisation.NONE ? "raw" : "shared")
                .formula(attention.normalisation())
                .text(attention.normalisation());
        if (config.attentions() > 1) {
            steps.add("several").shows(TraceNames.ATTENTION_HEADS, Over.HISTORY).with(config.attentions());
        }
        steps.add("pool").shows(TraceNames.INTEREST, Over.UNITS);
        if (config.head().multiplies()) {
            steps.addProducts();
        }
        steps.add("head").shows(TraceNames.LOGIT, Over.UNITS);
        return steps.list();
    }

    /** Zhou et al. 2018, tables 4 and 5, and section 4.3 on leaving out the softmax; also several attentions, which are not in the paper. */
    @Override
    public List<AblationVariant> ablations() {
        return List.of(
                AblationVariant.instead("pool"),
                variant("four", "model.interests=4"),
                variant("concat", "model.unit.inputs=concat"),
                variant("softmax", "model.normalisation=softmax"),
                variant("raw", "model.normalisation=none"),
                variant("prelu", "model.unit.activation=prelu", "model.head.activation=prelu"),
                variant("dice", "model.unit.activation=dice", "model.head.activation=dice"),
                variant(
                        "regularised",
                        "model.regularisation.kind=miniBatchAware",
                        "model.regularisation.strength=0.01"));
    }

    private AblationVariant variant(String id, String... settings) {
        return AblationVariant.of(id(), id, settings);
    }

    @Override
    public Optional<Suitability> suitability() {
        return Optional.of(new Suitability(
                1,
                Map.of(
                        DataFinding.MIDDLING_HISTORIES, 1,
                        DataFinding.UNTIMED, 2,
                        DataFinding.TIES, 2,
                        DataFinding.ORDER_HARDLY_MATTERS, 1,
                        DataFinding.LAST_IS_NO_GUIDE, 1,
                        DataFinding.REPEATS, 1,
                        DataFinding.PLACE_TO_START, 1)));
    }

    /** The unit's first layer is split: two products of width 128 a position, one of the candidate a sample; then 64-32-1, weighted sum, head on 512. */
    @Override
    public Optional<BenchmarkShape> benchmark() {
        return Optional.of(new BenchmarkShape(
                List.of("model.padding=masked", "model.unit.inputs=differenceProduct"),
                true,
                128,
                0,
                (n, b) -> 2 * n * (2 * 128 * 64 + 64 * 32 + 32 + 128)
                        + 2 * b * (128 * 64 + 512 * 256)
                        + 2 * b * (256 * 128 + 128)));
    }
}
