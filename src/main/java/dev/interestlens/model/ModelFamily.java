package dev.interestlens.model;

import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.family.AblationVariant;
import dev.interestlens.model.family.BenchmarkShape;
import dev.interestlens.model.family.Suitability;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.model.family.TrainingPresets;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingGraphs;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One family of models with everything that belongs to it. An implementation stands beside the model, with its words in {@code texts.properties} and
 * {@code texts_zh.properties} of the same package: {@code name}, {@code about}, {@code papers}, the steps of {@link #teaching}, a label and a line of
 * help for each switch ({@code DinConfig.interests}), the choices of its own enums ({@code option.Evolution.GRU}), and the parts of its diagram
 * ({@code part.evolution}). A text that a family does not have is looked up among those of all families, in {@code model.family}.
 */
public interface ModelFamily<C extends ModelConfig> {
    /** What every family has. */
    FamilyParts<C> parts();

    /** As in JSON and on the command line. */
    default String id() {
        return parts().id();
    }

    /** The record of its switches. */
    default Class<C> configType() {
        return parts().config();
    }

    /** The presets that it has. */
    default List<Preset> presets() {
        return Stream.of(Preset.values())
                .filter(each -> parts().preset().apply(each) != null)
                .toList();
    }

    /** The switches of a preset; refuses one that the family does not have. */
    default C preset(Preset preset) {
        C config = parts().preset().apply(preset);
        if (config == null) {
            throw Problem.usage(ModelFamily.class, "noPreset")
                    .with("family", id())
                    .with("presets", presets().stream().map(EnumNames::lower).collect(Collectors.joining(", ")))
                    .ofValue(EnumNames.lower(preset));
        }
        return config;
    }

    /** A model, whose parameters are not made yet. */
    default CtrModel model(C config, ModelInput input) {
        return parts().model().apply(config, input);
    }

    /** The same model as a graph: a file, or what the engine computes. */
    default GraphModel graph(C config, FeatureSource source) {
        return parts().graph().apply(config, source);
    }

    /** The same model as two graphs, of a user and of candidates. */
    default ServingForm serving(C config, ModelInput input, ServingGraphs graphs) {
        return parts().serving().in(config, input, graphs);
    }

    /** What a model with these switches computes, step by step. */
    List<TeachingStep> teaching(C config);

    /** Its texts. */
    default Texts texts() {
        return Texts.beside(getClass());
    }

    /** Its name for people. */
    default String name(Locale language) {
        return texts().find("name", language).orElse(id());
    }

    /** How a preset trains, where that is not the default, as {@code --set} takes it; Paper and Reference train as published. */
    default List<String> training(Preset preset) {
        return switch (preset) {
            case QUICK -> TrainingPresets.candidates(8, "0.002", 1, 2300);
            case BALANCED -> TrainingPresets.candidates(8, "0.002", 1, 6000);
            case SIM, TWIN -> TrainingPresets.longer(1000, training(Preset.BALANCED));
            case PAPER, REFERENCE -> List.of();
        };
    }

    /** The ablations of its paper, one part at a time. */
    default List<AblationVariant> ablations() {
        return List.of();
    }

    /** Which data it suits; empty for one that is never advised. */
    default Optional<Suitability> suitability() {
        return Optional.empty();
    }

    /** The shape of its benchmark; empty where it has none. */
    default Optional<BenchmarkShape> benchmark() {
        return Optional.empty();
    }

    /**
     * The switches of a small model that learns item embeddings for others in a fraction of an epoch; empty where the family has none.
     *
     * @param itemWidth of an item's own embedding
     * @param fieldWidth of every other field's
     */
    default Optional<C> itemTeacher(int itemWidth, int fieldWidth) {
        return Optional.empty();
    }
}
