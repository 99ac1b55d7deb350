package dev.interestlens.model;

import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.model.family.TeachingSteps;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Texts;
import java.util.List;
import java.util.Locale;

/** The family of models given as files: known when a run is read, but not built from a configuration. */
final class ForeignFamily implements ModelFamily<ForeignConfig> {
    @Override
    public FamilyParts<ForeignConfig> parts() {
        return new FamilyParts<>(
                ForeignConfig.ID,
                ForeignConfig.class,
                preset -> ForeignConfig.NONE,
                (config, input) -> {
                    throw refused();
                },
                (config, source) -> {
                    throw refused();
                },
                (config, input, graphs) -> {
                    throw refused();
                });
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
