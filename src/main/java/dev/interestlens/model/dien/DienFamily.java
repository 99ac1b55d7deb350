package dev.interestlens.model.dien;

import dev.interestlens.model.FamilyParts;
import dev.interestlens.model.ModelFamily;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.family.AblationVariant;
import dev.interestlens.model.family.BenchmarkShape;
import dev.interestlens.model.family.DataFinding;
import dev.interestlens.model.family.Suitability;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.model.family.TeachingStep.Over;
import dev.interestlens.model.family.TeachingSteps;
import dev.interestlens.model.family.TrainingPresets;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.nn.TraceNames.Gate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that belongs to DIEN apart from its model. */
public final class DienFamily implements ModelFamily<DienConfig> {
    @Override
    public FamilyParts<DienConfig> parts() {
        return new FamilyParts<>(
                "dien", DienConfig.class, DienConfig::preset, Dien::new, DienGraph::describe, DienServing::describe);
    }

    @Override
    public List<TeachingStep> teaching(DienConfig config) {
        boolean sum = config.evolution() == Evolution.GRU;
        String state = sum ? "h′ⱼ" : "hⱼ";
        TeachingSteps steps = new TeachingSteps(texts());
        steps.add("extract").shows(TraceNames.extractor(Gate.STATE), Over.UNITS);
        AuxiliaryConfig auxiliary = config.auxiliary();
        if (auxiliary.kind() != AuxiliaryConfig.AuxiliaryKind.NONE) {
            steps.add("auxiliary")
                    .formula(auxiliary.kind(), steps.words("divided." + auxiliary.reduction()))
                    .text(auxiliary.kind());
        }
        if (sum) {
            evolve(steps, config);
        }
        boolean own = config.comparesBehaviours();
        EvolvingConfig evolving = config.evolving();
        boolean placed = evolving.position() != PositionKind.NONE;
        steps.add("score")
                .showsIf(!own && !placed, TraceNames.SCORES, Over.HISTORY)
                .formula(
                        evolving.attention(),
                        state,
                        steps.words("inputs." + evolving.unit().inputs(), "q", state))
                .text(evolving.attention());
        if (own) {
            steps.add("own").showsIf(!placed, TraceNames.SCORES, Over.HISTORY);
        }
        if (placed) {
            steps.add("placed")
                    .shows(TraceNames.SCORES, Over.HISTORY)
                    .formula(evolving.position())
                    .text(evolving.position());
        }
        steps.add("weigh").shows(TraceNames.ATTENTION, Over.HISTORY);
        if (config.attentions() > 1) {
            steps.add("several").shows(TraceNames.ATTENTION_HEADS, Over.HISTORY).with(config.attentions());
        }
        if (sum) {
            steps.add("sum").shows(TraceNames.INTEREST, Over.UNITS);
        } else {
            steps.add("gate")
                    .showsIf(config.evolution() != Evolution.AIGRU, TraceNames.evolution(Gate.WRITTEN), Over.UNITS)
                    .by(config.evolution());
            evolve(steps, config);
        }
        boolean beside = config.beside() != DienConfig.Beside.NONE;
        if (beside) {
            steps.add("beside").formula(config.attentions() > 1 ? "SEVERAL" : config.beside());
        }
        if (config.readOut().head().multiplies()) {
            steps.addProducts();
        }
        steps.add("head").shows(TraceNames.LOGIT, Over.UNITS).with((sum ? "h*" : "h′ₙ") + (beside ? " ; r" : ""));
        return steps.list();
    }

    private static void evolve(TeachingSteps steps, DienConfig config) {
        steps.add("evolve").shows(TraceNames.evolution(Gate.STATE), Over.UNITS).by(config.evolution());
    }

    /** Fewer negatives for each true item, since the second layer runs once for each candidate. */
    @Override
    public List<String> training(Preset preset) {
        return switch (preset) {
            case QUICK -> TrainingPresets.candidates(4, "0.003", 1, 1150);
            case BALANCED -> TrainingPresets.candidates(4, "0.005", 2, 3400);
            case PAPER, REFERENCE, SIM, TWIN -> List.of();
        };
    }

    /** Zhou et al. 2019, tables 4 and 5: from the base model to AUGRU, without the auxiliary loss and with it. */
    @Override
    public List<AblationVariant> ablations() {
        return List.of(
                AblationVariant.instead("pool"), without("gru"), without("aigru"), without("agru"), without("augru"));
    }

    private AblationVariant without(String evolution) {
        return AblationVariant.of(id(), evolution, "model.evolution=" + evolution, "model.auxiliary.kind=none");
    }

    @Override
    public Optional<Suitability> suitability() {
        return Optional.of(new Suitability(3, Map.of(DataFinding.LONG_HISTORIES, 1, DataFinding.ORDER_MATTERS, 2)));
    }

    /** Two recurrent layers of 128 on 128, attention 128 -> 64 -> 1, auxiliary products, head on 256. */
    @Override
    public Optional<BenchmarkShape> benchmark() {
        return Optional.of(new BenchmarkShape(
                List.of("model.padding=masked", "model.auxiliary.kind=innerProduct"),
                true,
                0,
                1,
                (n, b) -> 2 * n * (4 * 3 * 128 * 128 + 128 * 64 + 64 + 256)
                        + 2 * b * (128 * 64 + 256 * 256)
                        + 2 * b * (256 * 128 + 128)));
    }
}
