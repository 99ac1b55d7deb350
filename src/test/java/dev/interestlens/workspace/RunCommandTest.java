package dev.interestlens.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunCommandTest {
    private static final Path DATA = Path.of("/shop one/it's");
    private static final Path RUN = Path.of("/runs/din-001");

    private static ExperimentConfig changed() {
        ExperimentConfig config = ExperimentConfig.preset("din", Preset.PAPER);
        for (String setting : List.of(
                "model.unit.hidden=40-20",
                "model.normalisation=softmax",
                "training.learningRate=0.02",
                "training.optimizer=adagrad",
                "data.protocol.history.maxLength=20",
                "data.protocol.novel=true")) {
            config = ConfigJson.set(config, setting);
        }
        return config;
    }

    @Test
    void theCommandMakesTheSameConfigurationAgain() {
        List<String> words = RunCommand.words(DATA, changed(), RUN);
        Preset preset = Preset.valueOf(words.get(words.indexOf("--preset") + 1).toUpperCase(java.util.Locale.ROOT));
        ExperimentConfig again = ExperimentConfig.preset(words.get(words.indexOf("--model") + 1), preset);
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals("--set")) {
                again = ConfigJson.set(again, words.get(i + 1));
            }
        }
        assertThat(again).isEqualTo(changed());
    }

    @Test
    void theNearestPresetIsNamedAndOnlyWhatDiffersIsSet() {
        assertThat(RunCommand.words(DATA, changed(), RUN))
                .containsSequence("--preset", "paper")
                .filteredOn(word -> word.equals("--set"))
                .hasSize(6);
    }

    @Test
    void pathsWithBlanksAndQuotesReachTheProgramWhole() {
        assertThat(RunCommand.line(DATA, changed(), RUN))
                .startsWith("java -jar interest-lens.jar train --data '/shop one/it'\\''s' --model din");
    }
}
