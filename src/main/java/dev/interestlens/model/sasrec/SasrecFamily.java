package dev.interestlens.model.sasrec;

import dev.interestlens.model.FamilyParts;
import dev.interestlens.model.ModelFamily;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.model.family.TeachingStep.Over;
import dev.interestlens.model.family.TeachingSteps;
import dev.interestlens.model.family.TrainingPresets;
import dev.interestlens.nn.TraceNames;
import java.util.List;
import java.util.Optional;

/** Everything that belongs to SASRec apart from its model. */
public final class SasrecFamily implements ModelFamily<SasrecConfig> {
    @Override
    public FamilyParts<SasrecConfig> parts() {
        return new FamilyParts<>(
                "sasrec",
                SasrecConfig.class,
                SasrecConfig::preset,
                Sasrec::new,
                SasrecGraph::describe,
                SasrecServing::describe);
    }

    @Override
    public List<TeachingStep> teaching(SasrecConfig config) {
        TeachingSteps steps = new TeachingSteps(texts());
        steps.add("input");
        steps.add("attend").shows(TraceNames.ATTENTION, Over.HISTORY);
        steps.add("read").shows(TraceNames.INTEREST, Over.UNITS);
        steps.add("product").shows(TraceNames.LOGIT, Over.UNITS);
        return steps.list();
    }

    @Override
    public List<String> training(Preset preset) {
        return switch (preset) {
            case QUICK -> TrainingPresets.sequences(512, "0.003", 10);
            case BALANCED -> TrainingPresets.sequences(2048, "0.002", 16);
            case PAPER, REFERENCE, SIM, TWIN -> List.of();
        };
    }

    /** The quick preset with these widths and one head, which fits every width. */
    @Override
    public Optional<SasrecConfig> itemTeacher(int itemWidth, int fieldWidth) {
        SasrecConfig quick = preset(Preset.QUICK);
        return Optional.of(
                new SasrecConfig(itemWidth, fieldWidth, 1, quick.blocks(), quick.feedForward(), quick.dropout()));
    }
}
