package dev.interestlens.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.ui.common.Differences.Line;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final ExperimentConfig DIN = of("din");

    private final Messages messages = new Messages(Language.ENGLISH);
    private final Differences differences = new Differences(messages);

    @Test
    void numbersAndChoicesAreWrittenAsTheFormDoes() {
        ExperimentConfig other = DIN;
        for (String setting : List.of(
                "training.threads=3",
                "training.learningRate=0.00001",
                "model.unit.inputs=concat",
                "model.head.batchNorm=true",
                "data.protocol.history.maxLength=7")) {
            other = ConfigJson.set(other, setting);
        }
        Map<String, List<String>> found = found(DIN, other);
        assertThat(found)
                .containsEntry("Threads", List.of("auto", "3"))
                .containsEntry("Activation unit · Inputs", List.of("both, difference, product", "both"))
                .containsEntry("Head · Batch normalisation", List.of("off", "on"))
                .containsEntry("History · Longest history", List.of("50", "7"));
        assertThat(found.get("Learning rate").get(1)).isEqualTo("0.00001");
    }

    @Test
    void labelsOfDifferentFamiliesNameTheirSection() {
        Map<String, List<String>> found = found(DIN, of("dien"), of("bst"));
        assertThat(found).containsEntry("Model", List.of("DIN", "DIEN", "BST"));
        assertThat(found.get("Attention")).startsWith("–", "bilinear");
        assertThat(found.keySet())
                .noneMatch(label -> label.startsWith("model.") || label.equals("Kind") || label.equals("Weight"));
    }

    @Test
    void switchesWithoutAMeaningAreLeftOut() {
        ExperimentConfig dien = of("dien");
        assertThat(found(dien, ConfigJson.set(dien, "model.unit.hidden=[7]"))).isEmpty();
    }

    @Test
    void anOlderRunHasNoEvaluationSeedOnRecord() {
        ExperimentConfig older = ConfigJson.set(DIN, "data.protocol.seed=" + ProtocolConfig.AS_TRAINING);
        assertThat(found(DIN, older)).containsEntry("Evaluation seed", List.of("7", "not recorded"));
    }

    @Test
    void nothingIsLeftInIdentifiersOfEitherLanguage() {
        for (Language language : Language.values()) {
            messages.language().set(language);
            found(DIN, of("dien"), of("bst"), of("pool")).forEach((label, values) -> {
                assertThat(label).doesNotContain("model.", "training.", "data.");
                assertThat(values).as(label).noneMatch(value -> value.matches("[a-z]+[A-Z][A-Za-z]+|.*E-?\\d+"));
            });
        }
    }

    private Map<String, List<String>> found(ExperimentConfig... configs) {
        return differences.of(List.of(configs)).stream().collect(Collectors.toMap(Line::label, Line::values));
    }

    private static ExperimentConfig of(String family) {
        return ExperimentConfig.of(ModelCatalog.family(family).preset(Preset.QUICK));
    }
}
